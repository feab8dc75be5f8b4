// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;

/**
 * A bound that a figure should keep.
 *
 * @param name names it among its owner's
 * @param subject what it bounds: {@code emission}, or a source with its kind, {@code GRID-1/electricity}
 * @param kind {@link WarningKind#MAXIMUM}, {@link WarningKind#MINIMUM}, {@link WarningKind#YEAR_ON_YEAR} or {@link WarningKind#PLAN}
 * @param isYearly true for the sum of the year, false for each month
 * @param bound in {@code unit}; for year on year the largest growth in per cent
 * @param unit of the bound
 */
public record Threshold(
        String name, String subject, WarningKind kind, boolean isYearly, BigDecimal bound, String unit) {
    public Threshold {
        if (kind.compareTo(WarningKind.MAXIMUM) < 0) {
            throw new IllegalArgumentException("a threshold is no anomaly: " + kind.code());
        }
    }
}
