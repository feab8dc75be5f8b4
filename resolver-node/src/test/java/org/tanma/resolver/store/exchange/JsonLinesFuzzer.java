// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any file of JSON Lines is taken in, each of its faults told by line. */
public class JsonLinesFuzzer {
    /** Loads classes before time is measured. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("{\"handle\":\"20.500.12345/a\",\"values\":[]}\n".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        ImportedRecords.read(input);
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(JsonLinesFuzzer.class, JsonLinesFuzzer::fuzzerTestOneInput);
    }
}
