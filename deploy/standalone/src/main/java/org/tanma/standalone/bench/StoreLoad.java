// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tanma.resolver.store.BulkLoader;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/**
 * How a bulk load went: made on an empty store, closed, weighed, and opened again.
 *
 * @param diskOctets of all files once the store was closed
 * @param openNanos until an opened store had answered for its last record
 */
record StoreLoad(long records, long loadNanos, long diskOctets, long openNanos) {
    private static final double NANOS = 1e9;

    /**
     * Loads {@link BenchRecords} 0 to {@code records} − 1.
     *
     * @throws IllegalArgumentException when {@code directory} holds something
     */
    static StoreLoad run(Path directory, long records) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> held = Files.list(directory)) {
            if (held.findAny().isPresent()) {
                throw new IllegalArgumentException(directory + " is not empty");
            }
        }
        BenchRecords source = new BenchRecords(BenchRecords.PREFIX);
        RocksStoreConfig config = RocksStoreConfig.of(directory);
        long loadNanos;
        try (RocksHandleStore store = RocksHandleStore.open(config)) {
            long start = System.nanoTime();
            store.load(LongStream.range(0, records).mapToObj(source::record).iterator(), BulkLoader.Existing.REFUSE);
            loadNanos = System.nanoTime() - start;
        }
        long diskOctets = octets(directory);
        long start = System.nanoTime();
        try (RocksHandleStore store = RocksHandleStore.open(config)) {
            if (store.find(source.name(records - 1)).isEmpty()) {
                throw new IllegalStateException(source.name(records - 1) + " was loaded and is not there");
            }
            return new StoreLoad(records, loadNanos, diskOctets, System.nanoTime() - start);
        }
    }

    private static long octets(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(StoreLoad::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double ratePerSecond() {
        return records * NANOS / loadNanos;
    }

    double octetsPerRecord() {
        return (double) diskOctets / records;
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("target", "store");
        members.put("records", records);
        members.put("seconds", Math.round(loadNanos / 1e6) / 1e3);
        members.put("ratePerSecond", Math.round(ratePerSecond()));
        members.put("diskOctets", diskOctets);
        members.put("octetsPerRecord", Math.round(octetsPerRecord() * 10) / 10.0);
        members.put("openMillis", Math.round(openNanos / 1e4) / 100.0);
        members.put("errors", 0);
        return members;
    }
}
