// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any octets on the channel that nodes share are a message or none; a message written again is itself. */
public class PeerMessageFuzzer {
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> PeerMessage.decode(input)
                .ifPresent(message -> FuzzCorpus.requireEqual(
                        message, PeerMessage.decode(message.encode()).orElseThrow())));
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(PeerMessageFuzzer.class, PeerMessageFuzzer::fuzzerTestOneInput);
    }
}
