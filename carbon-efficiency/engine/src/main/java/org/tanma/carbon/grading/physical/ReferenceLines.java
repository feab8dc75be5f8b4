// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.grading.physical.PhysicalGrade.ReferenceLine;
import org.tanma.carbon.grading.physical.PhysicalOutcome.Refusal;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/** The levels of a product's energy limit that are in force on a day, moved by the figures of the plant. */
final class ReferenceLines {
    private final PhysicalScheme.Product product;
    private final FactorCatalog factors;
    private final LocalDate day;
    private final Map<String, BigDecimal> figures;
    private final List<Refusal> refusals = new ArrayList<>();

    ReferenceLines(
            PhysicalScheme.Product product, FactorCatalog factors, LocalDate day, Map<String, BigDecimal> figures) {
        this.product = product;
        this.factors = factors;
        this.day = day;
        this.figures = figures;
    }

    /** Why levels are not known; complete once {@link #lines} ran. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** The levels that are set, the best first; none when something is refused. */
    List<ReferenceLine> lines() {
        checkFigures();
        List<Factor> rows = inForce();
        if (rows.isEmpty()) {
            refusals.add(new Refusal(
                    "limits",
                    new LocalText("所问之日没有有效的能耗限额", "no energy limit is in force on the day asked"),
                    day.toString(),
                    begins()));
        }
        if (!refusals.isEmpty()) {
            return List.of();
        }
        return rows.stream()
                .map(row -> new ReferenceLine(level(row), row, corrected(row)))
                .toList();
    }

    private void checkFigures() {
        for (PhysicalScheme.Correction correction : product.corrections()) {
            if (!figures.containsKey(correction.figure())) {
                refusals.add(new Refusal(
                        "figure",
                        new LocalText(
                                "修正限额需要：" + correction.title().zh(),
                                "the limit is moved by: " + correction.title().en()),
                        "",
                        correction.figure() + " (" + correction.unit() + ")"));
            }
        }
        for (String figure : figures.keySet()) {
            if (product.corrections().stream().noneMatch(each -> each.figure().equals(figure))) {
                refusals.add(new Refusal(
                        "figure",
                        new LocalText("该产品的限额不随此项修正", "the limit of this product is not moved by this figure"),
                        figure,
                        product.corrections().stream()
                                .map(PhysicalScheme.Correction::figure)
                                .collect(Collectors.joining(", "))));
            }
        }
    }

    private List<Factor> inForce() {
        List<Factor> found = List.of();
        for (EditionRef edition : product.limits()) {
            List<Factor> rows = rows(edition).stream().filter(this::holds).toList();
            if (!rows.isEmpty()) {
                found = rows;
            }
        }
        return found;
    }

    private List<Factor> rows(EditionRef edition) {
        List<Factor> rows = new ArrayList<>();
        for (int level = 1; level <= PhysicalScheme.LEVELS; level++) {
            Optional<Factor> row = factors.findById(edition, product.row() + ".level-" + level);
            row.ifPresent(rows::add);
        }
        return rows;
    }

    private boolean holds(Factor row) {
        @Nullable LocalDate end = row.validTo();
        return row.hasBegunBy(day) && (end == null || !end.isBefore(day));
    }

    /** When the limits known hold, for a refusal. */
    private String begins() {
        return product.limits().stream()
                .flatMap(edition -> rows(edition).stream().limit(1))
                .map(row -> row.edition() + ": " + (row.validFrom() == null ? "" : row.validFrom()) + " – "
                        + (row.validTo() == null ? "" : row.validTo()))
                .collect(Collectors.joining("; "));
    }

    private static int level(Factor row) {
        return row.id().charAt(row.id().length() - 1) - '0';
    }

    private Quantity corrected(Factor row) {
        Quantity value = row.value();
        for (PhysicalScheme.Correction correction : product.corrections()) {
            BigDecimal given = figures.getOrDefault(correction.figure(), correction.base());
            value = value.plus(new Quantity(correction.added(level(row), given), value.unit()));
        }
        return value;
    }

    /** The unit of the levels' numerator, such as kgce of kgce/t. */
    static Unit numerator(Factor row, UnitCatalog units) {
        String symbol = row.value().unit().symbol();
        int solidus = symbol.indexOf('/');
        if (solidus < 0 || !row.value().dimension().exponents().containsKey(BaseKind.ENERGY)) {
            throw new IllegalStateException(row.edition() + " " + row.id() + " is no energy per output but " + symbol);
        }
        Unit unit = units.get(symbol.substring(0, solidus));
        if (!unit.dimension().equals(Dimension.ENERGY)) {
            throw new IllegalStateException(row.edition() + " " + row.id() + " counts " + unit + ", no energy");
        }
        return unit;
    }
}
