// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any template file is read, or refused as one. */
public class TemplateFuzzer {
    /** Loads classes before time is measured. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String json = new String(input, StandardCharsets.UTF_8);
        FuzzCorpus.bounded(() -> {
            try {
                FuzzCorpus.requireEqual(
                        false,
                        new TemplateReader("20.500.12345", list -> Optional.empty())
                                .read("template.json", json)
                                .name()
                                .isEmpty());
            } catch (InvalidTemplateException e) {
                FuzzCorpus.requireEqual(true, String.valueOf(e.getMessage()).contains("template.json"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(TemplateFuzzer.class, TemplateFuzzer::fuzzerTestOneInput);
    }
}
