// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.WriteOutcome.Status;

/** What every engine promises about writing and scanning; each engine's test extends it. */
public abstract class HandleAdminStoreContractTest {
    /** The store under test, empty when the test starts. */
    protected abstract HandleAdminStore adminStore();

    /** The read side of the same records. */
    protected abstract HandleStore store();

    protected static HandleRecord record(String handle, String url) {
        return new HandleRecord(HandleName.parse(handle), List.of(HandleValue.text(1, "URL", url, 1_700_000_000)));
    }

    private static HandleName name(String handle) {
        return HandleName.parse(handle);
    }

    @Nested
    class OneRecord {
        @Test
        void create_absent_isVersionOne() {
            WriteOutcome outcome = adminStore().create(record("20.500.12345/a", "https://a.example/"));

            assertThat(outcome).isEqualTo(new WriteOutcome(name("20.500.12345/a"), Status.CREATED, 1));
            assertThat(store().find(name("20.500.12345/a")).orElseThrow().version())
                    .isEqualTo(1);
        }

        @Test
        void create_present_isConflictEvenWithTheSameValues() {
            adminStore().create(record("20.500.12345/a", "https://a.example/"));

            WriteOutcome outcome = adminStore().create(record("20.500.12345/A", "https://a.example/"));

            assertThat(outcome.status()).isEqualTo(Status.CONFLICT);
            assertThat(outcome.version()).isEqualTo(1);
            assertThat(outcome.isAccepted()).isFalse();
        }

        @Test
        void createOrReplace_otherValues_replacesAndKeepsNoOldValue() {
            adminStore().create(record("20.500.12345/a", "https://a.example/"));

            WriteOutcome outcome = adminStore().createOrReplace(record("20.500.12345/A", "https://b.example/"));

            StoredRecord found = store().find(name("20.500.12345/a")).orElseThrow();
            assertThat(outcome.status()).isEqualTo(Status.REPLACED);
            assertThat(found.version()).isEqualTo(2).isEqualTo(outcome.version());
            assertThat(found.name()).hasToString("20.500.12345/A");
            assertThat(found.decode().values()).hasSize(1);
            assertThat(found.decode().values().get(0).dataAsText()).isEqualTo("https://b.example/");
        }

        @Test
        void createOrReplace_sameValuesLaterTimestamp_isUnchanged() {
            adminStore().create(record("20.500.12345/a", "https://a.example/"));
            HandleRecord again = new HandleRecord(
                    name("20.500.12345/a"), List.of(HandleValue.text(1, "URL", "https://a.example/", 1_800_000_000)));

            WriteOutcome outcome = adminStore().createOrReplace(again);

            assertThat(outcome).isEqualTo(new WriteOutcome(name("20.500.12345/a"), Status.UNCHANGED, 1));
            assertThat(store().find(name("20.500.12345/a"))
                            .orElseThrow()
                            .decode()
                            .values()
                            .get(0)
                            .timestampSeconds())
                    .isEqualTo(1_700_000_000);
        }

        @Test
        void createOrReplace_staleVersion_isConflictAndWritesNothing() {
            adminStore().create(record("20.500.12345/a", "https://a.example/"));
            adminStore().createOrReplace(record("20.500.12345/a", "https://b.example/"), ExpectedVersion.exactly(1));

            WriteOutcome outcome = adminStore()
                    .createOrReplace(record("20.500.12345/a", "https://c.example/"), ExpectedVersion.exactly(1));

            assertThat(outcome).isEqualTo(new WriteOutcome(name("20.500.12345/a"), Status.CONFLICT, 2));
            assertThat(store().find(name("20.500.12345/a"))
                            .orElseThrow()
                            .decode()
                            .values()
                            .get(0)
                            .dataAsText())
                    .isEqualTo("https://b.example/");
        }

        @Test
        void delete_thenCreate_neverReusesAVersion() {
            adminStore().create(record("20.500.12345/a", "https://a.example/"));

            WriteOutcome deleted = adminStore().delete(name("20.500.12345/a"), ExpectedVersion.exactly(1));
            boolean isGone = store().find(name("20.500.12345/a")).isEmpty();
            WriteOutcome created = adminStore().create(record("20.500.12345/a", "https://a.example/"));

            assertThat(deleted.status()).isEqualTo(Status.DELETED);
            assertThat(isGone).isTrue();
            assertThat(created).isEqualTo(new WriteOutcome(name("20.500.12345/a"), Status.CREATED, 3));
        }

