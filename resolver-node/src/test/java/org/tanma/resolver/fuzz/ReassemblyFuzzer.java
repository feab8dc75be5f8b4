// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.wire.UdpFragments;
import org.tanma.handle.wire.UdpReassembly;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;

/**
 * Datagrams in any order, doubled, cut and forged, become a whole message or nothing; what was split is joined to itself.
 * An input is datagrams of {@value WireLimits#DATAGRAM_OCTETS} octets, the last one shorter.
 */
class ReassemblyFuzzer {
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> {
            try {
                join(input);
            } catch (WireFormatException e) {
                MessageFuzzer.requirePlace(e, input);
            }
        });
    }

    private static void join(byte[] input) throws WireFormatException {
        UdpReassembly joined =
                new UdpReassembly(ByteBuffer.wrap(input, 0, Math.min(input.length, WireLimits.DATAGRAM_OCTETS)));
        for (int at = 0; at < input.length; at += WireLimits.DATAGRAM_OCTETS) {
            byte[] datagram = Arrays.copyOfRange(input, at, Math.min(input.length, at + WireLimits.DATAGRAM_OCTETS));
            Optional<byte[]> whole = accept(joined, datagram);
            if (whole.isPresent()) {
                FuzzCorpus.requireEqual(ByteBuffer.wrap(whole.get()), ByteBuffer.wrap(splitAndJoined(whole.get())));
            }
        }
    }

    private static Optional<byte[]> accept(UdpReassembly joined, byte[] datagram) {
        try {
            return joined.accept(ByteBuffer.wrap(datagram));
        } catch (WireFormatException e) {
            MessageFuzzer.requirePlace(e, datagram);
            return Optional.empty();
        }
    }

    private static byte[] splitAndJoined(byte[] message) throws WireFormatException {
        Optional<byte[]> whole = Optional.empty();
        UdpReassembly again =
                new UdpReassembly(ByteBuffer.wrap(message, 0, Math.min(message.length, WireLimits.DATAGRAM_OCTETS)));
        for (byte[] datagram : UdpFragments.split(ByteBuffer.wrap(message))) {
            whole = again.accept(ByteBuffer.wrap(datagram));
        }
        return whole.orElseThrow(() -> new AssertionError("a split message does not come together"));
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(ReassemblyFuzzer.class, ReassemblyFuzzer::fuzzerTestOneInput);
    }
}
