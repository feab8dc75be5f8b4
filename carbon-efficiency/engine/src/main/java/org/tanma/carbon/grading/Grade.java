// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.quantity.Quantity;

/**
 * A grade with what it follows from. Nothing in it is rounded.
 *
 * @param scheme scheme edition
 * @param numerator which emissions were counted
 * @param grossCo2 the emissions counted, tCO2
 * @param netCo2 the same after deductions, tCO2
 * @param notCounted emissions of the inventory that the scheme leaves out, such as process CO2, tCO2
 * @param valueAdded value added, money; or what else the scheme divides by
 * @param intensity L, in the scheme's unit
 * @param level band of L
 * @param peerAverage industry average of L, in the scheme's unit
 * @param peerCount how many peers it was formed from
 * @param peerIndustry their industry code
 * @param peerYear the year of their figures
 * @param peerSource where their figures come from
 * @param ratio K = L ÷ average
 * @param grade band of K
 * @param neutralShare part of the gross emissions that is offset or replaced by zero-carbon energy, sinks or capture; a
 *     pure number, not limited to 1
 * @param toBetterGrade CO2 to be saved, value added being equal, to reach the next better grade, tCO2; null for the best
 * @param toBetterLevel the same for the level
 * @param reference what the peer average is: a weighted mean, or what else the scheme compares with
 */
public record Grade(
        EditionRef scheme,
        GradingScheme.Numerator numerator,
        Quantity grossCo2,
        Quantity netCo2,
        Quantity notCounted,
        Quantity valueAdded,
        Quantity intensity,
        Band level,
        Quantity peerAverage,
        int peerCount,
        String peerIndustry,
        int peerYear,
        String peerSource,
        BigDecimal ratio,
        Band grade,
        Quantity neutralShare,
        @Nullable Quantity toBetterGrade,
        @Nullable Quantity toBetterLevel,
        Reference reference)
        implements GradeOutcome {}
