// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.BulkLoader.Existing;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.ChangeFeed.Kind;
import org.tanma.resolver.store.ChangesUnavailableException;
import org.tanma.resolver.store.StoreException;

/** Backups are taken under writers, restored elsewhere, and found to be of one moment. */
class RocksBackupsTest {
    @TempDir
    private Path directory;

    private RocksHandleStore open(String name) {
        return RocksHandleStore.open(
                RocksStoreConfig.of(directory.resolve(name)).withBlockCacheOctets(8 << 20));
    }

    private static HandleName name(long number) {
        return StoreMeasurements.record(number).name();
    }

    @Test
    void restore_backupTakenWhileWriting_hasAllThatWasAcknowledgedBefore() throws Exception {
        RocksBackups backups = RocksBackups.in(directory.resolve("backups"));
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean isStopped = new AtomicBoolean();
        long before;
        long after;
        try (RocksHandleStore store = open("records")) {
            store.load(
                    LongStream.range(1_000_000, 1_002_000)
                            .mapToObj(StoreMeasurements::record)
                            .iterator(),
                    Existing.REFUSE);
            Thread writer = new Thread(() -> {
                while (!isStopped.get()) {
                    store.create(StoreMeasurements.record(acknowledged.get()));
                    acknowledged.incrementAndGet();
                }
            });
            writer.start();
            org.awaitility.Awaitility.await().until(() -> acknowledged.get() > 50);
            before = acknowledged.get();
            store.backUp(directory.resolve("backups"), 3);
            after = acknowledged.get();
            isStopped.set(true);
            writer.join();
        }

        assertThat(backups.rehearse().number()).isEqualTo(1);
        backups.restore(directory.resolve("restored"));

        try (RocksHandleStore restored = open("restored")) {
            long count = LongStream.range(0, after + 2)
                    .filter(i -> restored.find(name(i)).isPresent())
                    .count();
            assertThat(count).isBetween(before, after + 1);
            assertThat(restored.find(name(count - 1))).as("no gap").isPresent();
            assertThat(restored.find(name(1_001_999))).isPresent();
        }
    }

    @Test
    void restore_followersAreSentToReadEverythingAgain() {
        try (RocksHandleStore store = open("records")) {
            store.create(StoreMeasurements.record(1));
            store.create(StoreMeasurements.record(2));
            store.backUp(directory.resolve("backups"), 3);
            store.create(StoreMeasurements.record(3));
        }
        RocksBackups.in(directory.resolve("backups")).restore(directory.resolve("restored"));

        try (RocksHandleStore restored = open("restored")) {
            long last = restored.lastSequence();
            assertThat(last).isGreaterThan(3);
            for (long followed : new long[] {0, 2, 3}) {
                assertThatThrownBy(() -> restored.after(followed, 10)).isInstanceOf(ChangesUnavailableException.class);
            }
            restored.create(StoreMeasurements.record(3));
            assertThat(restored.after(last - 1, 10))
                    .extracting(Change::kind)
                    .containsExactly(Kind.EVERYTHING, Kind.CREATED);
        }
    }

    @Test
    void backUp_again_copiesOnlyWhatIsNewAndKeepsTheLatest() throws IOException {
        RocksBackups backups = RocksBackups.in(directory.resolve("backups"));
        try (RocksHandleStore store = open("records")) {
            store.load(
                    LongStream.range(0, 20_000)
                            .mapToObj(StoreMeasurements::record)
                            .iterator(),
                    Existing.REFUSE);
            store.backUp(directory.resolve("backups"), 2);
            long first = octets(directory.resolve("backups"));
            store.create(StoreMeasurements.record(20_000));
            store.backUp(directory.resolve("backups"), 2);
            assertThat(octets(directory.resolve("backups")) - first).isLessThan(first / 2);
            store.backUp(directory.resolve("backups"), 2);
        }
        assertThat(backups.list()).extracting(RocksBackups.Backup::number).containsExactly(2, 3);
        backups.restore(directory.resolve("restored"));
        try (RocksHandleStore restored = open("restored")) {
            assertThat(restored.find(name(20_000))).isPresent();
            assertThat(restored.find(name(0))).isPresent();
        }
    }

