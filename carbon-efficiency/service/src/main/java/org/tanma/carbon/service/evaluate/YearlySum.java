// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * A figure of the whole year, added up from what was reported of it by month or for the year.
 *
 * @param total null when nothing usable was reported
 * @param gaps why it is not usable; empty when {@code total} is there, or when nothing was reported at all
 */
record YearlySum(@Nullable Quantity total, List<LocalText> gaps) {
    private static final int MONTHS = 12;

    YearlySum {
        gaps = List.copyOf(gaps);
    }

    /** One reported figure: of a month from 1, or of the whole year as month 0. */
    record Part(String source, int month, Quantity amount) {}

    /** Adds the parts; each source must have every month once, or one figure for the year, and all one dimension. */
    static YearlySum of(List<Part> parts) {
        Map<String, List<Part>> bySource =
                parts.stream().collect(Collectors.groupingBy(Part::source, LinkedHashMap::new, Collectors.toList()));
        List<LocalText> gaps = new ArrayList<>();
        bySource.forEach((source, own) -> checkMonths(source, own, gaps));
        if (parts.stream().map(p -> p.amount().dimension()).distinct().count() > 1) {
            gaps.add(new LocalText("各项计量单位不同，无法相加", "the parts measure different things and cannot be added"));
        }
        return parts.isEmpty() || !gaps.isEmpty()
                ? new YearlySum(null, gaps)
                : new YearlySum(
                        parts.stream().map(Part::amount).reduce(Quantity::plus).orElse(null), List.of());
    }

    private static void checkMonths(String source, List<Part> parts, List<LocalText> gaps) {
        TreeSet<Integer> months = parts.stream().map(Part::month).collect(Collectors.toCollection(TreeSet::new));
        if (months.contains(0)) {
            if (months.size() > 1) {
                gaps.add(new LocalText(source + "：既有全年数又有月度数", source + ": given for the year and for months as well"));
            }
            return;
        }
        List<Integer> missing = IntStream.rangeClosed(1, MONTHS)
                .filter(m -> !months.contains(m))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            String list = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
            gaps.add(new LocalText(source + "：缺少月份 " + list, source + ": months missing: " + list));
        }
    }
}
