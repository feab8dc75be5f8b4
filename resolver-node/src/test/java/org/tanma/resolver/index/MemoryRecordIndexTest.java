// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

class MemoryRecordIndexTest extends RecordIndexContractTest {
    private MemorySortedKeys keys = new MemorySortedKeys();

    @Override
    SortedKeys keys() {
        return keys;
    }

    @Override
    void kill(SortedKeys killed) {
        keys = new MemorySortedKeys();
    }
}
