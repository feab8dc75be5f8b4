// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any body of a registration is read, or refused with a problem of status 400. */
public class RegistrationJsonFuzzer {
    /** Loads classes before time is measured. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(
                "{\"template\":\"device\",\"records\":[{\"items\":{\"a\":1.5}}]}".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> {
            try {
                FuzzCorpus.requireEqual(
                        false, RegistrationReader.read(input).rows().isEmpty());
            } catch (ProblemException e) {
                FuzzCorpus.requireEqual(400, e.problem(Language.EN).status());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(RegistrationJsonFuzzer.class, RegistrationJsonFuzzer::fuzzerTestOneInput);
    }
}
