// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;
import org.tanma.resolver.oid.OrsRoom;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/**
 * Any octets draw nothing, or an answer that another implementation reads, that repeats number and question, and is no longer
 * than the asker takes; memory and database say the same.
 */
class DnsMessageFuzzer {
    private static final OrsRoom ROOM = open();
    private static final DnsResponder RESPONDER = new DnsResponder(ROOM.zone);

    private static OrsRoom open() {
        try {
            Path folder = Files.createTempDirectory("dns-fuzzer");
            OrsRoom room = new OrsRoom(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(room::close));
            return room;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> {
            ByteBuf question = Unpooled.wrappedBuffer(input);
            ByteBuf datagram = Unpooled.buffer();
            int code = RESPONDER.answer(question, true, datagram);
            check(input, datagram, code, true);
            ByteBuf again = Unpooled.buffer();
            int remembered = RESPONDER.answerFromMemory(question, true, again);
            FuzzCorpus.requireEqual(code, remembered);
            FuzzCorpus.requireEqual(datagram, again);
            ByteBuf stream = Unpooled.buffer();
            FuzzCorpus.requireEqual(code, RESPONDER.answer(question, false, stream));
            check(input, stream, code, false);
            ByteBuf elsewhere = Unpooled.buffer();
            RESPONDER.sendToTcp(question, elsewhere);
            if (elsewhere.readableBytes() > input.length) {
                throw new AssertionError("sending to TCP took more octets than the question");
            }
            DnsResponder.nameIn(question);
        });
    }

    private static void check(byte[] input, ByteBuf answer, int code, boolean isDatagram) {
        if (code == DnsResponder.NOTHING) {
            FuzzCorpus.requireEqual(0, answer.readableBytes());
            return;
        }
        if (isDatagram && answer.readableBytes() > DnsWire.DATAGRAM_OCTETS) {
            throw new AssertionError("a datagram of " + answer.readableBytes());
        }
        byte[] octets = new byte[answer.readableBytes()];
        answer.getBytes(answer.readerIndex(), octets);
        try {
            Message read = new Message(octets);
            FuzzCorpus.requireEqual(true, read.getHeader().getFlag(Flags.QR));
            FuzzCorpus.requireEqual(
                    (input[0] & 0xFF) << 8 | input[1] & 0xFF, read.getHeader().getID());
            FuzzCorpus.requireEqual(code, read.getRcode());
        } catch (IOException e) {
            throw new AssertionError("the answer " + Arrays.toString(octets) + " is none", e);
        }
        if ((octets[5] & 0xFF) == 1) {
            int question = DnsQueryReader.read(Unpooled.wrappedBuffer(input))
                    .orElseThrow()
                    .questionOctets();
            FuzzCorpus.requireEqual(true, Arrays.equals(octets, 12, 12 + question, input, 12, 12 + question));
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(DnsMessageFuzzer.class, DnsMessageFuzzer::fuzzerTestOneInput);
    }
}
