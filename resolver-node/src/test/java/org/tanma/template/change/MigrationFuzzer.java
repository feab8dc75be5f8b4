// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any file of migration steps is read and can be taken on a record, or is refused as one. */
public class MigrationFuzzer {
    /** Loads classes before time is measured. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(
                "{\"from\":\"a@1.0.0\",\"to\":\"a@2.0.0\",\"steps\":[{\"do\":\"convert\",\"item\":\"m\",\"from\":\"kg\",\"to\":\"g\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String json = new String(input, StandardCharsets.UTF_8);
        FuzzCorpus.bounded(() -> {
            try {
                Migration migration = MigrationFile.read("steps.json", json);
                FuzzCorpus.requireEqual(
                        migration.apply(Map.of("m", "1.5", "k", "a")), migration.apply(Map.of("m", "1.5", "k", "a")));
            } catch (IllegalArgumentException e) {
                FuzzCorpus.requireEqual(true, String.valueOf(e.getMessage()).contains("steps.json"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(MigrationFuzzer.class, MigrationFuzzer::fuzzerTestOneInput);
    }
}
