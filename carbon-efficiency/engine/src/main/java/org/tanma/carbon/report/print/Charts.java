// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.content.CarbonReport.PeriodLine;
import org.tanma.carbon.report.content.CarbonReport.SourceLine;
import org.tanma.carbon.report.content.GradePart;
import org.tanma.carbon.report.content.ReportWords;

/**
 * The charts: bars by source, columns by period, scales with a mark. Lengths are parts of the longest; the page's layout draws
 * them as boxes, so they are lines and areas of the PDF and not pictures.
 */
final class Charts {
    private static final int MOST_BARS = 8;
    private static final BigDecimal COLUMN_MM = BigDecimal.valueOf(28);
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final ReportWords words;

    Charts(ReportWords words) {
        this.words = words;
    }

    /** The biggest sources, the others in one bar; sources that lower the total are not drawn. */
    List<View> bars(List<SourceLine> sources) {
        List<SourceLine> adding = sources.stream()
                .filter(source -> source.emission().signum() > 0)
                .toList();
        if (adding.isEmpty()) {
            return List.of();
        }
        List<View> bars = new ArrayList<>();
        int drawn = adding.size() > MOST_BARS ? MOST_BARS - 1 : adding.size();
        Quantity others = adding.stream()
                .skip(drawn)
                .map(SourceLine::emission)
                .reduce(adding.get(0).emission().minus(adding.get(0).emission()), Quantity::plus);
        BigDecimal longest = adding.get(0).emission().coherentAmount().max(others.coherentAmount());
        for (SourceLine source : adding.subList(0, drawn)) {
            bars.add(bar(source.source() + " · " + words.word(source.label()), source.emission(), longest));
        }
        if (others.signum() > 0) {
            bars.add(bar(words.text("chart.others", String.valueOf(adding.size() - drawn)), others, longest));
        }
        return bars;
    }

    private static View bar(String label, Quantity emission, BigDecimal longest) {
        return new View()
                .text("label", label)
                .text("length", part(emission.coherentAmount(), longest, FULL))
                .text("figure", PrintedFigures.mass(emission));
    }

    /** One column per period; none where there is but one period. */
    List<View> columns(List<PeriodLine> periods) {
        BigDecimal highest = periods.stream()
                .map(period -> period.emission().coherentAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        if (periods.size() < 2 || highest.signum() == 0) {
            return List.of();
        }
        return periods.stream()
                .map(period -> {
                    BigDecimal amount = period.emission().coherentAmount().max(BigDecimal.ZERO);
                    return new View()
                            .text("label", period.period().replaceFirst("^[0-9]{4}-", ""))
                            .text("height", part(amount, highest, COLUMN_MM))
                            .text(
                                    "figure",
                                    period.emission()
                                            .coherentAmount()
                                            .setScale(0, RoundingMode.HALF_UP)
                                            .toPlainString());
                })
                .toList();
    }

    /** The steps of a scale, the one reached marked. */
    List<View> scale(List<GradePart.ScaleStep> steps, int reached) {
        return steps.stream()
                .map(step -> {
                    return new View()
                            .text("rank", String.valueOf(step.rank()))
                            .text("label", words.word(step.label()))
                            .text("bound", step.bound().isEmpty() ? words.text("chart.above") : step.bound())
                            .text(
                                    "width",
                                    FULL.divide(BigDecimal.valueOf(steps.size()), 2, RoundingMode.DOWN)
                                            .toPlainString())
                            .flag("isReached", step.rank() == reached);
                })
                .toList();
    }

    private static String part(BigDecimal value, BigDecimal longest, BigDecimal full) {
        return value.multiply(full)
                .divide(longest, PRECISION)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
