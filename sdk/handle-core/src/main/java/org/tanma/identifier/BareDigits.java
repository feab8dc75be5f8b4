// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what digits without anything else are.
 *
 * <p>By their number: 8, 12, 13, 14 a GTIN (13 could also be a GLN), 17 a GSIN, 18 an SSCC (could also be a GSRN); their
 * check digit must be right. Any other number of digits is an Ecode of version 1 or 2 when it can be one. An Ecode that has
 * as many digits as a GS1 key is written {@code ecode:…}.
 */
final class BareDigits {
    private static final Map<Integer, List<IdentifierKind>> BY_LENGTH = Map.of(
            8, List.of(IdentifierKind.GTIN),
            12, List.of(IdentifierKind.GTIN),
            13, List.of(IdentifierKind.GTIN, IdentifierKind.GLN),
            14, List.of(IdentifierKind.GTIN),
            17, List.of(IdentifierKind.GSIN),
            18, List.of(IdentifierKind.SSCC, IdentifierKind.GSRN));

    private BareDigits() {}

    static Optional<Identifier> read(String given, Part text, List<IdentifierKind> considered) {
        Part packed = Gs1Reader.packed(text);
        List<IdentifierKind> candidates = BY_LENGTH.getOrDefault(packed.text().length(), List.of());
        considered.addAll(candidates);
        boolean canBeEcode = packed.isDigits() && Ecode.isPlausible(packed.text());
        if (canBeEcode) {
            considered.add(IdentifierKind.ECODE);
        }
        if (!candidates.isEmpty()) {
            return Optional.of(
                    Gs1Reader.bare(given, Gs1Key.ofKind(candidates.get(0)).orElseThrow(), text));
        }
        if (canBeEcode) {
            return Optional.of(Ecode.parse(given, packed));
        }
        if (considered.isEmpty()) {
            considered.addAll(List.of(IdentifierKind.GTIN, IdentifierKind.SSCC, IdentifierKind.ECODE));
        }
        return Optional.empty();
    }
}
