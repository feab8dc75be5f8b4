// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.nio.charset.StandardCharsets;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;

/** Handles that differ in one decimal number: {@code before}, the number, {@code after}. */
record NamePattern(String before, String after) {
    private static final String PLACE = "%d";

    /** Errors: {@link IllegalArgumentException} when it has not exactly one {@code %d}, or makes no handle. */
    static NamePattern parse(String text) {
        int place = text.indexOf(PLACE);
        if (place < 0 || text.indexOf(PLACE, place + 1) >= 0) {
            throw new IllegalArgumentException("'" + text + "' has not exactly one %d");
        }
        NamePattern pattern = new NamePattern(text.substring(0, place), text.substring(place + PLACE.length()));
        try {
            HandleName.parse(pattern.name(0));
        } catch (InvalidHandleException e) {
            throw new IllegalArgumentException("'" + text + "' makes no handle: " + e.getMessage(), e);
        }
        return pattern;
    }

    String name(long number) {
        return before + number + after;
    }

    byte[] beforeOctets() {
        return before.getBytes(StandardCharsets.UTF_8);
    }

    byte[] afterOctets() {
        return after.getBytes(StandardCharsets.UTF_8);
    }
}
