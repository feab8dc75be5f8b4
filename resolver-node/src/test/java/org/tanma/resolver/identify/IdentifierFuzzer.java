// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.IdentifierKind;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.resolver.fuzz.FuzzCorpus;

/**
 * Any text is an identifier, malformed, or like none; what is known is the same when read from its key and from its format;
 * a fault lies within the text and can be worded in both languages.
 */
class IdentifierFuzzer {
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        FuzzCorpus.bounded(() -> {
            ParsedIdentifier parsed = Identifiers.parse(text);
            if (parsed instanceof ParsedIdentifier.Known known) {
                Identifier found = known.identifier();
                Optional<String> key = Optional.of(found.canonical());
                FuzzCorpus.requireEqual(key, Equivalents.key(found.canonical()));
                FuzzCorpus.requireEqual(key, Equivalents.key(found.kind(), found.format()));
                found.broader()
                        .forEach(b ->
                                FuzzCorpus.requireEqual(Optional.of(b.canonical()), Equivalents.key(b.canonical())));
            } else if (parsed instanceof ParsedIdentifier.Malformed malformed) {
                if (malformed.position() < 0 || malformed.position() > text.length()) {
                    throw new AssertionError("a fault outside the text: " + malformed.position());
                }
                malformed.fault().message(Locale.ENGLISH);
                malformed.fault().message(Locale.CHINESE);
            }
            for (IdentifierKind kind : IdentifierKind.values()) {
                FuzzCorpus.requireEqual(false, Identifiers.parse(kind, text) instanceof ParsedIdentifier.Unknown);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(IdentifierFuzzer.class, IdentifierFuzzer::fuzzerTestOneInput);
    }
}
