// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.BulkLoader;
import org.tanma.resolver.store.BulkLoaderContractTest;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.ChangeFeedContractTest;
import org.tanma.resolver.store.ChangesUnavailableException;
import org.tanma.resolver.store.EncodedRecordStore.Presence;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleAdminStoreContractTest;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.HandleStoreContractTest;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.resolver.store.RecordHistoryContractTest;
import org.tanma.resolver.store.RecordLookup;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoreInUseException;
import org.tanma.resolver.store.WriteOutcome;

class RocksHandleStoreTest {
    private static final HandleName NAME = HandleName.parse("20.500.12345/a");

    @TempDir
    private Path directory;

    private RocksHandleStore records;

    @BeforeEach
    void open() {
        records = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("records")));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Nested
    class Reading extends HandleStoreContractTest {
        @Override
        protected HandleStore store() {
            return records;
        }

        @Override
        protected HandleAdminStore adminStore() {
            return records;
        }
    }

    @Nested
    class Telling extends ChangeFeedContractTest {
        @Override
        protected ChangeFeed feed() {
            return records;
        }

        @Override
        protected HandleStore store() {
            return records;
        }

        @Override
        protected HandleAdminStore adminStore() {
            return records;
        }
    }

    @Nested
    class Remembering extends RecordHistoryContractTest {
        @Override
        protected RecordHistory history() {
            return records;
        }

        @Override
        protected HandleAdminStore adminStore() {
            return records;
        }

        @Override
        protected ChangeFeed feed() {
            return records;
        }

        @Override
        protected BulkLoader loader() {
            return records;
        }
    }

    @Nested
    class Loading extends BulkLoaderContractTest {
        @Override
        protected BulkLoader loader() {
            return records;
        }

        @Override
        protected ChangeFeed feed() {
            return records;
        }

        @Override
        protected HandleStore store() {
            return records;
        }

        @Override
        protected HandleAdminStore adminStore() {
            return records;
        }
    }

    @Nested
    class Writing extends HandleAdminStoreContractTest {
        @Override
        protected HandleStore store() {
            return records;
        }

        @Override
        protected HandleAdminStore adminStore() {
            return records;
        }
    }

    @Test
    void open_again_findsRecordsAndGoesOnCountingVersions() {
        records.create(new HandleRecord(NAME, List.of(HandleValue.text(1, "URL", "https://a.example/", 0))));
        records.delete(NAME, ExpectedVersion.any());
        records.close();

        open();

        assertThat(records.find(NAME)).isEmpty();
        assertThat(records.create(new HandleRecord(NAME, List.of())))
                .isEqualTo(new WriteOutcome(NAME, WriteOutcome.Status.CREATED, 3));
    }

    @Test
    void after_moreThanAreKept_theOldestAreGoneAndSaidToBe() {
        records.close();
        records = RocksHandleStore.open(
                RocksStoreConfig.of(directory.resolve("records")).withChangesKept(20));
        for (int i = 0; i < 50; i++) {
            records.createOrReplace(new HandleRecord(NAME, List.of(HandleValue.text(1, "DESC", "" + i, 0))));
        }

        assertThat(records.after(30, 100))
                .extracting(Change::sequence)
                .hasSize(20)
                .isSorted();
        assertThatThrownBy(() -> records.after(0, 10))
                .isInstanceOf(ChangesUnavailableException.class)
                .hasMessageContaining("to 50. Read all records again and follow from 50");
        records.close();
        open();
        assertThat(records.lastSequence()).isEqualTo(50);
        assertThat(records.after(49, 10)).hasSize(1);
        assertThatThrownBy(() -> records.after(0, 10)).isInstanceOf(ChangesUnavailableException.class);
    }

    @Test
    void find_intoMemoryOfTheCaller_findsWhatFindFinds() {
        HandleValue large = HandleValue.text(1, "DESC", "x".repeat(100_000), 0);
        records.create(new HandleRecord(NAME, List.of(large)));
        HandleName small = HandleName.parse("20.500.12345/Kiln");
        records.create(new HandleRecord(small, List.of(HandleValue.text(7, "URL", "https://a.example/", 0))));
        HandleName gone = HandleName.parse("20.500.12345/gone");
        records.create(new HandleRecord(gone, List.of()));
        records.delete(gone, ExpectedVersion.any());
        RecordLookup lookup = new RecordLookup();

        for (HandleName name : List.of(small, NAME, small)) {
            assertThat(records.find(lookup.ask(name))).isTrue();
            assertThat(lookup.toRecord()).isEqualTo(records.find(name).orElseThrow());
        }
        ByteBuffer octets = ByteBuffer.wrap("..20.500.12345/kILN..".getBytes(StandardCharsets.UTF_8));
        assertThat(records.findInMemory(lookup.ask(octets, 2, octets.limit() - 2)))
                .isEqualTo(Presence.FOUND);
        assertThat(lookup.toRecord()).isEqualTo(records.find(small).orElseThrow());
        assertThat(records.find(lookup.ask(gone))).isFalse();
        assertThat(records.findInMemory(lookup.ask(gone))).isEqualTo(Presence.ABSENT);
        assertThat(records.findInMemory(lookup.ask(HandleName.parse("20.500.12345/none"))))
                .isEqualTo(Presence.ABSENT);
    }

    @Test
    void findInMemory_recordOnDiskAlone_isUnknownUntilItWasRead() {
        Iterator<HandleRecord> many =
                IntStream.range(0, 5_000).mapToObj(StoreMeasurements::record).iterator();
        HandleName inTheMiddle = StoreMeasurements.record(2_500).name();
        records.load(many, BulkLoader.Existing.REFUSE);
        RecordLookup lookup = new RecordLookup();

        assertThat(records.findInMemory(lookup.ask(inTheMiddle))).isEqualTo(Presence.UNKNOWN);
        assertThat(records.find(lookup)).isTrue();
        assertThat(records.findInMemory(lookup)).isEqualTo(Presence.FOUND);
    }

    @Test
    void apply_fromAListener_isRefusedInsteadOfBlockingForEver() {
        List<Throwable> refusals = new ArrayList<>();
        records.subscribe(new ChangeFeed.ChangeListener() {
            @Override
            public void changed(List<HandleName> names) {
                refusals.add(catchThrowable(() -> records.delete(NAME, ExpectedVersion.any())));
            }

            @Override
            public void everythingChanged() {}
        });

        records.create(new HandleRecord(NAME, List.of()));

        assertThat(refusals).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void open_directoryInUse_saysWhichOne() {
        RocksStoreConfig config = RocksStoreConfig.of(directory.resolve("records"));

        assertThatThrownBy(() -> RocksHandleStore.open(config))
                .isInstanceOf(StoreInUseException.class)
                .hasMessage("another node is using the identifier records in " + directory.resolve("records"))
                .extracting(e -> ((StoreInUseException) e).directory())
                .isEqualTo(directory.resolve("records"));
    }

    @Test
    void open_directoryIsAFile_saysSo() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> RocksHandleStore.open(RocksStoreConfig.of(file)))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(StoreInUseException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void find_afterClose_isAnErrorAndNotACrash() {
        records.close();

        assertThatThrownBy(() -> records.find(NAME))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("are closed");
    }
}
