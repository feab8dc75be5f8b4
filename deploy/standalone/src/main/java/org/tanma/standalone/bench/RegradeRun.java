// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.service.declare.DeclarationStore;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.GradingRules;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.regrade.LedgerYearStore;
import org.tanma.carbon.service.regrade.Regrading;
import org.tanma.carbon.service.regrade.RegradingState;
import org.tanma.carbon.service.regrade.RegradingStore;
import org.tanma.carbon.service.regrade.Regradings;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.service.scheme.SchemeStore;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;

/**
 * How long an industry takes to be read from an SQLite ledger, graded and kept.
 *
 * @param fillNanos 0 when the ledger was there already
 * @param processorNanos of all threads while regrading
 * @param heapOctets the most that was taken while regrading, garbage not yet collected included
 */
record RegradeRun(
        IndustryLedger industry,
        RegradingState state,
        long fillNanos,
        long regradeNanos,
        long processorNanos,
        long heapOctets,
        long fileOctets) {
    private static final double NANOS = 1e9;
    private static final double MEBI = 1 << 20;
    private static final String SCHEME = "zhejiang-carbon-efficiency";

    /**
     * @param directory where the ledger is, or is to be made
     * @param isByMonth as for {@link IndustryLedger}
     */
    static RegradeRun run(
            Path directory, int enterprises, int sources, boolean isByMonth, int workers, InstantSource clock) {
        EngineCatalog catalog = EngineCatalog.readShipped();
        KindCatalog kinds = KindCatalog.load(catalog.methods(), catalog.units());
        IndustryLedger industry = IndustryLedger.of(catalog, kinds, enterprises, sources, isByMonth);
        Path file = directory.resolve("carbon.db");
        boolean isFilled = Files.exists(file);
        SqlConfig config = new SqlConfig.Embedded(directory);
        long start = System.nanoTime();
        try (SqlDatabase database = SqlDatabase.open(config, "carbon")) {
            if (!isFilled) {
                industry.fill(database.jdbi());
                new PeerSetStore(database.jdbi(), clock).store(List.of(industry.peers()), "bench");
            }
        }
        long filled = isFilled ? 0 : System.nanoTime() - start;
        try (SqlDatabase database = SqlDatabase.open(config, "carbon")) {
            EvaluationService evaluations = new EvaluationService(
                    industry,
                    new ActivityLedger(database.jdbi(), clock),
                    new SourceStore(database.jdbi(), clock),
                    new PeerSetStore(database.jdbi(), clock),
                    new EvaluationStore(database.jdbi()),
                    catalog,
                    kinds,
                    new GradingRules(
                            SCHEME,
                            new SchemeBook(catalog, new SchemeStore(database.jdbi(), clock), clock),
                            new DeclarationStore(database.jdbi(), clock)),
                    clock);
            RegradingStore store = new RegradingStore(database.jdbi());
            try (Regradings regradings = new Regradings(
                    store, new LedgerYearStore(database.jdbi()), industry, evaluations.assessor(), clock, workers)) {
                Instant asked = clock.instant();
                Regrading regrading = regradings.keep(IndustryLedger.INDUSTRY, IndustryLedger.YEAR, "bench " + asked);
                heap().forEach(MemoryPoolMXBean::resetPeakUsage);
                long processorBefore = processorTime();
                long begun = System.nanoTime();
                regradings.run(regrading);
                long ended = System.nanoTime();
                long processor = processorTime() - processorBefore;
                long peak = heap().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
                RegradingState state = store.find(regrading.id()).orElseThrow();
                return new RegradeRun(
                        industry,
                        state,
                        filled,
                        ended - begun,
                        processor,
                        peak,
                        file.toFile().length());
            }
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    double seconds() {
        return regradeNanos / NANOS;
    }

    double processorSeconds() {
        return processorNanos / NANOS;
    }

    double fillSeconds() {
        return fillNanos / NANOS;
    }

    double heapMebibytes() {
        return heapOctets / MEBI;
    }

    double entriesPerSecond() {
        return state.entries() / seconds();
    }

    /** Whether every enterprise was graded from all its entries. */
    boolean isRight() {
        return state.outcome().equals(RegradingState.DONE)
                && state.enterprises() == industry.enterprises()
                && state.tallies().stream().allMatch(tally -> tally.grade() > 0);
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("target", "regrade");
        members.put("enterprises", state.enterprises());
        members.put("sources", industry.sources());
        members.put("entries", state.entries());
        members.put("fillSeconds", fillSeconds());
        members.put("seconds", seconds());
        members.put("processorSeconds", processorSeconds());
        members.put("entriesPerSecond", Math.round(entriesPerSecond()));
        members.put("peakHeapMebibytes", Math.round(heapMebibytes()));
        members.put("fileOctets", fileOctets);
        members.put("outcome", state.outcome());
        Map<String, Long> tallies = new TreeMap<>();
        state.tallies().forEach(tally -> tallies.put(tally.outcome() + " " + tally.grade(), tally.enterprises()));
        members.put("tallies", tallies);
        return members;
    }
}
