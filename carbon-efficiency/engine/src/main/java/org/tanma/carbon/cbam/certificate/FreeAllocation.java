// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.goods.Benchmark;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FallbackLevel;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * What of a benchmark is still free in a year.
 *
 * <p>Shape: share of the year × cross-sectoral factor × benchmark, tCO2e/t. Errors: a year without a share, a good without a
 * benchmark, a route left open are noted; none counts as zero.
 */
public final class FreeAllocation {
    private final CbamCatalog catalog;
    private final List<Missing> missing;
    private final Consumer<FactorMatch> used;

    /**
     * @param catalog benchmarks and shares
     * @param missing takes what is missing
     * @param used takes every published figure that is used
     */
    public FreeAllocation(CbamCatalog catalog, List<Missing> missing, Consumer<FactorMatch> used) {
        this.catalog = catalog;
        this.missing = missing;
        this.used = used;
    }

    /**
     * What is free, with the figures it follows from.
     *
     * @param value tCO2e/t
     * @param inputs share, factor, benchmark
     */
    public record Share(Quantity value, List<TraceInput> inputs) {
        public Share {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * The free share of a good's benchmark.
     *
     * @param cn CN code
     * @param column {@code A} or {@code B}
     * @param route production route; null if not said
     * @param year year of import
     * @param path where in the request
     */
    public Optional<Share> find(String cn, String column, @Nullable String route, int year, String path) {
        Optional<TraceInput> share = share(year, path);
        if (share.isEmpty()) {
            return Optional.empty();
        }
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(share.get());
        if (share.get().value().signum() == 0) {
            return Optional.of(new Share(Quantity.zero(Dimension.CO2E.per(Dimension.MASS)), inputs));
        }
        Optional<TraceInput> crossSectoral = crossSectoral(year, path);
        Optional<TraceInput> benchmark = benchmark(cn, column, route, path);
        if (crossSectoral.isEmpty() || benchmark.isEmpty()) {
            return Optional.empty();
        }
        inputs.add(crossSectoral.get());
        inputs.add(benchmark.get());
        return Optional.of(new Share(
                share.get()
                        .value()
                        .times(crossSectoral.get().value())
                        .times(benchmark.get().value()),
                inputs));
    }

    private Optional<TraceInput> share(int year, String path) {
        return parameter("free-share", "F", new LocalText("免费份额比例", "share still free"), year, path);
    }

    private Optional<TraceInput> crossSectoral(int year, String path) {
        return parameter("cross-sectoral-factor", "C", new LocalText("跨部门系数", "cross-sectoral factor"), year, path);
    }

    private Optional<TraceInput> parameter(String key, String symbol, LocalText label, int year, String path) {
        Optional<FactorMatch> match = catalog.find(key, LocalDate.of(year, 12, 31));
        if (match.isEmpty()) {
            missing.add(new Missing(
                    Missing.Reason.PERIOD,
                    path + "/year",
                    new LocalText("没有该年的" + label.zh(), "no " + label.en() + " of that year"),
                    String.valueOf(year),
                    catalog.all(key).stream()
                            .map(factor -> String.valueOf(factor.validFrom()).substring(0, 4))
                            .collect(Collectors.joining(", ")),
                    new LocalText("使用所列年份", "use a year listed")));
            return Optional.empty();
        }
        used.accept(match.get());
        return Optional.of(
                new TraceInput(symbol, label, match.get().factor().value(), new Origin.FromFactor(match.get())));
    }

    private Optional<TraceInput> benchmark(String cn, String column, @Nullable String route, String path) {
        List<Benchmark> found = catalog.findBenchmarks(cn, column);
        List<Benchmark> fitting = found.stream()
                .filter(each -> each.route().isEmpty() || each.route().equals(route))
                .toList();
        if (fitting.size() != 1) {
            missing.add(new Missing(
                    found.isEmpty() ? Missing.Reason.FACTOR : Missing.Reason.PARAMETER,
                    path + (found.isEmpty() ? "/cn" : "/route"),
                    found.isEmpty()
                            ? new LocalText("没有该编码的基准值", "no benchmark for this code")
                            : new LocalText("需指明生产路线", "the production route must be said"),
                    found.isEmpty() ? cn : route == null ? "" : route,
                    found.stream().map(Benchmark::route).collect(Collectors.joining(", ")),
                    found.isEmpty()
                            ? new LocalText("使用 8 位 CN 编码", "use an 8-digit CN code")
                            : new LocalText("使用所列路线之一", "use a route listed")));
            return Optional.empty();
        }
        FactorMatch match = new FactorMatch(fitting.get(0).value(), FallbackLevel.REQUESTED, 0);
        used.accept(match);
        return Optional.of(new TraceInput(
                "BM",
                new LocalText("基准值（" + column + " 列）", "benchmark, column " + column),
                fitting.get(0).value().value(),
                new Origin.FromFactor(match)));
    }
}
