// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.index.IndexedItem;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.index.RecordKeys;
import org.tanma.resolver.index.RecordSearch;
import org.tanma.resolver.index.SearchQuery;
import org.tanma.resolver.index.rocks.RocksSortedKeys;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.model.MetadataTemplate;

/**
 * How fast device records are written with their history and index, and then found by an indexed item.
 *
 * @param keyOctets of the index on disk
 * @param unique times of searches that find one record, nanoseconds, ascending
 * @param common times of searches that find a page of {@value #PAGE}, of ten thousand times as many as there are kinds
 */
record SearchRun(long records, long writeNanos, long keyOctets, long[] unique, long[] common) {
    private static final int BATCH = 1_000;
    private static final int WRITERS = 4;
    private static final int PAGE = 100;
    private static final int MODELS = 1_000;
    private static final int ENTERPRISES = 50;
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    static SearchRun run(Path directory, long records, int searches) throws IOException, InterruptedException {
        TemplateCatalog catalog = TemplateCatalog.load();
        MetadataTemplate device = catalog.get("device");
        RecordMapper mapper = new RecordMapper(catalog);
        try (RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("records")));
                RecordIndex index = new RecordIndex(
                        RocksSortedKeys.open(directory.resolve("index"), RecordIndex.FORMAT),
                        new RecordKeys(catalog),
                        store,
                        store,
                        store)) {
            index.start();
            long start = System.nanoTime();
            write(store, mapper, device, records);
            long written = System.nanoTime() - start;
            RecordSearch search = new RecordSearch(index, store, mapper);
            SplittableRandom random = new SplittableRandom(1);
            measure(search, device, "serialNumber", () -> "SN-" + random.nextLong(records), searches);
            long[] unique = measure(search, device, "serialNumber", () -> "SN-" + random.nextLong(records), searches);
            long[] common = measure(search, device, "model", () -> "MODEL-" + random.nextInt(MODELS), searches);
            return new SearchRun(records, written, index.octets(), unique, common);
        }
    }

    private static void write(RocksHandleStore store, RecordMapper mapper, MetadataTemplate device, long records)
            throws IOException, InterruptedException {
        AtomicLong next = new AtomicLong();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                ends.add(writers.submit(() -> {
                    for (long from = next.getAndAdd(BATCH); from < records; from = next.getAndAdd(BATCH)) {
                        List<RecordChange> batch = new ArrayList<>(BATCH);
                        for (long number = from; number < Math.min(records, from + BATCH); number++) {
                            batch.add(RecordChange.put(record(mapper, device, number), ExpectedVersion.absent())
                                    .by(new ChangeNote(Instant.EPOCH, "bench", "create", "device", "1", "")));
                        }
                        store.apply(batch);
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the records could not be written: " + e.getCause(), e);
        } finally {
            writers.shutdownNow();
        }
    }

    private static HandleRecord record(RecordMapper mapper, MetadataTemplate device, long number) {
        String prefix = BenchRecords.PREFIX + "." + (1 + number % ENTERPRISES);
        return mapper.toRecord(
                HandleName.parse(prefix + "/D" + number),
                device,
                Map.of(
                        "deviceName", "输送机 " + number % 10_000,
                        "deviceKind", "motor",
                        "model", "MODEL-" + number % MODELS,
                        "serialNumber", "SN-" + number,
                        "ratedPowerKw", Long.toString(1 + number % 900),
                        "enterprise", prefix + "/ENTERPRISE"),
                PrefixAdministrator.of(prefix),
                number / BATCH);
    }

    private interface Texts {
        String next();
    }

    private static long[] measure(
            RecordSearch search, MetadataTemplate device, String code, Texts texts, int searches) {
        IndexedItem item = IndexedItem.of(device.findItem(code).orElseThrow()).orElseThrow();
        long[] nanos = new long[searches];
        for (int i = 0; i < searches; i++) {
            SearchQuery query = new SearchQuery(
                    Optional.of(device.name()),
                    Optional.empty(),
                    SearchQuery.TimeRange.ALL,
                    SearchQuery.TimeRange.ALL,
                    List.of(new SearchQuery.ItemTerm(
                            item, Optional.of(texts.next()), Optional.empty(), Optional.empty())),
                    SearchQuery.RecordState.LIVE,
                    Optional.empty(),
                    PAGE);
            long start = System.nanoTime();
            RecordSearch.Page page = search.find(query, Optional.empty(), found -> true);
            nanos[i] = System.nanoTime() - start;
            if (page.found().isEmpty()) {
                throw new IllegalStateException("nothing was found by " + query.items());
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }

    double ratePerSecond() {
        return records * NANOS / writeNanos;
    }

    static double millis(long[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1, Math.floor(ascending.length * share))] / NANOS_A_MILLI;
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("target", "search");
        members.put("records", records);
        members.put("writesPerSecond", Math.round(ratePerSecond()));
        members.put("indexOctets", keyOctets);
        members.put("searches", unique.length);
        members.put("oneP50Millis", millis(unique, P50));
        members.put("oneP99Millis", millis(unique, P99));
        members.put("pageP50Millis", millis(common, P50));
        members.put("pageP99Millis", millis(common, P99));
        members.put("errors", 0);
        return members;
    }
}
