// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.store.BulkLoader;
import org.tanma.resolver.store.EncodedRecordStore.Presence;
import org.tanma.resolver.store.RecordLookup;

/**
 * Measures the record store by itself, for docs/performance.md: {@code create DIR WRITERS SECONDS}, {@code load DIR
 * RECORDS}, {@code read DIR RECORDS THREADS SECONDS [CACHE_MIB]}. Records have four values in about 325 octets. Run it on
 * the test class path on a quiet machine, and delete DIR afterwards.
 */
final class StoreMeasurements {
    private static final String PREFIX = "88.300.99/H";

    private StoreMeasurements() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        switch (args[0]) {
            case "create" -> create(directory, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            case "load" -> load(directory, Long.parseLong(args[2]));
            case "read" ->
                read(
                        args.length > 5
                                ? RocksStoreConfig.of(directory).withBlockCacheOctets(Long.parseLong(args[5]) << 20)
                                : RocksStoreConfig.of(directory),
                        Long.parseLong(args[2]),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Four values, about 325 octets. */
    static HandleRecord record(long number) {
        String handle = PREFIX + number;
        try {
            return new HandleRecord(
                    HandleName.parse(handle),
                    List.of(
                            HandleValue.text(1, "URL", "https://products.example.com/items/" + handle, 1_700_000_000),
                            HandleValue.text(2, "EMAIL", "registrar-" + number % 1_000 + "@example.com", 1_700_000_000),
                            HandleValue.text(
                                    3,
                                    "DESC",
                                    "Clinker kiln number " + number + ", line " + number % 7
                                            + ", rated 5000 t/d, calcined in a five-stage preheater",
                                    1_700_000_000),
                            new HandleValue(
                                    100,
                                    AdminRecord.TYPE,
                                    new AdminRecord(AdminRecord.ALL, HandleName.parse("0.NA/88.300.99"), 300).encode(),
                                    org.tanma.handle.model.Ttl.DEFAULT,
                                    org.tanma.handle.model.ValuePermissions.PUBLIC,
                                    1_700_000_000,
                                    List.of())));
        } catch (WireFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void create(Path directory, int writers, int seconds) throws Exception {
        try (RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(directory))) {
            AtomicLong next = new AtomicLong();
            for (String phase : List.of("warm-up", "create")) {
                long begin = next.get();
                long end = System.nanoTime() + seconds * 1_000_000_000L;
                long[][] nanos = new long[writers][];
                runAll(
                        writers,
                        writer -> nanos[writer] = LongStream.generate(() -> {
                                    long start = System.nanoTime();
                                    store.create(record(next.getAndIncrement()));
                                    return System.nanoTime() - start;
                                })
                                .takeWhile(nano -> System.nanoTime() < end)
                                .toArray());
                report(phase + " " + writers + " writers", next.get() - begin, seconds, nanos);
            }
        }
    }

    private static void report(String what, long count, double seconds, long[][] nanos) {
        long[] all = Stream.of(nanos).flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "%s: %,d/s, p50 %,d us, p99 %,d us, p99.9 %,d us%n",
                what,
                (long) (count / seconds),
                all[all.length / 2] / 1_000,
                all[(int) (all.length * 0.99)] / 1_000,
                all[(int) (all.length * 0.999)] / 1_000);
    }

    private interface Task {
        void run(int number) throws Exception;
    }

    private static void runAll(int threads, Task task) throws InterruptedException {
        Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int number = i;
            all[i] = new Thread(() -> {
                try {
                    task.run(number);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            all[i].start();
        }
        for (Thread thread : all) {
            thread.join();
        }
    }

    private static void load(Path directory, long records) throws Exception {
        try (RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(directory))) {
            long start = System.nanoTime();
            Iterator<HandleRecord> all = LongStream.range(0, records)
                    .mapToObj(StoreMeasurements::record)
                    .iterator();
            BulkLoader.LoadReport report = store.load(all, BulkLoader.Existing.REFUSE);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("load: %s in %.1f s: %,d/s%n", report, seconds, (long) (records / seconds));
        }
        try (Stream<Path> files = Files.walk(directory)) {
            long octets = files.filter(Files::isRegularFile)
                    .mapToLong(p -> p.toFile().length())
                    .sum();
            System.out.printf("on disk: %,d octets, %.1f a record%n", octets, (double) octets / records);
        }
    }

    private static void read(RocksStoreConfig config, long records, int threads, int seconds) throws Exception {
        long opening = System.nanoTime();
        try (RocksHandleStore store = RocksHandleStore.open(config)) {
            System.out.printf("open: %,d ms%n", (System.nanoTime() - opening) / 1_000_000);
            for (String keys : List.of("warm", "uniform", "zipf")) {
                readWith(
                        store,
                        keys + " find",
                        records,
                        threads,
                        seconds,
                        (key, lookup) ->
                                store.find(HandleName.parse(PREFIX + key)).isPresent());
                readWith(
                        store,
                        keys + " lookup",
                        records,
                        threads,
                        seconds,
                        (key, lookup) -> store.find(lookup.ask(HandleName.parse(PREFIX + key))));
                readWith(
                        store,
                        keys + " memory",
                        records,
                        threads,
                        seconds,
                        (key, lookup) ->
                                store.findInMemory(lookup.ask(HandleName.parse(PREFIX + key))) == Presence.FOUND);
            }
            readWith(
                    store,
                    "uniform absent find",
                    records,
                    threads,
                    seconds,
                    (key, lookup) ->
                            store.find(HandleName.parse(PREFIX + key + "-")).isPresent());
        }
    }

    private interface Read {
        boolean isFound(long key, RecordLookup lookup);
    }

    private static void readWith(RocksHandleStore store, String what, long records, int threads, int seconds, Read read)
            throws Exception {
        AtomicLong done = new AtomicLong();
        AtomicLong found = new AtomicLong();
        AtomicLong cpuNanos = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        runAll(threads, thread -> {
            SplittableRandom random = new SplittableRandom(42 + thread);
            RecordLookup lookup = new RecordLookup();
            long count = 0;
            long hits = 0;
            while (System.nanoTime() < end) {
                for (int i = 0; i < 100; i++) {
                    long key = what.startsWith("zipf") ? zipf(random, records) : random.nextLong(records);
                    hits += read.isFound(key, lookup) ? 1 : 0;
                }
                count += 100;
            }
            cpuNanos.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            done.addAndGet(count);
            found.addAndGet(hits);
        });
        System.out.printf(
                "%s: %,d/s, %.2f us of processor each, %.1f %% found%n",
                what, done.get() / seconds, cpuNanos.get() / 1e3 / done.get(), 100.0 * found.get() / done.get());
    }

    /** Close to Zipf with s = 0.99: the inverse of its continuous distribution, ranks spread over the keys. */
    private static long zipf(SplittableRandom random, long records) {
        double power = 0.01;
        double rank = Math.pow(random.nextDouble() * (Math.pow(records, power) - 1) + 1, 1 / power);
        return Math.floorMod(((long) rank) * 0x9E3779B97F4A7C15L, records);
    }
}
