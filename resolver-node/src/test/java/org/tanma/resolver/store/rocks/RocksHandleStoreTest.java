// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ChangeFeedContractTest;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleAdminStoreContractTest;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.HandleStoreContractTest;
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
