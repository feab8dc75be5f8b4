// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Figures of one thing at even steps of time. A step without a figure is a hole, not 0.
 *
 * @param id names it, for instance {@code GRID-1/electricity}
 * @param unit of all its figures
 * @param first first step that a figure is expected for; the first of its month where steps are months
 * @param last last such step, not before {@code first}; at most {@value #MOST_STEPS} steps later
 * @param figures by step, all from {@code first} to {@code last}
 */
public record Series(
        String id,
        String unit,
        Step step,
        LocalDate first,
        LocalDate last,
        NavigableMap<LocalDate, BigDecimal> figures) {
    /** Longest series that is looked at: ten years of days. */
    public static final int MOST_STEPS = 3660;

    public Series {
        figures = Collections.unmodifiableNavigableMap(new TreeMap<>(figures));
        if (last.isBefore(first) || step.plus(first, MOST_STEPS).isBefore(last)) {
            throw new IllegalArgumentException(
                    "a series has 1 to " + MOST_STEPS + " steps, not " + first + " to " + last);
        }
        if (!figures.isEmpty()
                && (figures.firstKey().isBefore(first) || figures.lastKey().isAfter(last))) {
            throw new IllegalArgumentException("a figure of " + id + " lies outside " + first + " to " + last);
        }
    }

    Optional<BigDecimal> at(LocalDate date) {
        return Optional.ofNullable(figures.get(date));
    }

    /** All steps from first to last. */
    List<LocalDate> steps() {
        List<LocalDate> steps = new ArrayList<>();
        for (LocalDate at = first; !at.isAfter(last); at = step.plus(at, 1)) {
            steps.add(at);
        }
        return steps;
    }

    /** How many steps there are from one to another, both counted. */
    int count(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate at = from; !at.isAfter(to); at = step.plus(at, 1)) {
            count++;
        }
        return count;
    }
}
