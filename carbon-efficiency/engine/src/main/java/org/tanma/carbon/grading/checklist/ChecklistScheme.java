// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.checklist;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.grading.SchemeSort;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * One dated edition of a list of indicators.
 *
 * @param source where it comes from, and its name and edition
 * @param title its name
 * @param validityMonths how long a result may be shown after the year it is for
 * @param figures the figures it asks for
 * @param items the indicators, in the order printed
 */
public record ChecklistScheme(
        EditionSource source, LocalText title, int validityMonths, List<Figure> figures, List<Item> items)
        implements Scheme {
    public ChecklistScheme {
        figures = List.copyOf(figures);
        items = List.copyOf(items);
        Set<String> ids = new HashSet<>();
        figures.forEach(figure -> requireNew(ids, figure.id()));
        for (Item item : items) {
            requireNew(ids, item.id());
            requireUnit(figures, item);
        }
    }

    private static void requireUnit(List<Figure> figures, Item item) {
        Dimension above = dimension(figures, item.parts().get(0));
        String below = item.per();
        Dimension formed = below == null ? above : above.per(dimension(figures, below));
        if (item.parts().stream().anyMatch(part -> !dimension(figures, part).equals(above))
                || !formed.equals(item.unit().dimension())) {
            throw new IllegalArgumentException("indicator " + item.id() + " is not measured in " + item.unit());
        }
    }

    private static void requireNew(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("'" + id + "' names two things");
        }
    }

    private static Dimension dimension(List<Figure> figures, String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure is called '" + id + "'"))
                .unit()
                .dimension();
    }

    /**
     * A figure that the check asks for.
     *
     * @param unit the unit to suggest; any of the same dimension is taken
     */
    public record Figure(String id, LocalText title, Unit unit) {}

    /**
     * An indicator: the sum of some figures, divided by another where {@code per} names one.
     *
     * @param parts figures that are added up, at least one
     * @param per figure that the sum is divided by, or null
     * @param unit unit of {@code bound}
     * @param sense on which side of the bound it is met
     * @param isBoundIncluded whether a value exactly on the bound meets it
     * @param from document and place
     */
    public record Item(
            String id,
            LocalText title,
            List<String> parts,
            @Nullable String per,
            Unit unit,
            Sense sense,
            BigDecimal bound,
            boolean isBoundIncluded,
            String from) {
        public Item {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("indicator " + id + " is the sum of nothing");
            }
        }

        /** Whether numerator ÷ denominator meets it; exact, for no quotient is formed. */
        boolean isMet(BigDecimal numerator, BigDecimal positiveDenominator) {
            int side = numerator.compareTo(bound.multiply(unit.coherentFactor()).multiply(positiveDenominator));
            return side == 0 ? isBoundIncluded : (side < 0) == (sense == Sense.AT_MOST);
        }
    }

    /** On which side of its bound an indicator is met. */
    public enum Sense {
        AT_MOST("at-most"),
        AT_LEAST("at-least");

        private final String code;

        Sense(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The figure of this id. */
    public Optional<Figure> find(String figure) {
        return figures.stream().filter(each -> each.id().equals(figure)).findFirst();
    }

    @Override
    public SchemeSort sort() {
        return SchemeSort.CHECKLIST;
    }
}
