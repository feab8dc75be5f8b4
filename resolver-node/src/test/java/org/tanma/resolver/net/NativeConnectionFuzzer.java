// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.fuzz.FuzzCorpus;
import org.tanma.resolver.store.StoredRecord;

/**
 * Any octets on a connection of the Handle protocol, with a store and sessions behind it: every message that asks for something
 * is answered, by messages that can be read and name its request; what is stored can be read; nothing is held afterwards.
 *
 * <p>The first octet of an input says whether its messages come as they are (even) or in a session, with the code that the
 * session's key makes (odd). A challenge is answered by whoever holds the key of the prefix.
 */
public class NativeConnectionFuzzer {
    private static final int MOST_MESSAGES = 64;

    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[1 + WireLayout.ENVELOPE_OCTETS]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        FuzzCorpus.bounded(() -> {
            EmbeddedNode node = new EmbeddedNode(EmbeddedNode.PEERS, Runnable::run);
            EmbeddedChannel connection = node.tcp();
            try {
                new Exchange(connection, (input[0] & 1) == 1).all(ByteBuffer.wrap(input, 1, input.length - 1));
            } catch (WireFormatException e) {
                throw new AssertionError("an answer cannot be read: " + e.getMessage(), e);
            } finally {
                connection.finishAndReleaseAll();
            }
            node.store.forEach(Optional.empty(), StoredRecord::decode);
            node.requireClean();
        });
    }

    /** What is said on one connection. */
    private static final class Exchange {
        private final EmbeddedChannel connection;
        private final @org.jspecify.annotations.Nullable NativeSession session;

        Exchange(EmbeddedChannel connection, boolean isInSession) throws WireFormatException {
            this.connection = connection;
            this.session =
                    isInSession ? NativeSession.open(request -> ask(request).get(0)) : null;
        }

        void all(ByteBuffer in) throws WireFormatException {
            for (int i = 0; i < MOST_MESSAGES && in.hasRemaining() && connection.isOpen(); i++) {
                byte[] message = new byte[octetsOfNext(in)];
                in.get(message);
                one(session == null ? message : session.vouchFor(message));
            }
        }

        /** The next message with its envelope; all that is left when that is no whole one. */
        private static int octetsOfNext(ByteBuffer in) {
            if (in.remaining() < WireLayout.ENVELOPE_OCTETS) {
                return in.remaining();
            }
            long length = Integer.toUnsignedLong(in.getInt(in.position() + WireLayout.MESSAGE_LENGTH));
            return length > WireLimits.MESSAGE_OCTETS
                    ? in.remaining()
                    : (int) Math.min(in.remaining(), WireLayout.ENVELOPE_OCTETS + length);
        }

        private void one(byte[] message) throws WireFormatException {
            for (HandleMessage answer : ask(message)) {
                if (answer.body() instanceof Challenge challenge && connection.isOpen()) {
                    ask(proof(answer.envelope(), challenge));
                }
            }
        }

        private static byte[] proof(MessageEnvelope asked, Challenge challenge) throws WireFormatException {
            ChallengeAnswer answer = new ChallengeAnswer(
                    ChallengeProof.SECRET_KEY,
                    HandleName.parse(EmbeddedNode.NODE),
                    300,
                    ChallengeProof.bySecretKey(EmbeddedNode.SECRET.getBytes(StandardCharsets.UTF_8), challenge));
            MessageEnvelope envelope =
                    new MessageEnvelope(2, 11, false, false, false, 2, 11, asked.sessionId(), asked.requestId(), 0, 0);
            return HandleMessageCodec.encode(HandleMessage.of(
                    envelope, MessageHeader.request(OpCode.RESPONSE_TO_CHALLENGE, new OpFlags(0)), answer));
        }

        /** Sends octets and reads all that comes back. */
        private List<HandleMessage> ask(byte[] octets) throws WireFormatException {
            connection.writeInbound(Unpooled.wrappedBuffer(octets));
            connection.runPendingTasks();
            List<HandleMessage> answers = new ArrayList<>();
            for (ByteBuf piece = connection.readOutbound(); piece != null; piece = connection.readOutbound()) {
                byte[] read = new byte[piece.readableBytes()];
                piece.readBytes(read).release();
                readAll(ByteBuffer.wrap(read), octets, answers);
            }
            boolean isCut = octetsOfNext(ByteBuffer.wrap(octets)) < WireLayout.ENVELOPE_OCTETS
                    || Integer.toUnsignedLong(ByteBuffer.wrap(octets).getInt(WireLayout.MESSAGE_LENGTH))
                            > octets.length - WireLayout.ENVELOPE_OCTETS;
            if (!isCut && answers.isEmpty() && isQuestion(octets)) {
                throw new AssertionError("not answered, connection open: " + connection.isOpen());
            }
            return answers;
        }

        private static boolean isQuestion(byte[] message) {
            boolean hasCode = message.length >= WireLayout.RESPONSE_CODE + Integer.BYTES;
            return (message[WireLayout.MESSAGE_FLAGS] & WireLayout.FLAG_ENCRYPTED) == 0
                    && (!hasCode || ByteBuffer.wrap(message).getInt(WireLayout.RESPONSE_CODE) == 0);
        }

        private static void readAll(ByteBuffer in, byte[] request, List<HandleMessage> answers)
                throws WireFormatException {
            while (in.hasRemaining()) {
                int length = octetsOfNext(in);
                if ((in.get(in.position() + WireLayout.MESSAGE_FLAGS) & WireLayout.FLAG_ENCRYPTED) == 0) {
                    HandleMessage answer = HandleMessageCodec.decode(in.slice(in.position(), length));
                    FuzzCorpus.requireEqual(
                            ByteBuffer.wrap(Arrays.copyOf(request, WireLayout.ENVELOPE_OCTETS))
                                    .getInt(WireLayout.REQUEST_ID),
                            answer.envelope().requestId());
                    answers.add(answer);
                }
                in.position(in.position() + length);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(NativeConnectionFuzzer.class, NativeConnectionFuzzer::fuzzerTestOneInput);
    }
}
