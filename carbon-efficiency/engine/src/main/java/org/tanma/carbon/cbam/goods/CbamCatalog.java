// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.goods;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorEdition;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FallbackLevel;

/**
 * Goods, default values, benchmarks, mark-ups and parameters of CBAM. Immutable, thread-safe.
 *
 * <p>Rule: a row is found by the longest code that begins the code asked for.
 */
public final class CbamCatalog {
    private final List<CbamGood> goods;
    private final List<DefaultValue> defaults;
    private final List<Benchmark> benchmarks;
    private final List<FactorEdition> editions;

    /**
     * @param goods what codes belong to
     * @param defaults default values without mark-up
     * @param benchmarks benchmarks of both columns
     * @param editions parameters; {@code activity} is the key, validity the years they hold for
     */
    public CbamCatalog(
            List<CbamGood> goods,
            List<DefaultValue> defaults,
            List<Benchmark> benchmarks,
            List<FactorEdition> editions) {
        this.goods = List.copyOf(goods);
        this.defaults = List.copyOf(defaults);
        this.benchmarks = List.copyOf(benchmarks);
        this.editions = List.copyOf(editions);
    }

    /** What a CN code belongs to, if it is known. */
    public Optional<CbamGood> findGood(String cn) {
        return goods.stream()
                .filter(good -> cn.startsWith(good.cn()))
                .max(Comparator.comparingInt(good -> good.cn().length()));
    }

    /** The default values of a country for a code; several where the code has variants. */
    public List<DefaultValue> findDefaults(String cn, String country) {
        return longest(
                defaults.stream().filter(each -> each.country().equals(country)).toList(), cn, DefaultValue::cn);
    }

    /** The benchmarks of a column for a code; several where routes differ. */
    public List<Benchmark> findBenchmarks(String cn, String column) {
        return longest(
                benchmarks.stream().filter(each -> each.column().equals(column)).toList(), cn, Benchmark::cn);
    }

    /** A parameter that holds on a day. */
    public Optional<FactorMatch> find(String key, LocalDate day) {
        return editions.stream()
                .flatMap(edition -> edition.factors().stream())
                .filter(factor -> factor.activity().equals(key))
                .filter(factor -> factor.hasBegunBy(day) && hasNotEnded(factor, day))
                .map(factor -> new FactorMatch(factor, FallbackLevel.REQUESTED, 0))
                .findFirst();
    }

    /** All that a parameter has been, in file order. */
    public List<Factor> all(String key) {
        return editions.stream()
                .flatMap(edition -> edition.factors().stream())
                .filter(factor -> factor.activity().equals(key))
                .toList();
    }

    public List<CbamGood> goods() {
        return goods;
    }

    public List<DefaultValue> defaults() {
        return defaults;
    }

    public List<Benchmark> benchmarks() {
        return benchmarks;
    }

    public List<FactorEdition> editions() {
        return editions;
    }

    private static boolean hasNotEnded(Factor factor, LocalDate day) {
        LocalDate end = factor.validTo();
        return end == null || !day.isAfter(end);
    }

    private static <T> List<T> longest(List<T> rows, String cn, Function<T, String> code) {
        int length = rows.stream()
                .map(code)
                .filter(cn::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(-1);
        return rows.stream()
                .filter(row -> cn.startsWith(code.apply(row)) && code.apply(row).length() == length)
                .toList();
    }
}
