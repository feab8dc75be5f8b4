// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.tanma.carbon.inventory.CementYear.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.method.Parameter;

/** How long one inventory of 200 sources takes: {@code .ci/bench.sh --module carbon-efficiency/engine Inventory}. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InventoryBenchmark {
    private static final int SOURCES = 200;
    private static final String[] FUELS = {"bituminous-coal", "diesel", "natural-gas", "gasoline", "lpg", "anthracite"};

    private final InventoryEngine engine = EngineCatalog.readShipped().inventoryEngine();
    private final InventoryRequest yearly = yearly();
    private final InventoryRequest monthly = monthly();

    /** Source streams of a CBAM installation, one reading for the year each, all parameters measured. */
    private static InventoryRequest yearly() {
        SplittableRandom random = new SplittableRandom(1);
        List<ActivityEntry> entries = new ArrayList<>();
        for (int source = 0; source < SOURCES; source++) {
            ActivityEntry entry =
                    ActivityEntry.of("S" + source, "combustion/coal", "2026", quantity(amount(random), "t"));
            entries.add(entry.withMeasured(Map.of(
                    Parameter.NET_CALORIFIC_VALUE, measured("25", "GJ/t"),
                    Parameter.EMISSION_FACTOR, measured("95", "tCO2/TJ"),
                    Parameter.BIOMASS_FRACTION, measured("15", "%"))));
        }
        return request("cbam-2025-2547/2025", 2026, entries, Set.of("mass-balance", "process", "electricity"));
    }

    /** Fuels and electricity month by month, by published factors. */
    private static InventoryRequest monthly() {
        SplittableRandom random = new SplittableRandom(1);
        List<ActivityEntry> entries = new ArrayList<>();
        for (int source = 0; source < SOURCES; source++) {
            String fuel = FUELS[source % FUELS.length];
            boolean isGrid = source % 4 == 0;
            for (int month = 1; month <= 12; month++) {
                entries.add(ActivityEntry.of(
                        "S" + source,
                        isGrid ? "electricity" : "fuel/" + fuel,
                        String.format(Locale.ROOT, "2025-%02d", month),
                        quantity(amount(random), isGrid ? "MWh" : fuel.equals("natural-gas") ? "10^4Nm3" : "t")));
            }
        }
        return request("industry-energy/2015", 2025, entries, Set.of("heat"));
    }

    private static InventoryRequest request(
            String method, int year, List<ActivityEntry> entries, Set<String> absentTerms) {
        return new InventoryRequest(
                "benchmark",
                year,
                new InventoryBasis(EditionRef.parse(method), null, EditionRef.parse("gwp/ar5"), "330500"),
                entries,
                List.of(),
                absentTerms,
                quantity("1200000", "t"));
    }

    private static String amount(SplittableRandom random) {
        return random.nextInt(1, 100_000) + "." + random.nextInt(10, 100);
    }

    private static MeasuredValue measured(String value, String unit) {
        return new MeasuredValue(quantity(value, unit), "laboratory");
    }

    private Inventory compute(InventoryRequest request) {
        if (engine.compute(request) instanceof Inventory inventory) {
            return inventory;
        }
        throw new IllegalStateException("the inventory is incomplete");
    }

    private static int everything(Inventory inventory) {
        return inventory.trace().children().size()
                + inventory.sources().size()
                + inventory.periods().size();
    }

    @Benchmark
    public InventoryTotals yearlyTotals() {
        return compute(yearly).totals();
    }

    @Benchmark
    public int yearlyWithTrace() {
        return everything(compute(yearly));
    }

    @Benchmark
    public InventoryTotals monthlyTotals() {
        return compute(monthly).totals();
    }

    @Benchmark
    public int monthlyWithTrace() {
        return everything(compute(monthly));
    }
}
