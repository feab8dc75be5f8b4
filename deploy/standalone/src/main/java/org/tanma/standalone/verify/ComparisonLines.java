// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Comparison;
import org.tanma.carbon.analysis.LineChange;
import org.tanma.carbon.quantity.Quantity;

/** One inventory against another, for people. */
final class ComparisonLines {
    private final Lines lines;

    ComparisonLines(Lines lines) {
        this.lines = lines;
    }

    void print(Comparison comparison) {
        lines.phrase(
                0,
                "compare.total",
                Figures.rounded(comparison.before()),
                Figures.rounded(comparison.after()),
                signed(comparison.change()));
        lines.phrase(
                1,
                "compare.parts",
                signed(comparison.byActivity()),
                signed(comparison.byFactor()),
                signed(comparison.byBoundary()));
        comparison.lines().stream().filter(line -> line.change().signum() != 0).forEach(this::print);
    }

    private void print(LineChange line) {
        lines.phrase(
                1,
                "compare.line",
                line.source(),
                lines.word(line.label()),
                amount(line.amountBefore()),
                amount(line.amountAfter()),
                Figures.rounded(line.emissionBefore()),
                Figures.rounded(line.emissionAfter()),
                signed(line.change()));
        lines.phrase(2, "compare.parts", signed(line.byActivity()), signed(line.byFactor()), signed(line.byBoundary()));
    }

    private static String amount(@Nullable Quantity amount) {
        return amount == null ? "–" : Figures.rounded(amount);
    }

    private static String signed(Quantity change) {
        return (change.signum() > 0 ? "+" : "") + Figures.rounded(change);
    }
}
