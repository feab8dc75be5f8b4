// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;

/**
 * How a record names identifiers of other kinds for the thing it describes.
 *
 * <p>Shape: handle values of type {@value #TYPE} at indexes {@value #FIRST_INDEX} to {@value #LAST_INDEX}, readable by
 * everyone, whose data is a canonical key in UTF-8. The record is the truth; whatever finds records by such a key derives
 * from it.
 */
public final class Equivalents {
    /** Type of the values. */
    public static final String TYPE = "EQUIVALENT";
    /** First index such a value may have. */
    public static final int FIRST_INDEX = 1500;
    /** Last index such a value may have. */
    public static final int LAST_INDEX = 1999;

    private Equivalents() {}

    /** True when the value names an equivalent. */
    public static boolean isEquivalent(HandleValue value) {
        return value.index() >= FIRST_INDEX
                && value.index() <= LAST_INDEX
                && value.type().equalsIgnoreCase(TYPE);
    }

    /** The canonical keys a record names, in the order of their indexes, each once; what cannot be read is left out. */
    public static Set<String> keysOf(HandleRecord record) {
        return keysOf(record.values());
    }

    /** The canonical keys among these values, in their order, each once; what cannot be read is left out. */
    public static Set<String> keysOf(List<HandleValue> values) {
        Set<String> keys = new LinkedHashSet<>();
        for (HandleValue value : values) {
            if (isEquivalent(value)) {
                key(new String(value.data(), StandardCharsets.UTF_8)).ifPresent(keys::add);
            }
        }
        return keys;
    }

    /** The canonical key of an identifier of any kind; empty when the text is none. */
    public static Optional<String> key(String text) {
        return Identifiers.parse(text) instanceof ParsedIdentifier.Known known
                ? Optional.of(known.identifier().canonical())
                : Optional.empty();
    }

    /** The canonical key of an item's text, read as the kind its template names; empty when the text is none. */
    public static Optional<String> key(IdentifierKind kind, String text) {
        return Identifiers.parse(kind, text) instanceof ParsedIdentifier.Known known
                ? Optional.of(known.identifier().canonical())
                : Optional.empty();
    }
}
