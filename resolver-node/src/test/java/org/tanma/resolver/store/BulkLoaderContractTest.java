// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.BulkLoader.Existing;
import org.tanma.resolver.store.BulkLoader.LoadReport;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.ChangeFeed.Kind;

/** What every engine promises about bulk loads; each engine's test extends it. */
public abstract class BulkLoaderContractTest {
    protected abstract BulkLoader loader();

    /** The feed of the same records. */
    protected abstract ChangeFeed feed();

    /** The write side of the same records. */
    protected abstract HandleAdminStore adminStore();

    /** The read side of the same records. */
    protected abstract HandleStore store();

    private static HandleRecord record(String suffix, String url) {
        return new HandleRecord(
                HandleName.parse("20.500.12345/" + suffix), List.of(HandleValue.text(1, "URL", url, 0)));
    }

    private String url(String suffix) {
        return store().find(HandleName.parse("20.500.12345/" + suffix))
                .map(found ->
                        found.version() + " " + found.decode().values().get(0).dataAsText())
                .orElse("none");
    }

    @Test
    void load_inAnyOrder_findsEveryRecord() {
        List<HandleRecord> records = new ArrayList<>(IntStream.range(0, 2_000)
                .mapToObj(i -> record("h" + i, "https://" + i + ".example/"))
                .toList());
        Collections.shuffle(records, new Random(7));

        assertThat(loader().load(records.iterator(), Existing.REFUSE)).isEqualTo(new LoadReport(2_000, 0));

        for (int i = 0; i < 2_000; i++) {
            assertThat(url("H" + i)).isEqualTo("1 https://" + i + ".example/");
        }
        assertThat(adminStore().scan(ScanRange.in("20.500.12345", 1_000))).hasSize(1_000);
    }

    @Test
    void load_existing_isRefusedWhole() {
        adminStore().create(record("b", "https://old.example/"));

        assertThatThrownBy(() -> loader().load(
                                List.of(record("a", "https://new.example/"), record("B", "https://new.example/"))
                                        .iterator(),
                                Existing.REFUSE))
                .isInstanceOf(HandleClashException.class)
                .hasMessage("20.500.12345/B has a record already; nothing was loaded");

        assertThat(url("a")).isEqualTo("none");
        assertThat(url("b")).isEqualTo("1 https://old.example/");
        assertThat(feed().lastSequence()).isEqualTo(1);
    }

    @Test
    void load_replacing_goesOnCountingVersionsThroughDeletionsToo() {
        adminStore().create(record("live", "https://old.example/"));
        adminStore().create(record("gone", "https://old.example/"));
        adminStore().delete(HandleName.parse("20.500.12345/gone"), ExpectedVersion.any());
        adminStore().create(record("other", "https://old.example/"));

        LoadReport report = loader().load(
                        List.of(
                                        record("new", "https://n.example/"),
                                        record("live", "https://n.example/"),
                                        record("gone", "https://n.example/"))
                                .iterator(),
                        Existing.REPLACE);

        assertThat(report).isEqualTo(new LoadReport(3, 1));
        assertThat(url("new")).isEqualTo("1 https://n.example/");
        assertThat(url("live")).isEqualTo("2 https://n.example/");
        assertThat(url("gone")).isEqualTo("3 https://n.example/");
        assertThat(url("other")).isEqualTo("1 https://old.example/");
        assertThat(adminStore()
                        .createOrReplace(record("live", "https://x.example/"), ExpectedVersion.exactly(2))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void load_handleTwice_isRefusedWhole() {
        assertThatThrownBy(() -> loader().load(
                                List.of(record("a", "1"), record("b", "2"), record("A", "3"))
                                        .iterator(),
                                Existing.REPLACE))
                .isInstanceOf(HandleClashException.class)
                .hasMessageContaining("comes twice");
        assertThat(url("b")).isEqualTo("none");
    }

    @Test
    void load_failingIterator_loadsNothing() {
        Iterator<HandleRecord> failing = IntStream.range(0, 10)
                .mapToObj(i -> {
                    if (i == 7) {
                        throw new IllegalStateException("no more");
                    }
                    return record("h" + i, "x");
                })
                .iterator();

        assertThatThrownBy(() -> loader().load(failing, Existing.REFUSE)).hasMessageContaining("no more");
        assertThat(url("h0")).isEqualTo("none");
    }

    @Test
    void load_tellsListenersAndFeedThatEverythingChanged() {
        adminStore().create(record("a", "https://a.example/"));
        List<String> told = new ArrayList<>();
        feed().subscribe(new ChangeFeed.ChangeListener() {
            @Override
            public void changed(List<HandleName> names) {
                told.add(names.toString());
            }

            @Override
            public void everythingChanged() {
                told.add("everything, b is " + url("b"));
            }
        });

        loader().load(List.of(record("b", "https://b.example/")).iterator(), Existing.REFUSE);
        loader().load(List.<HandleRecord>of().iterator(), Existing.REFUSE);
        adminStore().create(record("c", "https://c.example/"));

        assertThat(told).containsExactly("everything, b is 1 https://b.example/", "[20.500.12345/c]");
        assertThat(feed().after(0, 10))
                .extracting(Change::sequence, Change::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, Kind.CREATED),
                        org.assertj.core.groups.Tuple.tuple(2L, Kind.EVERYTHING),
                        org.assertj.core.groups.Tuple.tuple(3L, Kind.CREATED));
    }
}
