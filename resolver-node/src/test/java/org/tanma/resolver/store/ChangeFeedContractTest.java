// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.ChangeFeed.Kind;

/** What every engine promises about telling of changes; each engine's test extends it. */
public abstract class ChangeFeedContractTest {
    private static final HandleName NAME = HandleName.parse("20.500.12345/a");

    protected abstract ChangeFeed feed();

    /** The write side of the same records. */
    protected abstract HandleAdminStore adminStore();

    /** The read side of the same records. */
    protected abstract HandleStore store();

    private static HandleRecord record(String url) {
        return new HandleRecord(NAME, List.of(HandleValue.text(1, "URL", url, 0)));
    }

    /** Passes on names; being told of everything is a failure unless a test expects it. */
    private record Listening(Consumer<List<HandleName>> names) implements ChangeFeed.ChangeListener {
        @Override
        public void changed(List<HandleName> changed) {
            names.accept(changed);
        }

        @Override
        public void everythingChanged() {
            throw new AssertionError("no bulk load was made");
        }
    }

    private static Change change(long sequence, Kind kind, long version) {
        return new Change(sequence, kind, Optional.of(NAME), version);
    }

    @Test
    void after_eachChange_isNumberedInOrder() {
        adminStore().create(record("https://a.example/"));
        adminStore().create(record("https://a.example/"));
        adminStore().createOrReplace(record("https://b.example/"));
        adminStore().createOrReplace(record("https://b.example/"));
        adminStore().delete(NAME, ExpectedVersion.any());

        assertThat(feed().after(0, 10))
                .containsExactly(change(1, Kind.CREATED, 1), change(2, Kind.REPLACED, 2), change(3, Kind.DELETED, 3));
        assertThat(feed().lastSequence()).isEqualTo(3);
        assertThat(feed().after(3, 10)).isEmpty();
    }

    @Test
    void after_inPages_seesEachChangeOnce() {
        List<RecordChange> batch = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            batch.add(RecordChange.put(
                    new HandleRecord(HandleName.parse("20.500.12345/" + i), List.of()), ExpectedVersion.any()));
        }
        adminStore().apply(batch);
        adminStore().create(record("https://a.example/"));

        List<Long> seen = new ArrayList<>();
        for (List<Change> page = feed().after(0, 3); !page.isEmpty(); ) {
            page.forEach(change -> seen.add(change.sequence()));
            page = feed().after(seen.get(seen.size() - 1), 3);
        }
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(feed().after(6, 10))
                .extracting(change -> change.name().orElseThrow().toString())
                .containsExactly("20.500.12345/6", "20.500.12345/a");
    }

    @Test
    void after_conflict_takesNoNumber() {
        adminStore().create(record("https://a.example/"));
        adminStore()
                .apply(List.of(
                        RecordChange.put(
                                new HandleRecord(HandleName.parse("20.500.12345/other"), List.of()),
                                ExpectedVersion.any()),
                        RecordChange.delete(NAME, ExpectedVersion.exactly(9))));

        assertThat(feed().lastSequence()).isEqualTo(1);
    }

    @Test
    void after_numberNeverGiven_isRefused() {
        adminStore().create(record("https://a.example/"));

        assertThatThrownBy(() -> feed().after(2, 10))
                .isInstanceOf(ChangesUnavailableException.class)
                .hasMessageContaining("changes after 2 are not available; the feed holds 1 to 1");
        assertThatThrownBy(() -> feed().after(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> feed().after(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> feed().after(0, ChangeFeed.MAX_PAGE + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void subscribe_eachChange_isToldOnceItCanBeRead() {
        List<Optional<Long>> versions = new ArrayList<>();
        feed().subscribe(new Listening(
                names -> names.forEach(name -> versions.add(store().find(name).map(StoredRecord::version)))));

        adminStore().create(record("https://a.example/"));
        adminStore().createOrReplace(record("https://b.example/"));
        adminStore().delete(NAME, ExpectedVersion.any());

        assertThat(versions).containsExactly(Optional.of(1L), Optional.of(2L), Optional.empty());
    }

    @Test
    void subscribe_nothingChanged_isNotTold() {
        adminStore().create(record("https://a.example/"));
        List<HandleName> told = new ArrayList<>();
        feed().subscribe(new Listening(told::addAll));

        adminStore().create(record("https://b.example/"));
        adminStore().createOrReplace(record("https://a.example/"));

        assertThat(told).isEmpty();
    }

    @Test
    void close_endsTheTelling() {
        List<HandleName> told = new ArrayList<>();
        feed().subscribe(new Listening(told::addAll)).close();

        adminStore().create(record("https://a.example/"));

        assertThat(told).isEmpty();
    }
}
