// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.Arrays;
import java.util.List;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * One dated edition of a grading scheme that compares an enterprise with its peers.
 *
 * @param source where it comes from, and its name and edition
 * @param title its name
 * @param numerator which emissions are counted
 * @param intensityUnit unit of L and of the bounds of {@code levels}
 * @param levels scale of the intensity L
 * @param grades scale of the ratio K
 * @param minimumPeers fewest peers that an average may be formed from
 * @param industryDigits how many digits of the industry code peers must share
 * @param validityMonths how long a grade may be shown after the year it is for
 * @param denominator what emissions are divided by
 * @param selection who counts as a peer, besides the industry
 * @param reference what the intensity is divided by
 */
public record GradingScheme(
        EditionSource source,
        LocalText title,
        Numerator numerator,
        Unit intensityUnit,
        Scale levels,
        Scale grades,
        int minimumPeers,
        int industryDigits,
        int validityMonths,
        Denominator denominator,
        PeerSelection selection,
        Reference reference)
        implements Scheme {
    public GradingScheme {
        Dimension dimension = intensityUnit.dimension();
        Dimension counted = numerator.dimension();
        if (denominator.dimensions().stream()
                .noneMatch(each -> counted.per(each).equals(dimension))) {
            throw new IllegalArgumentException("intensity unit " + intensityUnit + " does not fit numerator "
                    + numerator.code() + " and denominator " + denominator.code());
        }
        if (reference instanceof Reference.Benchmark benchmark
                && !benchmark.value().dimension().equals(dimension)) {
            throw new IllegalArgumentException("benchmark " + benchmark.value() + " is not in " + intensityUnit);
        }
        if (minimumPeers < 0 || industryDigits < 0 || validityMonths < 1) {
            throw new IllegalArgumentException(
                    "counts of peers, digits and months are not negative, months at least 1");
        }
    }

    /** A scheme by value added and the weighted mean of an industry in the whole country. */
    public GradingScheme(
            EditionSource source,
            LocalText title,
            Numerator numerator,
            Unit intensityUnit,
            Scale levels,
            Scale grades,
            int minimumPeers,
            int industryDigits,
            int validityMonths) {
        this(
                source,
                title,
                numerator,
                intensityUnit,
                levels,
                grades,
                minimumPeers,
                industryDigits,
                validityMonths,
                Denominator.VALUE_ADDED,
                PeerSelection.NATION,
                Reference.WEIGHTED_MEAN);
    }

    /** Which emissions of an inventory a scheme counts. */
    public enum Numerator {
        /** CO2 of energy use: fuels, electricity, heat; no process CO2. */
        ENERGY_CO2("energy-co2", Dimension.CO2),
        /** All CO2 of the inventory. */
        TOTAL("total", Dimension.CO2),
        /** All gases of scope 1 and 2, by the inventory's GWP set. */
        TOTAL_CO2E("total-co2e", Dimension.CO2E);

        private final String code;
        private final Dimension dimension;

        Numerator(String code, Dimension dimension) {
            this.code = code;
            this.dimension = dimension;
        }

        /** Throws {@link IllegalArgumentException} that names all codes. */
        public static Numerator fromCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown numerator '" + code + "', not one of energy-co2, total, total-co2e"));
        }

        /** What it measures: CO2, or all gases as CO2e. */
        public Dimension dimension() {
            return dimension;
        }

        public String code() {
            return code;
        }
    }

    /** What emissions are divided by. */
    public enum Denominator {
        /** Value added by the income method. */
        VALUE_ADDED("value-added", List.of(Dimension.MONEY)),
        /** Amount produced in the year: the activity level of the inventory. */
        OUTPUT("output", List.of(Dimension.MASS, Dimension.of(BaseKind.COUNT))),
        /** Comprehensive energy consumption of the year, as given with the request. */
        ENERGY("energy", List.of(Dimension.ENERGY));

        private final String code;
        private final List<Dimension> dimensions;

        Denominator(String code, List<Dimension> dimensions) {
            this.code = code;
            this.dimensions = dimensions;
        }

        /** Throws {@link IllegalArgumentException} that names all codes. */
        public static Denominator fromCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown denominator '" + code + "', not one of value-added, output, energy"));
        }

        public String code() {
            return code;
        }

        List<Dimension> dimensions() {
            return dimensions;
        }
    }

    @Override
    public SchemeSort sort() {
        return SchemeSort.PEER_RATIO;
    }

    /** What the denominator measures, by the intensity unit. */
    public Dimension denominatorDimension() {
        return numerator.dimension().per(intensityUnit.dimension());
    }
}
