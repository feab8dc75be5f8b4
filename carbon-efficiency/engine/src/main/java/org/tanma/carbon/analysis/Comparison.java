// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/**
 * One inventory against another: two years, or one year as it is and as it would be.
 *
 * <p>Shape: a source's emission is amount × implied factor, {@code E = A·f}. Between E₀ and E₁ the amount accounts for
 * {@code (A₁ − A₀)·(f₀ + f₁)/2} and the factor for the rest, {@code (f₁ − f₀)·(A₀ + A₁)/2}: the split that favours neither
 * (Shapley's for two causes), with nothing left over. Contract: every sum here is exact, so the parts add up to the change to
 * the last digit; order plays no part.
 *
 * @param before Σ emission before, tCO2e
 * @param after Σ emission after, tCO2e
 * @param change after − before
 * @param byActivity Σ over the lines
 * @param byFactor Σ over the lines
 * @param byBoundary Σ over the lines
 * @param lines those with the largest change first, whatever its sign
 */
public record Comparison(
        Quantity before,
        Quantity after,
        Quantity change,
        Quantity byActivity,
        Quantity byFactor,
        Quantity byBoundary,
        List<LineChange> lines) {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public Comparison {
        lines = List.copyOf(lines);
    }

    /** Compares lines; a source and activity occur at most once in each list. */
    public static Comparison of(List<EmissionLine> before, List<EmissionLine> after) {
        Map<String, EmissionLine> old = byName(before);
        Map<String, EmissionLine> recent = byName(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(recent.keySet());
        List<LineChange> lines = new ArrayList<>();
        names.forEach(name -> lines.add(line(old.get(name), recent.get(name))));
        lines.sort(Comparator.<LineChange, BigDecimal>comparing(
                        line -> line.change().amount().abs(), Comparator.reverseOrder())
                .thenComparing(LineChange::source)
                .thenComparing(LineChange::activity));
        return new Comparison(
                sum(lines, LineChange::emissionBefore),
                sum(lines, LineChange::emissionAfter),
                sum(lines, LineChange::change),
                sum(lines, LineChange::byActivity),
                sum(lines, LineChange::byFactor),
                sum(lines, LineChange::byBoundary),
                lines);
    }

    private static Map<String, EmissionLine> byName(List<EmissionLine> lines) {
        Map<String, EmissionLine> named = new TreeMap<>();
        for (EmissionLine line : lines) {
            if (named.put(line.source() + "\n" + line.activity(), line) != null) {
                throw new IllegalArgumentException(line.source() + " " + line.activity() + " occurs twice");
            }
        }
        return named;
    }

    private static LineChange line(@Nullable EmissionLine before, @Nullable EmissionLine after) {
        EmissionLine known = before == null ? after : before;
        if (known == null) {
            throw new IllegalArgumentException("a line that is in neither year");
        }
        BigDecimal e0 = before == null ? BigDecimal.ZERO : before.emission().amount();
        BigDecimal e1 = after == null ? BigDecimal.ZERO : after.emission().amount();
        BigDecimal change = e1.subtract(e0);
        boolean isBoth = before != null
                && after != null
                && before.amount().dimension().equals(after.amount().dimension());
        BigDecimal byActivity = before != null && after != null && isBoth ? byActivity(before, after) : BigDecimal.ZERO;
        return new LineChange(
                known.source(),
                known.activity(),
                known.label(),
                known.scope(),
                before == null ? null : before.amount(),
                after == null ? null : after.amount(),
                co2e(e0),
                co2e(e1),
                co2e(change),
                co2e(byActivity),
                co2e(isBoth ? change.subtract(byActivity) : BigDecimal.ZERO),
                co2e(isBoth ? BigDecimal.ZERO : change));
    }

    /** Where there was nothing to divide by on one side, the other side's factor stands for both. */
    private static BigDecimal byActivity(EmissionLine before, EmissionLine after) {
        BigDecimal a0 = before.amount().coherentAmount();
        BigDecimal a1 = after.amount().coherentAmount();
        BigDecimal e0 = before.emission().amount();
        BigDecimal e1 = after.emission().amount();
        if (a0.signum() == 0 || a1.signum() == 0) {
            return e1.subtract(e0);
        }
        BigDecimal factors = e0.divide(a0, PRECISION).add(e1.divide(a1, PRECISION), PRECISION);
        return a1.subtract(a0, PRECISION).multiply(factors, PRECISION).divide(TWO, PRECISION);
    }

    private static Quantity sum(List<LineChange> lines, Function<LineChange, Quantity> part) {
        return co2e(lines.stream().map(line -> part.apply(line).amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Quantity co2e(BigDecimal amount) {
        return new Quantity(amount, Unit.coherent(Dimension.CO2E));
    }
}
