// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.math.BigDecimal;
import java.util.List;

/**
 * The rule a grade was given by, with the bounds to show beside it. A value on a bound belongs to the better class.
 *
 * @param lowCarbonMax highest intensity L of a low-carbon enterprise, in {@link Figure#T_CO2E_PER_TEN_THOUSAND_CNY}
 * @param mediumCarbonMax highest intensity L of a medium-carbon one; above it lies high carbon
 * @param gradeMax highest ratio K of grades 1, 2, 3 and 4, rising; above the last lies grade 5
 */
public record GradingScheme(
        String id,
        String edition,
        BilingualText name,
        String lowCarbonMax,
        String mediumCarbonMax,
        List<String> gradeMax) {
    /** Number of efficiency grades; 1 is the best. */
    public static final int GRADES = 5;

    public GradingScheme {
        gradeMax = List.copyOf(gradeMax);
        if (gradeMax.size() != GRADES - 1) {
            throw new IllegalArgumentException(
                    "scheme " + id + " has " + gradeMax.size() + " grade bounds; it needs 4");
        }
        requireRising(id, List.of(lowCarbonMax, mediumCarbonMax));
        requireRising(id, gradeMax);
    }

    private static void requireRising(String id, List<String> bounds) {
        for (int i = 1; i < bounds.size(); i++) {
            if (Figure.decimal(bounds.get(i - 1)).compareTo(Figure.decimal(bounds.get(i))) >= 0) {
                throw new IllegalArgumentException("bounds of scheme " + id + " do not rise: " + bounds);
            }
        }
    }

    CarbonLevel levelOf(BigDecimal intensity) {
        if (intensity.compareTo(Figure.decimal(lowCarbonMax)) <= 0) {
            return CarbonLevel.LOW;
        }
        return intensity.compareTo(Figure.decimal(mediumCarbonMax)) <= 0 ? CarbonLevel.MEDIUM : CarbonLevel.HIGH;
    }

    int gradeOf(BigDecimal ratio) {
        int grade = 1;
        for (String bound : gradeMax) {
            if (ratio.compareTo(Figure.decimal(bound)) <= 0) {
                return grade;
            }
            grade++;
        }
        return grade;
    }
}
