// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.fuzz;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/** A message of any operation is read and written back to the same octets' meaning, or refused with a place. */
class MessageFuzzer {
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> {
            decode(input);
            if (input.length >= WireLayout.BODY + WireLayout.LENGTH_OCTETS) {
                decode(withLengths(input));
            }
        });
    }

    /** The same with lengths that are right, so that bodies are reached whatever became of the rest. */
    private static byte[] withLengths(byte[] input) {
        byte[] octets = input.clone();
        ByteBuffer fields = ByteBuffer.wrap(octets);
        octets[WireLayout.MAJOR_VERSION] = MessageEnvelope.MAJOR_VERSION;
        octets[WireLayout.MESSAGE_FLAGS] = 0;
        octets[WireLayout.RECURSION_COUNT] = 0;
        fields.putInt(WireLayout.MESSAGE_LENGTH, octets.length - WireLayout.ENVELOPE_OCTETS);
        fields.putInt(WireLayout.BODY_LENGTH, octets.length - WireLayout.BODY - WireLayout.LENGTH_OCTETS);
        fields.putInt(octets.length - WireLayout.LENGTH_OCTETS, 0);
        return octets;
    }

    private static void decode(byte[] octets) {
        try {
            HandleMessage message = HandleMessageCodec.decode(ByteBuffer.wrap(octets));
            HandleMessage again = HandleMessageCodec.decode(ByteBuffer.wrap(HandleMessageCodec.encode(message)));
            FuzzCorpus.requireEqual(message.header().opCode(), again.header().opCode());
            FuzzCorpus.requireEqual(message.body(), again.body());
            FuzzCorpus.requireEqual(message.credential(), again.credential());
        } catch (WireFormatException e) {
            requirePlace(e, octets);
        }
        try {
            RequestDigest.ofRequest(DigestAlgorithm.SHA_256, ByteBuffer.wrap(octets));
        } catch (WireFormatException e) {
            requirePlace(e, octets);
        }
    }

    static void requirePlace(WireFormatException refusal, byte[] octets) {
        if (refusal.offset() < 0 || refusal.offset() > octets.length) {
            throw new AssertionError("refused at " + refusal.offset() + " of " + octets.length, refusal);
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(MessageFuzzer.class, MessageFuzzer::fuzzerTestOneInput);
    }
}
