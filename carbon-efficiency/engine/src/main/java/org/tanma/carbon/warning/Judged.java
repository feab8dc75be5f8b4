// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tanma.carbon.text.LocalText;

/** A figure that was found odd, with what had been usual. */
record Judged(LocalDate at, BigDecimal observed, BigDecimal expected) {
    private static final int LONGEST_BRIDGE = 2;

    private boolean isHigh() {
        return observed.compareTo(expected) > 0;
    }

    private BigDecimal distance() {
        return observed.subtract(expected).abs();
    }

    /** One finding for figures in a row that are odd in the same way; a single step between them that is not odd does not part them. */
    static List<Finding> findings(Series series, List<Judged> odd) {
        List<Finding> findings = new ArrayList<>();
        List<Judged> run = new ArrayList<>();
        for (Judged judged : odd) {
            if (!run.isEmpty() && !judged.continues(series, run.get(run.size() - 1))) {
                findings.add(finding(series, run));
                run.clear();
            }
            run.add(judged);
        }
        if (!run.isEmpty()) {
            findings.add(finding(series, run));
        }
        return findings;
    }

    private boolean continues(Series series, Judged earlier) {
        int bridge = series.step() == Step.DAY ? LONGEST_BRIDGE : 1;
        return isHigh() == earlier.isHigh()
                && !series.step().plus(earlier.at, bridge).isBefore(at);
    }

    private static Finding finding(Series series, List<Judged> run) {
        Judged worst = run.stream()
                .max(java.util.Comparator.comparing(Judged::distance))
                .orElseThrow(() -> new IllegalArgumentException("a run has a figure"));
        boolean isHigh = worst.isHigh();
        LocalDate first = run.get(0).at;
        LocalDate last = run.get(run.size() - 1).at;
        WarningKind kind = isHigh ? WarningKind.HIGH : WarningKind.LOW;
        String observed = Figures.said(worst.observed) + " " + series.unit();
        String expected = Figures.said(worst.expected) + " " + series.unit();
        String ask = isHigh ? "单位或小数点有误，还是确有增加？" : "停产，还是漏记？";
        String askEn = isHigh ? "a unit or a decimal point, or more use indeed?" : "a stop, or not recorded?";
        return new Finding(
                kind,
                kind.code(),
                series.id(),
                series.step(),
                first,
                last,
                series.count(first, last),
                worst.observed,
                worst.expected,
                series.unit(),
                new LocalText(
                        String.format(
                                Locale.ROOT, "%s为 %s，通常约 %s：%s", series.step().text(worst.at), observed, expected, ask),
                        String.format(
                                Locale.ROOT,
                                "%s on %s, usually about %s: %s",
                                observed,
                                series.step().text(worst.at),
                                expected,
                                askEn)));
    }
}
