// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.service.kind.StockFlow;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.rest.Wording;

/**
 * Balances the stocks of what is used, over all sources of an enterprise: opening + bought − used − sold − closing, per period
 * in which opening stock is reported and all that was used is known. What is not reported of bought, sold or closing stock is
 * not taken for zero: then only what can be said without it is said.
 */
final class StockBalance {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private final Figures figures;

    StockBalance(Figures figures) {
        this.figures = figures;
    }

    /** What moved in one period, in one unit. */
    private static final class Movement {
        private final Map<StockFlow, Quantity> flows = new EnumMap<>(StockFlow.class);
        private boolean isComparable = true;

        void add(StockFlow flow, Optional<Quantity> quantity) {
            Optional<Quantity> first = flows.values().stream().findFirst();
            boolean fits = quantity.isPresent()
                    && first.map(f -> f.dimension().equals(quantity.get().dimension()))
                            .orElse(true);
            isComparable &= fits;
            if (fits) {
                quantity.ifPresent(q -> flows.merge(flow, q, Quantity::plus));
            }
        }

        boolean has(StockFlow... wanted) {
            return isComparable && List.of(wanted).stream().allMatch(flows::containsKey);
        }

        Quantity get(StockFlow flow) {
            Quantity quantity = flows.get(flow);
            return quantity == null
                    ? Quantity.zero(flows.values().iterator().next().dimension())
                    : quantity;
        }
    }

    List<Finding> find(List<ActivityEntry> entries) {
        Map<String, Map<Period, Movement>> byActivity = new TreeMap<>();
        entries.stream()
                .sorted(Comparator.comparing(ActivityEntry::key))
                .forEach(e -> StockFlow.find(e.key().kind())
                        .ifPresent(flow -> byActivity
                                .computeIfAbsent(StockFlow.activity(e.key().kind()), a -> new TreeMap<>())
                                .computeIfAbsent(e.key().period(), p -> new Movement())
                                .add(flow, figures.quantity(e))));
        entries.forEach(e -> Optional.ofNullable(byActivity.get(e.key().kind()))
                .map(periods -> periods.get(e.key().period()))
                .ifPresent(m -> m.add(StockFlow.USED, figures.quantity(e))));
        List<Finding> findings = new ArrayList<>();
        byActivity.forEach((activity, periods) -> {
            periods.forEach((period, movement) -> balance(activity, period, movement, findings));
            follow(activity, periods, findings);
        });
        return findings;
    }

    private static void balance(String activity, Period period, Movement movement, List<Finding> findings) {
        if (!movement.has(StockFlow.OPENING, StockFlow.BOUGHT, StockFlow.USED)) {
            return;
        }
        Quantity had = movement.get(StockFlow.OPENING).plus(movement.get(StockFlow.BOUGHT));
        Quantity gone = movement.get(StockFlow.USED).plus(movement.get(StockFlow.SOLD));
        Quantity left = had.minus(gone);
        String sum = had + " − " + gone.in(had.unit()) + " = " + left;
        if (left.signum() < 0) {
            findings.add(new Finding(
                    FindingKind.STOCK_NEGATIVE,
                    "",
                    activity,
                    List.of(period),
                    new Wording("期初与购入减去消耗与外售：" + sum, "opening and bought less used and sold: " + sum)));
        } else if (movement.has(StockFlow.CLOSING)) {
            Quantity difference = left.minus(movement.get(StockFlow.CLOSING));
            BigDecimal most = had.coherentAmount().multiply(TOLERANCE, MathContext.DECIMAL128);
            if (difference.coherentAmount().abs().compareTo(most) > 0) {
                String closing = movement.get(StockFlow.CLOSING).toString();
                findings.add(new Finding(
                        FindingKind.STOCK_DIFFERENCE,
                        "",
                        activity,
                        List.of(period),
                        new Wording(
                                sum + "，而期末库存为 " + closing + "，相差 " + difference,
                                sum + ", but the closing stock is " + closing + ": " + difference + " apart")));
            }
        }
    }

    private static void follow(String activity, Map<Period, Movement> periods, List<Finding> findings) {
        periods.forEach((period, movement) -> {
            Period next = new Period(period.year(), Math.min(period.month() + 1, 12));
            Movement after = periods.get(next);
            if (after == null || after == movement || period.isWholeYear()) {
                return;
            }
            if (movement.has(StockFlow.CLOSING) && after.has(StockFlow.OPENING)) {
                Quantity closing = movement.get(StockFlow.CLOSING);
                Quantity opening = after.get(StockFlow.OPENING);
                if (closing.dimension().equals(opening.dimension()) && closing.compareTo(opening) != 0) {
                    findings.add(new Finding(
                            FindingKind.STOCK_BREAK,
                            "",
                            activity,
                            List.of(period, next),
                            new Wording(
                                    period.text() + " 期末 " + closing + "，" + next.text() + " 期初 " + opening,
                                    closing + " at the end of " + period.text() + ", " + opening
                                            + " at the beginning of " + next.text())));
                }
            }
        });
    }
}
