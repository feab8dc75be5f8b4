// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.resolver.index.rocks.KilledKeys;
import org.tanma.resolver.index.rocks.RocksSortedKeys;

class RocksRecordIndexTest extends RecordIndexContractTest {
    @TempDir
    private Path directory;

    @Override
    SortedKeys keys() {
        return RocksSortedKeys.open(directory, "1");
    }

    @Override
    void kill(SortedKeys keys) {
        KilledKeys.kill((RocksSortedKeys) keys);
    }
}
