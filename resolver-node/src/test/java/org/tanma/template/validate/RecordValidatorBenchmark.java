// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;

/** How many records one core checks in a second: {@code .ci/bench.sh RecordValidator}. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RecordValidatorBenchmark {
    private final TemplateCatalog catalog = TemplateCatalog.load();
    private final RecordValidator validator = new RecordValidator(catalog);
    private final MetadataTemplate device = catalog.get(TemplateReference.parse("device@1.0.0"));
    private final Map<String, String> kiln = record(
            "deviceName", "2 号回转窑",
            "deviceKind", "kiln",
            "model", "RK-4.8x74",
            "manufacturer", "示范重工",
            "serialNumber", "RK2-2008-017",
            "ratedPowerKw", "630",
            "commissionedDate", "2008-06-30",
            "enterprise", "88.118.1/ENTERPRISE",
            "location", "烧成车间",
            "demonstration", "true");
    private final Map<String, String> misspelt = with(kiln, "ratedPowerKw", "15OkW");

    private static Map<String, String> record(String... pairs) {
        Map<String, String> items = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            items.put(pairs[i], pairs[i + 1]);
        }
        return items;
    }

    private static Map<String, String> with(Map<String, String> items, String code, String text) {
        Map<String, String> changed = new LinkedHashMap<>(items);
        changed.put(code, text);
        return changed;
    }

    @Benchmark
    public List<Violation> goodDevice() {
        return validator.validate(device, kiln);
    }

    @Benchmark
    public List<Violation> badDevice() {
        return validator.validate(device, misspelt);
    }

    @Benchmark
    public List<Violation> goodDeviceBySchema() {
        return validator.explain(device, kiln);
    }
}
