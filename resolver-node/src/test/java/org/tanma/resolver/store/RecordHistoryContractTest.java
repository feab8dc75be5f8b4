// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.BulkLoader.Existing;
import org.tanma.resolver.store.ChangeFeed.Kind;
import org.tanma.resolver.store.RecordFollower.Written;

/** What every engine promises about versions, and about telling of changes with what was before and after them. */
public abstract class RecordHistoryContractTest {
    private static final HandleName NAME = HandleName.parse("20.500.12345/a");
    private static final ChangeNote NOTE = new ChangeNote(
            Instant.parse("2026-01-02T03:04:05.678Z"), "水泥厂", "replace", "device 1.0.0", "batch-7", "改了额定功率");

    protected abstract RecordHistory history();

    /** The write side of the same records. */
    protected abstract HandleAdminStore adminStore();

    /** The changes of the same records. */
    protected abstract ChangeFeed feed();

    /** The bulk load of the same records. */
    protected abstract BulkLoader loader();

    private static HandleRecord record(String url) {
        return record(NAME, url);
    }

    private static HandleRecord record(HandleName name, String url) {
        return new HandleRecord(name, List.of(HandleValue.text(1, "URL", url, 0)));
    }

    @Test
    void versions_ofCreatedReplacedDeletedAndCreatedAgain_areAllThere_newestFirst() {
        adminStore().create(record("https://a.example/"));
        adminStore()
                .apply(List.of(RecordChange.put(record("https://b.example/"), ExpectedVersion.any())
                        .by(NOTE)));
        adminStore().createOrReplace(record("https://b.example/"));
        adminStore().delete(NAME, ExpectedVersion.any());
        adminStore().create(record("https://c.example/"));

        List<RecordVersion> all = history().versions(HandleName.parse("20.500.12345/A"), Long.MAX_VALUE, 10);

        assertThat(all).extracting(RecordVersion::version).containsExactly(4L, 3L, 2L, 1L);
        assertThat(all)
                .extracting(version -> version.kind().orElseThrow())
                .containsExactly(Kind.CREATED, Kind.DELETED, Kind.REPLACED, Kind.CREATED);
        assertThat(all)
                .extracting(version -> version.content().map(RecordHistoryContractTest::url))
                .containsExactly(
                        Optional.of("https://c.example/"),
                        Optional.empty(),
                        Optional.of("https://b.example/"),
                        Optional.of("https://a.example/"));
        assertThat(all)
                .extracting(RecordVersion::note)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(NOTE), Optional.empty());
        assertThat(history().version(NAME, 2)).contains(all.get(2));
        assertThat(history().version(NAME, 5)).isEmpty();
        assertThat(history().version(NAME, 0)).isEmpty();
    }

    private static String url(StoredRecord stored) {
        return stored.decode().findByIndex(1).orElseThrow().dataAsText();
    }

    @Test
    void versions_comeInPages() {
        for (int i = 1; i <= 7; i++) {
            adminStore().createOrReplace(record("https://" + i + ".example/"));
        }
        assertThat(history().versions(NAME, Long.MAX_VALUE, 3))
                .extracting(RecordVersion::version)
                .containsExactly(7L, 6L, 5L);
        assertThat(history().versions(NAME, 5, 3))
                .extracting(RecordVersion::version)
                .containsExactly(4L, 3L, 2L);
        assertThat(history().versions(NAME, 2, 3))
                .extracting(RecordVersion::version)
                .containsExactly(1L);
        assertThat(history().versions(NAME, 1, 3)).isEmpty();
    }

    @Test
    void versions_ofHandlesThatBeginAlike_areNotMixed() {
        HandleName longer = HandleName.parse("20.500.12345/ab");
        adminStore().create(record("https://a.example/"));
        adminStore().create(record(longer, "https://ab.example/"));
        adminStore().createOrReplace(record(longer, "https://ab2.example/"));

        assertThat(history().versions(NAME, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(history().versions(longer, Long.MAX_VALUE, 10)).hasSize(2);
        assertThat(history().versions(HandleName.parse("20.500.12345/abc"), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void versions_refusedBatchesLeaveNone() {
        adminStore().create(record("https://a.example/"));
        adminStore().create(record("https://b.example/"));
        assertThat(history().versions(NAME, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void versions_replacedByABulkLoad_areKept() {
        adminStore()
                .apply(List.of(RecordChange.put(record("https://a.example/"), ExpectedVersion.any())
                        .by(NOTE)));
        loader().load(List.of(record("https://b.example/")).iterator(), Existing.REPLACE);

        List<RecordVersion> all = history().versions(NAME, Long.MAX_VALUE, 10);

        assertThat(all)
                .extracting(version -> version.content().map(RecordHistoryContractTest::url))
                .containsExactly(Optional.of("https://b.example/"), Optional.of("https://a.example/"));
        assertThat(all.get(0).kind()).isEmpty();
        assertThat(all.get(1).note()).contains(NOTE);
    }

    @Test
    void followers_areToldWhatWasBeforeAndAfter_beforeTheWriterIs() {
        List<Written> told = new ArrayList<>();
        List<Long> everything = new ArrayList<>();
        var subscription = feed().follow(new RecordFollower() {
            @Override
            public void written(List<Written> changes) {
                told.addAll(changes);
            }

            @Override
            public void everythingWritten(long sequence) {
                everything.add(sequence);
            }
        });
        adminStore().create(record("https://a.example/"));
        assertThat(told).hasSize(1);
        adminStore().createOrReplace(record("https://b.example/"));
        adminStore().delete(NAME, ExpectedVersion.any());
        loader().load(List.of(record("https://c.example/")).iterator(), Existing.REPLACE);
        subscription.close();
        adminStore().createOrReplace(record("https://d.example/"));

        assertThat(told).extracting(Written::sequence).containsExactly(1L, 2L, 3L);
        assertThat(told).extracting(Written::version).containsExactly(1L, 2L, 3L);
        assertThat(told)
                .extracting(change -> change.before().map(RecordHistoryContractTest::url))
                .containsExactly(
                        Optional.empty(), Optional.of("https://a.example/"), Optional.of("https://b.example/"));
        assertThat(told)
                .extracting(change -> change.after().map(RecordHistoryContractTest::url))
                .containsExactly(
                        Optional.of("https://a.example/"), Optional.of("https://b.example/"), Optional.empty());
        assertThat(everything).containsExactly(4L);
    }
}
