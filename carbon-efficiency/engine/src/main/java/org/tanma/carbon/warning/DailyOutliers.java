// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Days that do not look like the same weekday of the weeks around.
 *
 * <p>A seasonal-naive forecast with a robust limit: expected is the median of the six nearest known, not odd figures of the same weekday, earlier ones
 * first; the limit is the larger of 6 × scaled MAD of the last 42 days' differences from their own expectation and 35 % of what is expected, or of half the
 * median of those days where that is more. A day beyond the limit is odd and is no reference for others; a level that lasts becomes usual when six weeks of it are known, for days without
 * at least four references are not judged.
 */
final class DailyOutliers {
    private static final int WEEK = 7;
    private static final int REFERENCES = 6;
    private static final int FEWEST_REFERENCES = 4;
    /** More than twice the weeks that a long stop takes, for a stop ahead is not known to be odd yet. */
    private static final int LATER_REFERENCES = 8;

    private static final int WINDOW = 42;
    private static final int FEWEST_RESIDUALS = 14;
    private static final BigDecimal DEVIATIONS = new BigDecimal("6");
    private static final BigDecimal PART = new BigDecimal("0.35");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Series series;
    private final Set<LocalDate> odd = new HashSet<>();
    private final Map<LocalDate, Optional<BigDecimal>> judged = new HashMap<>();

    DailyOutliers(Series series) {
        this.series = series;
    }

    /** The odd days, in order of time. */
    List<Judged> find() {
        List<Judged> found = new ArrayList<>();
        for (LocalDate at : series.figures().keySet()) {
            BigDecimal figure = series.figures().get(at);
            Optional<BigDecimal> expected = expected(at);
            judged.put(at, expected);
            Optional<BigDecimal> limit = expected.flatMap(e -> limit(at, e));
            if (figure != null
                    && expected.isPresent()
                    && limit.isPresent()
                    && figure.subtract(expected.get()).abs().compareTo(limit.get()) > 0) {
                odd.add(at);
                found.add(new Judged(at, figure, expected.get()));
            }
        }
        return found;
    }

    private Optional<BigDecimal> expected(LocalDate at) {
        List<BigDecimal> references = new ArrayList<>();
        for (int week = 1; week <= REFERENCES; week++) {
            reference(at.minusDays((long) week * WEEK), references);
        }
        for (int week = 1; week <= LATER_REFERENCES && references.size() < LATER_REFERENCES && isEarly(at); week++) {
            reference(at.plusDays((long) week * WEEK), references);
        }
        return references.size() < FEWEST_REFERENCES ? Optional.empty() : Optional.of(Robust.median(references));
    }

    /** In the first four weeks of a series later figures stand in for earlier ones, up to eight in all. */
    private boolean isEarly(LocalDate at) {
        return at.isBefore(series.first().plusDays((long) WEEK * FEWEST_REFERENCES));
    }

    private void reference(LocalDate at, List<BigDecimal> references) {
        if (!odd.contains(at)) {
            series.at(at).ifPresent(references::add);
        }
    }

    private Optional<BigDecimal> limit(LocalDate at, BigDecimal expected) {
        LocalDate from = isEarly(at) ? series.first() : at.minusDays(WINDOW);
        List<BigDecimal> residuals = new ArrayList<>();
        List<BigDecimal> level = new ArrayList<>();
        for (int i = 0; i < WINDOW; i++) {
            LocalDate day = from.plusDays(i);
            Optional<BigDecimal> figure = series.at(day);
            if (!day.equals(at) && !odd.contains(day) && figure.isPresent()) {
                Optional<BigDecimal> usual =
                        judged.getOrDefault(day, Optional.empty()).or(() -> expected(day));
                usual.ifPresent(e -> residuals.add(figure.get().subtract(e)));
                level.add(figure.get());
            }
        }
        if (residuals.size() < FEWEST_RESIDUALS) {
            return Optional.empty();
        }
        BigDecimal spread =
                Robust.spread(residuals, Robust.median(residuals)).multiply(DEVIATIONS, MathContext.DECIMAL128);
        BigDecimal least = Robust.median(level)
                .abs()
                .multiply(HALF, MathContext.DECIMAL128)
                .max(expected.abs());
        return Optional.of(spread.max(least.multiply(PART, MathContext.DECIMAL128)));
    }
}