        @Test
        void delete_absent_isUnchangedUnlessARecordWasExpected() {
            assertThat(adminStore()
                            .delete(name("20.500.12345/none"), ExpectedVersion.any())
                            .status())
                    .isEqualTo(Status.UNCHANGED);
            assertThat(adminStore()
                            .delete(name("20.500.12345/none"), ExpectedVersion.exactly(7))
                            .status())
                    .isEqualTo(Status.CONFLICT);
        }

        @Test
        void createOrReplace_recordOfMoreThanTheLimit_isRefusedWhole() {
            HandleValue large = new HandleValue(
                    1,
                    "DESC",
                    new byte[HandleAdminStore.MAX_RECORD_OCTETS],
                    org.tanma.handle.model.Ttl.DEFAULT,
                    org.tanma.handle.model.ValuePermissions.PUBLIC,
                    0,
                    List.of());

            assertThatThrownBy(() ->
                            adminStore().createOrReplace(new HandleRecord(name("20.500.12345/large"), List.of(large))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("20.500.12345/large")
                    .hasMessageContaining("at most " + HandleAdminStore.MAX_RECORD_OCTETS);
            assertThat(store().find(name("20.500.12345/large"))).isEmpty();
        }
    }

    @Nested
    class Batches {
        @Test
        void apply_all_reportsEachInOrder() {
            adminStore().create(record("20.500.12345/old", "https://old.example/"));

            List<WriteOutcome> outcomes = adminStore()
                    .apply(List.of(
                            RecordChange.put(record("20.500.12345/z", "https://z.example/"), ExpectedVersion.any()),
                            RecordChange.put(record("20.500.12345/a", "https://a.example/"), ExpectedVersion.absent()),
                            RecordChange.delete(name("20.500.12345/old"), ExpectedVersion.any())));

            assertThat(outcomes)
                    .extracting(outcome -> outcome.name() + " " + outcome.status())
                    .containsExactly("20.500.12345/z CREATED", "20.500.12345/a CREATED", "20.500.12345/old DELETED");
        }

        @Test
        void apply_oneConflict_writesNothing() {
            adminStore().create(record("20.500.12345/there", "https://there.example/"));

            List<WriteOutcome> outcomes = adminStore()
                    .apply(List.of(
                            RecordChange.put(record("20.500.12345/new", "https://n.example/"), ExpectedVersion.any()),
                            RecordChange.put(
                                    record("20.500.12345/there", "https://n.example/"), ExpectedVersion.absent())));

            assertThat(outcomes)
                    .containsExactly(
                            new WriteOutcome(name("20.500.12345/new"), Status.NOT_TRIED, 0),
                            new WriteOutcome(name("20.500.12345/there"), Status.CONFLICT, 1));
            assertThat(store().find(name("20.500.12345/new"))).isEmpty();
        }

        @Test
        void apply_oneHandleTwice_isRefused() {
            RecordChange change =
                    RecordChange.put(record("20.500.12345/a", "https://a.example/"), ExpectedVersion.any());
            RecordChange again = RecordChange.delete(name("20.500.12345/A"), ExpectedVersion.any());

            assertThatThrownBy(() -> adminStore().apply(List.of(change, again)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("twice");
            assertThat(store().find(name("20.500.12345/a"))).isEmpty();
        }

        @Test
        void apply_moreThanTheLimit_isRefused() {
            List<RecordChange> changes = IntStream.rangeClosed(0, HandleAdminStore.MAX_BATCH)
                    .mapToObj(i -> RecordChange.delete(name("20.500.12345/" + i), ExpectedVersion.any()))
                    .toList();

            assertThatThrownBy(() -> adminStore().apply(changes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most " + HandleAdminStore.MAX_BATCH);
        }

        @Test
        void submit_several_areAppliedInTheirOrder_eachWholeOrNotAtAll() {
            RecordChange first =
                    RecordChange.put(record("20.500.12345/a", "https://1.example/"), ExpectedVersion.absent());
            RecordChange clash =
                    RecordChange.put(record("20.500.12345/A", "https://2.example/"), ExpectedVersion.absent());
            RecordChange beside =
                    RecordChange.put(record("20.500.12345/b", "https://b.example/"), ExpectedVersion.any());
            RecordChange last =
                    RecordChange.put(record("20.500.12345/a", "https://3.example/"), ExpectedVersion.exactly(1));

            List<HandleAdminStore.Submitted> submitted = List.of(
                    adminStore().submit(List.of(first)),
                    adminStore().submit(List.of(clash, beside)),
                    adminStore().submit(List.of(last)),
                    adminStore().submit(List.of()));

            assertThat(submitted.stream()
                            .map(each -> each.await().stream()
                                    .map(WriteOutcome::status)
                                    .toList())
                            .toList())
                    .containsExactly(
                            List.of(Status.CREATED),
                            List.of(Status.CONFLICT, Status.NOT_TRIED),
                            List.of(Status.REPLACED),
                            List.of());
            assertThat(store().find(name("20.500.12345/b"))).isEmpty();
        }

        @Test
        void apply_nothing_isNothing() {
            assertThat(adminStore().apply(List.of())).isEmpty();
        }
    }

    @Nested
    class Scans {
        private List<String> scanned(ScanRange range) {
            return adminStore().scan(range).stream()
                    .map(record -> record.name().toString())
                    .toList();
        }

        private void fill(String... handles) {
            for (String handle : handles) {
                adminStore().create(record(handle, "https://" + handle.length() + ".example/"));
            }
        }

        @Test
        void scan_onePrefix_leavesOutDerivedAndNeighbours() {
            fill("20.500.1/b", "20.500.1/a", "20.500.1.7/a", "20.500.10/a", "20.500/a", "20.500.1/C");

            assertThat(scanned(ScanRange.in("20.500.1", 10))).containsExactly("20.500.1/a", "20.500.1/b", "20.500.1/C");
        }

        @Test
        void scan_underPrefix_hasDerivedAndNoNeighbour() {
            fill("20.500.1/b", "20.500.1.7/a", "20.500.10/a", "20.500.1.7.9/x", "20.501/a");

            assertThat(scanned(ScanRange.under("20.500.1", 10)))
                    .containsExactlyInAnyOrder("20.500.1.7.9/x", "20.500.1.7/a", "20.500.1/b");
        }

        @Test
        void scan_inPages_seesEachRecordOnceInOrder() {
            for (int i = 0; i < 25; i++) {
                fill("20.500.1/" + (char) ('a' + i));
            }
            List<String> all = new ArrayList<>();
            ScanRange range = ScanRange.in("20.500.1", 10);
            for (List<StoredRecord> page = adminStore().scan(range);
                    !page.isEmpty();
                    page = adminStore()
                            .scan(range.after(page.get(page.size() - 1).name()))) {
                assertThat(page).hasSizeLessThanOrEqualTo(10);
                page.forEach(record -> all.add(record.name().toString()));
            }

            assertThat(all).hasSize(25).isSorted().doesNotHaveDuplicates();
        }

        @Test
        void scan_leavesOutDeletedRecords() {
            fill("20.500.1/a", "20.500.1/b");
            adminStore().delete(name("20.500.1/a"), ExpectedVersion.any());

            assertThat(scanned(ScanRange.in("20.500.1", 10))).containsExactly("20.500.1/b");
        }

        @Test
        void scan_afterAHandleOutsideTheRange_startsAtTheRange() {
            fill("20.500.1/a");

            assertThat(scanned(ScanRange.in("20.500.1", 10).after(name("20.400/z"))))
                    .containsExactly("20.500.1/a");
            assertThat(scanned(ScanRange.in("20.500.1", 10).after(name("20.600/z"))))
                    .isEmpty();
        }
    }

    @Test
    void createOrReplace_manyWritersOfOneHandle_eachVersionIsGivenOnce() throws Exception {
        int writers = 8;
        int writesEach = 20;
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                tasks.add(() -> IntStream.range(0, writesEach)
                        .mapToObj(i -> adminStore()
                                .createOrReplace(record("20.500.12345/hot", "https://" + writer + ".example/" + i))
                                .version())
                        .toList());
            }
            List<Long> versions = new ArrayList<>();
            for (Future<List<Long>> future : executor.invokeAll(tasks)) {
                versions.addAll(future.get());
            }

            assertThat(versions).doesNotHaveDuplicates().hasSize(writers * writesEach);
            assertThat(store().find(name("20.500.12345/hot")).orElseThrow().version())
                    .isEqualTo(writers * writesEach);
        } finally {
            executor.shutdownNow();
        }
    }
}
