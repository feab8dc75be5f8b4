// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on an item's value.
 *
 * @param minLength fewest characters (code points), 1 or more
 * @param maxLength most characters, {@value #MAX_LENGTH} at most
 * @param pattern regular expression the whole text must match, or null
 * @param patternMeaning the pattern in words
 * @param min least number, inclusive, or null
 * @param max greatest number, inclusive, or null
 */
public record ItemLimits(
        int minLength,
        int maxLength,
        @Nullable String pattern,
        BilingualText patternMeaning,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {
    /** Longest text any item may have, in characters. */
    public static final int MAX_LENGTH = 4000;

    private static final int LONGEST_BOUND = 100;

    public ItemLimits {
        if (minLength < 1 || maxLength < minLength || maxLength > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "lengths " + minLength + ".." + maxLength + " are not within 1.." + MAX_LENGTH);
        }
        requireShort(min);
        requireShort(max);
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("least value " + min + " is above greatest value " + max);
        }
        if (pattern != null && patternMeaning.isEmpty()) {
            throw new IllegalArgumentException("pattern " + pattern + " has no meaning in words");
        }
    }

    private static void requireShort(@Nullable BigDecimal bound) {
        if (bound != null && (Math.abs(bound.scale()) > LONGEST_BOUND || bound.precision() > LONGEST_BOUND)) {
            throw new IllegalArgumentException("a bound has more than " + LONGEST_BOUND + " digits");
        }
    }

    public Optional<String> findPattern() {
        return Optional.ofNullable(pattern);
    }

    public Optional<BigDecimal> findMin() {
        return Optional.ofNullable(min);
    }

    public Optional<BigDecimal> findMax() {
        return Optional.ofNullable(max);
    }
}
