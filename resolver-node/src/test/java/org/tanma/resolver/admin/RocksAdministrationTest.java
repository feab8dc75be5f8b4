// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.admin.AdministrationRoom.NODE;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.RecordFollower;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

class RocksAdministrationTest extends HandleAdministrationContractTest {
    private static final int WRITERS = 64;
    private static final int CREATES = 10;

    @TempDir
    Path directory;

    private RocksHandleStore records;

    @Override
    AdministrationRoom<?> open() {
        records = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("records")));
        return new AdministrationRoom<>(records);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void create_byManyAtOnce_isThereAfterReopening() throws Exception {
        close();
        AdministrationRoom<?> room = open();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<AdminOutcome>>> running = IntStream.range(0, WRITERS)
                .mapToObj(w -> threads.submit(() -> IntStream.range(0, CREATES)
                        .mapToObj(i -> room.administration.create(NODE, record(w, i), CreateOptions.NEW))
                        .toList()))
                .toList();
        for (Future<List<AdminOutcome>> one : running) {
            assertThat(one.get()).allMatch(outcome -> outcome instanceof AdminOutcome.Done done && done.isNew());
        }
        threads.shutdownNow();
        close();

        records = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("records")));

        for (int w = 0; w < WRITERS; w++) {
            for (int i = 0; i < CREATES; i++) {
                assertThat(records.find(record(w, i).name()).map(StoredRecord::version))
                        .contains(1L);
            }
        }
    }

    private static HandleRecord record(int writer, int number) {
        return new HandleRecord(
                HandleName.parse(PREFIX + "/" + writer + "-" + number),
                List.of(HandleValue.text(1, "URL", "https://x.example/" + number, 0)));
    }

    @Test
    void create_costsOneConditionalWriteAndNoRead() {
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger writes = new AtomicInteger();
        CountingStore store = new CountingStore(new MemoryHandleStore(), reads, writes);
        AdministrationRoom<?> room = new AdministrationRoom<>(store);
        room.administration.create(NODE, record(0, 0), CreateOptions.NEW);
        reads.set(0);
        writes.set(0);

        for (int i = 1; i <= 10; i++) {
            room.administration.create(NODE, record(0, i), CreateOptions.NEW);
        }

        assertThat(writes).hasValue(10);
        assertThat(reads).hasValue(0);
    }

    /** Counts lookups and batches. */
    private record CountingStore(MemoryHandleStore store, AtomicInteger reads, AtomicInteger writes)
            implements HandleStore, HandleAdminStore, ChangeFeed {
        @Override
        public Optional<StoredRecord> find(HandleName name) {
            reads.incrementAndGet();
            return store.find(name);
        }

        @Override
        public List<WriteOutcome> apply(List<RecordChange> changes) {
            writes.incrementAndGet();
            return store.apply(changes);
        }

        @Override
        public List<StoredRecord> scan(ScanRange range) {
            return store.scan(range);
        }

        @Override
        public Subscription subscribe(ChangeListener listener) {
            return store.subscribe(listener);
        }

        @Override
        public Subscription follow(RecordFollower follower) {
            return store.follow(follower);
        }

        @Override
        public long lastSequence() {
            return store.lastSequence();
        }

        @Override
        public List<Change> after(long sequence, int limit) {
            return store.after(sequence, limit);
        }
    }
}
