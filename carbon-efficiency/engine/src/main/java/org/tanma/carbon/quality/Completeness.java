// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;

/**
 * How much of what a method asks for a request says. It is known of incomplete requests too.
 *
 * <p>Shape: {@code completeness = answered terms ÷ required terms × reported months ÷ expected months}; a term is answered
 * when it has a reading or is declared absent, and a source that has any reading is expected to have all twelve months.
 *
 * @param answeredTerms terms reported or declared absent
 * @param requiredTerms terms that must be
 * @param openTerms ids of the others, in the order of the method
 * @param reportedMonths months that have a reading, summed over the sources of scope 1 and 2
 * @param expectedMonths twelve for each of those sources
 * @param sources share of months reported, of 1, by source and activity
 * @param share of 1, six digits; 0 where no month is expected
 */
public record Completeness(
        int answeredTerms,
        int requiredTerms,
        List<String> openTerms,
        int reportedMonths,
        int expectedMonths,
        Map<String, BigDecimal> sources,
        BigDecimal share) {
    private static final int MONTHS = 12;
    private static final MathContext ROUNDED = new MathContext(6, RoundingMode.HALF_EVEN);

    public Completeness {
        openTerms = List.copyOf(openTerms);
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    }

    /** The completeness of a request by its method. */
    public static Completeness of(InventoryRequest request, AccountingMethod method) {
        Set<String> reported = request.entries().stream()
                .map(entry -> entry.activity().term())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> required = method.terms().stream()
                .filter(MethodTerm::isRequired)
                .map(MethodTerm::id)
                .toList();
        List<String> open = required.stream()
                .filter(term ->
                        !reported.contains(term) && !request.absentTerms().contains(term))
                .toList();
        Map<String, Set<Integer>> months = months(request, method);
        int reportedMonths = months.values().stream().mapToInt(Set::size).sum();
        int expectedMonths = months.size() * MONTHS;
        Map<String, BigDecimal> sources = new TreeMap<>();
        months.forEach((source, of) -> sources.put(source, ratio(of.size(), MONTHS)));
        int answered = required.size() - open.size();
        BigDecimal share = expectedMonths == 0 || required.isEmpty()
                ? BigDecimal.ZERO
                : ratio(answered, required.size())
                        .multiply(ratio(reportedMonths, expectedMonths), ROUNDED)
                        .stripTrailingZeros();
        return new Completeness(answered, required.size(), open, reportedMonths, expectedMonths, sources, share);
    }

    private static Map<String, Set<Integer>> months(InventoryRequest request, AccountingMethod method) {
        Map<String, Set<Integer>> months = new TreeMap<>();
        for (ActivityEntry entry : request.entries()) {
            boolean isCounted = method.findTerm(entry.activity().term())
                    .filter(term -> !term.isValueChain())
                    .isPresent();
            if (isCounted) {
                Set<Integer> own =
                        months.computeIfAbsent(entry.source() + " " + entry.activity(), key -> new TreeSet<>());
                IntStream.rangeClosed(1, MONTHS)
                        .filter(month -> entry.period().contains(YearMonth.of(request.year(), month)))
                        .forEach(own::add);
            }
        }
        return months;
    }

    private static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), ROUNDED);
    }
}
