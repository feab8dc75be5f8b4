// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

class RocksAdministrationTest extends HandleAdministrationContractTest {
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
}