    private static long octets(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(p -> p.toFile().length())
                    .sum();
        }
    }

    @Test
    void restore_damagedBackup_isRefusedAndLeavesNothing() throws IOException {
        RocksBackups backups = RocksBackups.in(directory.resolve("backups"));
        try (RocksHandleStore store = open("records")) {
            store.load(
                    LongStream.range(0, 5_000)
                            .mapToObj(StoreMeasurements::record)
                            .iterator(),
                    Existing.REFUSE);
            store.backUp(directory.resolve("backups"), 1);
        }
        flipAnOctet(largest(directory.resolve("backups")));

        assertThatThrownBy(() -> backups.restore(directory.resolve("restored")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("checksum");
        assertThat(directory.resolve("restored")).doesNotExist();
    }

    @Test
    void restore_ontoRecordsThatExist_isRefused() {
        try (RocksHandleStore store = open("records")) {
            store.backUp(directory.resolve("backups"), 1);
        }
        RocksBackups backups = RocksBackups.in(directory.resolve("backups"));
        assertThatThrownBy(() -> backups.restore(directory.resolve("records")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("exists; move it away");
        assertThatThrownBy(() -> RocksBackups.in(directory.resolve("none")).restore(directory.resolve("r")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there are no backups in");
    }

    @Test
    void find_damagedBlock_isToldAndNeverAnswered() throws IOException {
        List<Long> numbers = LongStream.range(0, 5_000).boxed().toList();
        try (RocksHandleStore store = open("records")) {
            store.load(numbers.stream().map(StoreMeasurements::record).iterator(), Existing.REFUSE);
        }
        flipAnOctet(largest(directory.resolve("records")));

        try (RocksHandleStore store = open("records")) {
            int damaged = 0;
            for (long number : numbers) {
                try {
                    assertThat(store.find(name(number)).orElseThrow().decode())
                            .isEqualTo(StoreMeasurements.record(number));
                } catch (StoreException e) {
                    assertThat(e).hasMessageContaining("checksum mismatch");
                    damaged++;
                }
            }
            assertThat(damaged).isPositive().isLessThan(numbers.size() / 2);
            assertThatThrownBy(store::verify).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void open_damageInTheMiddleOfTheLog_keepsTheStoreShut() throws IOException {
        try (RocksHandleStore store = open("records")) {
            LongStream.range(0, 100).forEach(i -> store.create(StoreMeasurements.record(i)));
        }
        flipAnOctet(newestLog(directory.resolve("records")));

        assertThatThrownBy(() -> open("records").close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void open_logCutInItsLastEntry_dropsThatEntryAlone() throws IOException {
        try (RocksHandleStore store = open("records")) {
            LongStream.range(0, 100).forEach(i -> store.create(StoreMeasurements.record(i)));
        }
        Path log = newestLog(directory.resolve("records"));
        byte[] octets = Files.readAllBytes(log);
        Files.write(log, java.util.Arrays.copyOf(octets, octets.length - 10));

        try (RocksHandleStore store = open("records")) {
            assertThat(store.find(name(98))).isPresent();
            assertThat(store.find(name(99))).isEmpty();
            assertThat(store.lastSequence()).isEqualTo(99);
        }
    }

    private static Path newestLog(Path tree) throws IOException {
        return files(tree, ".log")
                .max(java.util.Comparator.comparing(Path::getFileName))
                .orElseThrow();
    }

    private static Path largest(Path tree) throws IOException {
        return files(tree, ".sst")
                .max(java.util.Comparator.comparingLong(p -> p.toFile().length()))
                .orElseThrow();
    }

    private static Stream<Path> files(Path tree, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(p -> p.toString().endsWith(ending)).toList().stream();
        }
    }

    /** In the first half: where data blocks are. */
    private static void flipAnOctet(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 3] ^= 0x40;
        Files.write(file, octets);
    }
}
