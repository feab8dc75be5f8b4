// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.BulkLoader;
import org.tanma.resolver.store.HandleStore;
import org.tanma.standalone.bench.BenchRecords;

/**
 * The records that a node holds for being measured: numbers 0 to {@code records} − 1 under {@code prefix}, none for 0.
 *
 * <p>They are loaded all or none, so that the last being there says that all are.
 */
record BenchLoad(String prefix, long records) {
    private static final long TELL_EVERY = 1_000_000;

    BenchLoad {
        if (records < 0) {
            throw new StartRefusedException("bench.negative", records);
        }
    }

    /** Loads them unless they are there. */
    <S extends HandleStore & BulkLoader> void load(S store, Consumer<String> progress) {
        BenchRecords source = new BenchRecords(prefix);
        if (records == 0 || store.find(source.name(records - 1)).isPresent()) {
            return;
        }
        progress.accept("tanma: loading " + records + " records " + prefix + "/H0 … for measuring");
        long startNanos = System.nanoTime();
        store.load(
                LongStream.range(0, records)
                        .mapToObj(number -> told(source.record(number), number, progress))
                        .iterator(),
                BulkLoader.Existing.REPLACE);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        progress.accept("tanma:   " + records + " records loaded, " + Math.round(records / seconds) + " a second");
    }

    private static HandleRecord told(HandleRecord record, long number, Consumer<String> progress) {
        if (number > 0 && number % TELL_EVERY == 0) {
            progress.accept("tanma:   " + number + " records read");
        }
        return record;
    }
}
