// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import org.junit.jupiter.api.Nested;

/** The reference keeps the contract that it stands for in other tests. */
class MemoryHandleStoreTest {
    private final MemoryHandleStore records = new MemoryHandleStore();

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
}
