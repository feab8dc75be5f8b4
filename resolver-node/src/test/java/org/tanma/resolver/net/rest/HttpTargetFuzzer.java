// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any request target is read, or refused as a bad argument; what is read begins with a slash. */
class HttpTargetFuzzer {
    public static void fuzzerTestOneInput(byte[] input) {
        String uri = new String(input, StandardCharsets.ISO_8859_1);
        FuzzCorpus.bounded(() -> {
            try {
                HttpTarget target = HttpTarget.parse(uri);
                if (!target.path().startsWith("/")) {
                    throw new AssertionError("a path without a slash: " + target.path());
                }
                target.hasFlag("pretty");
                target.last("type");
                target.indexes();
            } catch (IllegalArgumentException e) {
                FuzzCorpus.requireEqual(IllegalArgumentException.class, e.getClass());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(HttpTargetFuzzer.class, HttpTargetFuzzer::fuzzerTestOneInput);
    }
}
