// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.grading.SchemeSort;
import org.tanma.carbon.text.LocalText;

/**
 * One dated edition of a scheme that compares the energy per unit of a product with the levels of its energy limit.
 *
 * @param source where it comes from, and its name and edition
 * @param title its name
 * @param validityMonths how long a grade may be shown after the year it is for
 * @param standardCoal editions of standard-coal coefficients, asked in this order
 * @param carriers the energy that each term of a method is, by term
 * @param labels names of grades 1, 2, 3 (within level 1, 2, 3) and 4 (above the limit)
 * @param products what can be graded, by id
 */
public record PhysicalScheme(
        EditionSource source,
        LocalText title,
        int validityMonths,
        List<EditionRef> standardCoal,
        Map<String, Carrier> carriers,
        List<LocalText> labels,
        Map<String, Product> products)
        implements Scheme {
    /** Levels of an energy limit: 1 advanced, 2 entry of new plants, 3 limit of existing ones. */
    public static final int LEVELS = 3;

    public PhysicalScheme {
        standardCoal = List.copyOf(standardCoal);
        carriers = Map.copyOf(carriers);
        labels = List.copyOf(labels);
        products = java.util.Collections.unmodifiableMap(new TreeMap<>(products));
        if (labels.size() != LEVELS + 1) {
            throw new IllegalArgumentException("a physical scheme names 4 grades, not " + labels.size());
        }
    }

    /**
     * The energy that a term of a method is.
     *
     * @param id {@code electricity}, {@code heat}; or null where the activity's item names it, such as a fuel
     * @param isDelivered whether it leaves the enterprise and is subtracted
     */
    public record Carrier(@Nullable String id, boolean isDelivered) {}

    /** Which energy of a product counts. */
    public enum Measure {
        /** All of it, in standard coal. */
        COMPREHENSIVE("comprehensive"),
        /** Electricity only. */
        ELECTRICITY("electricity"),
        /** Fuels only, in standard coal. */
        FUEL("fuel");

        private static final Set<String> NO_FUELS = Set.of("electricity", "heat", "steam", "hot-water");

        private final String code;

        Measure(String code) {
            this.code = code;
        }

        /** Throws {@link IllegalArgumentException} that names all codes. */
        public static Measure fromCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown measure '" + code + "', not one of "
                            + Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", "))));
        }

        public String code() {
            return code;
        }

        boolean counts(String carrier) {
            return switch (this) {
                case COMPREHENSIVE -> true;
                case ELECTRICITY -> carrier.equals("electricity");
                case FUEL -> !NO_FUELS.contains(carrier);
            };
        }
    }

    /**
     * A product or process that has an energy limit.
     *
     * @param id for instance {@code cement-clinker}
     * @param title its name
     * @param limits editions that hold rows {@code <row>.level-1} to {@code <row>.level-3}; of those in force on the day asked,
     *     the last listed is taken
     * @param row name of its rows in those editions
     * @param measure which energy counts
     * @param corrections what moves the levels
     */
    public record Product(
            String id,
            LocalText title,
            List<EditionRef> limits,
            String row,
            Measure measure,
            List<Correction> corrections) {
        public Product {
            limits = List.copyOf(limits);
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * Moves levels by a figure of the plant: {@code level + perUnit × distance}, where the distance is {@code figure − base},
     * or with {@code isBelow} {@code base − figure}, held between {@code least} and {@code most}.
     *
     * @param figure name of the figure, for instance {@code clinker-share}
     * @param title what it is
     * @param unit its unit, as a symbol
     * @param base the figure at which the printed levels hold
     * @param isBelow whether it is the shortfall under the base that counts
     * @param least smallest distance counted; null for no limit
     * @param most largest distance counted; null for no limit
     * @param perUnit what is added to each level per unit of distance, in the unit of the level
     * @param from document and place
     */
    public record Correction(
            String figure,
            LocalText title,
            String unit,
            BigDecimal base,
            boolean isBelow,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            List<BigDecimal> perUnit,
            String from) {
        public Correction {
            perUnit = List.copyOf(perUnit);
            if (perUnit.size() != LEVELS) {
                throw new IllegalArgumentException("correction " + figure + " needs one figure for each of 3 levels");
            }
        }

        /** What is added to a level, 1 to 3, in its unit. */
        BigDecimal added(int level, BigDecimal given) {
            BigDecimal distance = isBelow ? base.subtract(given) : given.subtract(base);
            if (least != null) {
                distance = distance.max(least);
            }
            if (most != null) {
                distance = distance.min(most);
            }
            return perUnit.get(level - 1).multiply(distance);
        }
    }

    public Optional<Product> find(String product) {
        return Optional.ofNullable(products.get(product));
    }

    @Override
    public SchemeSort sort() {
        return SchemeSort.PHYSICAL_INTENSITY;
    }
}
