// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Codes of units of measure, and how they convert: UCUM, case sensitive: {@code kW.h}, {@code kg/t}, {@code t{CO2e}}.
 *
 * <p>Annotations in braces say what is counted and change no dimension. Units of a scale with an offset ({@code Cel}) are valid
 * but have no factor. Codes of at most {@value #MAX_LENGTH} characters. Safe between threads. Source: UCUM 2.2.
 */
public interface UnitCodes {
    /** Longest code that is looked at. */
    int MAX_LENGTH = 60;

    /** The Unified Code for Units of Measure, read once when first asked for. */
    static UnitCodes ucum() {
        return UcumUnits.shared();
    }

    /** Why {@code code} is no unit, in English; empty when it is one. */
    Optional<String> findFault(String code);

    default boolean isValid(String code) {
        return findFault(code).isEmpty();
    }

    /**
     * The dimension of a code as a product of base units ({@code g.m2.s-2}), empty text for a plain number.
     *
     * @throws IllegalArgumentException when it is no unit
     */
    String canonical(String code);

    /** True when both are units of one kind of quantity. */
    boolean isComparable(String code, String other);

    /**
     * How many {@code to} one {@code from} is, to 24 significant digits, exact where the definition is.
     *
     * @return empty when the kinds of quantity differ, or one is a scale with an offset
     * @throws IllegalArgumentException when either is no unit
     */
    Optional<BigDecimal> factor(String from, String to);

    /**
     * An amount in another unit: decimal arithmetic, as exact as {@link #factor}.
     *
     * @throws IllegalArgumentException when either is no unit or there is no factor between them
     */
    BigDecimal convert(BigDecimal amount, String from, String to);
}
