// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tanma.carbon.text.LocalText;

/**
 * Finds figures that repeat to the last digit, as a meter that hangs repeats them: three or more equal figures other than 0 in a row, in a series of which
 * at least half of all neighbours differ. Holes break a row.
 */
final class StuckRuns {
    private static final int SHORTEST = 3;

    private StuckRuns() {}

    static List<Finding> find(Series series) {
        List<Finding> findings = new ArrayList<>();
        List<Map.Entry<LocalDate, BigDecimal>> figures =
                List.copyOf(series.figures().entrySet());
        int differing = 0;
        for (int i = 1; i < figures.size(); i++) {
            differing += follows(series, figures, i) ? 0 : 1;
        }
        if (2 * differing < figures.size() - 1) {
            return findings;
        }
        int begin = 0;
        for (int i = 1; i <= figures.size(); i++) {
            if (i == figures.size() || !follows(series, figures, i)) {
                if (i - begin >= SHORTEST) {
                    findings.add(stuck(series, figures.get(begin), figures.get(i - 1), i - begin));
                }
                begin = i;
            }
        }
        return findings;
    }

    /** True when the figure at {@code i} is the one before it, a step later, and not 0. */
    private static boolean follows(Series series, List<Map.Entry<LocalDate, BigDecimal>> figures, int i) {
        BigDecimal figure = figures.get(i).getValue();
        return figure.signum() != 0
                && figure.compareTo(figures.get(i - 1).getValue()) == 0
                && series.step()
                        .plus(figures.get(i - 1).getKey(), 1)
                        .equals(figures.get(i).getKey());
    }

    private static Finding stuck(
            Series series, Map.Entry<LocalDate, BigDecimal> first, Map.Entry<LocalDate, BigDecimal> last, int count) {
        String figure = first.getValue().toPlainString() + " " + series.unit();
        return new Finding(
                WarningKind.STUCK,
                WarningKind.STUCK.code(),
                series.id(),
                series.step(),
                first.getKey(),
                last.getKey(),
                count,
                first.getValue(),
                null,
                series.unit(),
                new LocalText(
                        String.format(Locale.ROOT, "连续 %d 次均为 %s：计量器具卡滞，还是估算填报？", count, figure),
                        String.format(
                                Locale.ROOT,
                                "%s %d times in a row: is the meter stuck, or was it estimated?",
                                figure,
                                count)));
    }
}
