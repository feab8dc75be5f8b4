// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any file of networks is read, or refused with its line; a network holds its own first and last address. */
class NetworkListFuzzer {
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        FuzzCorpus.bounded(() -> {
            try {
                NetworkSet read = NetworkListReader.read(new StringReader(text), "list");
                text.lines()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> requireHeld(read, line));
            } catch (NetworkListException e) {
                if (!String.valueOf(e.getMessage()).matches("(?s)list:[1-9]\\d*: .*")) {
                    throw new AssertionError("a fault without its line", e);
                }
            }
        });
    }

    private static void requireHeld(NetworkSet read, String line) {
        Network network = Network.parse(line);
        if (!read.contains(network.high(), network.low()) || !read.contains(network.lastHigh(), network.lastLow())) {
            throw new AssertionError("not held: " + line);
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(NetworkListFuzzer.class, NetworkListFuzzer::fuzzerTestOneInput);
    }
}
