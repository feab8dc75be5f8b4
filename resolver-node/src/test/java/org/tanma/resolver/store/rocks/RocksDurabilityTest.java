// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.StoreInUseException;
import org.tanma.resolver.store.WriteOutcome;

/** A writing process is killed with SIGKILL in mid-stream; what it acknowledged is found again, batches whole. */
class RocksDurabilityTest {
    private static final int BATCH = 5;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 20_000;

    @Test
    @Timeout(60)
    void killedWriter_everyAcknowledgedRecordIsFound(@TempDir Path directory) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == ACKNOWLEDGED_BEFORE_KILL) {
                    assertThatThrownBy(() -> RocksHandleStore.open(RocksStoreConfig.of(directory)))
                            .isInstanceOf(StoreInUseException.class);
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).as("killed, not ended").isEqualTo(128 + 9);

        try (RocksHandleStore records = RocksHandleStore.open(RocksStoreConfig.of(directory))) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_KILL);
            assertThat(acknowledged)
                    .allSatisfy(handle -> assertThat(records.find(HandleName.parse(handle)))
                            .hasValueSatisfying(record -> assertThat(
                                            record.decode().values().get(0).dataAsText())
                                    .isEqualTo("https://example.com/" + handle)));
            assertBatchesAreWhole(records, acknowledged);
            assertFeedAndRecordsAgree(records);
        }
    }

    /** The batch that was under way when the process died is there with all its records or with none. */
    private static void assertBatchesAreWhole(RocksHandleStore records, List<String> acknowledged) {
        for (int thread = 0; thread < Writer.THREADS; thread++) {
            int number = thread;
            long written = acknowledged.stream()
                    .filter(h -> h.contains("/" + number + "-"))
                    .count();
            long next = written / BATCH;
            long found = 0;
            for (int i = 0; i < BATCH; i++) {
                found += records.find(HandleName.parse(Writer.handle(number, next, i)))
                                .isPresent()
                        ? 1
                        : 0;
            }
            assertThat(found).isIn(0L, (long) BATCH);
        }
    }

    /** Every number once, each for a record that is there, and as many as there are records. */
    private static void assertFeedAndRecordsAgree(RocksHandleStore records) {
        long number = 0;
        for (List<Change> page = records.after(0, ChangeFeed.MAX_PAGE);
                !page.isEmpty();
                page = records.after(number, ChangeFeed.MAX_PAGE)) {
            for (Change change : page) {
                assertThat(change.sequence()).isEqualTo(++number);
                assertThat(records.find(change.name().orElseThrow()))
                        .hasValueSatisfying(
                                record -> assertThat(record.version()).isEqualTo(change.version()));
            }
        }
        assertThat(records.lastSequence()).isEqualTo(number);
        assertThat(records.forEach(Optional.empty(), record -> {})).isEqualTo(number);
    }

    /** The process that is killed: prints each handle once the store has acknowledged it. */
    static final class Writer {
        static final int THREADS = 64;

        static String handle(int thread, long batch, int i) {
            return "20.500.12345/" + thread + "-" + batch + "-" + i;
        }

        public static void main(String[] args) {
            RocksHandleStore records = RocksHandleStore.open(RocksStoreConfig.of(Path.of(args[0])));
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                new Thread(() -> writeWithoutEnd(records, number)).start();
            }
        }

        private static void writeWithoutEnd(RocksHandleStore records, int thread) {
            for (long batch = 0; true; batch++) {
                List<RecordChange> changes = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    String handle = handle(thread, batch, i);
                    changes.add(RecordChange.put(
                            new HandleRecord(
                                    HandleName.parse(handle),
                                    List.of(HandleValue.text(1, "URL", "https://example.com/" + handle, 0))),
                            ExpectedVersion.absent()));
                }
                StringBuilder lines = new StringBuilder();
                for (WriteOutcome outcome : records.apply(changes)) {
                    lines.append(outcome.name()).append('\n');
                }
                print(lines.toString());
            }
        }

        private static synchronized void print(String lines) {
            try {
                System.out.write(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                System.out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
