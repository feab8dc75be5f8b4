// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What administration does to records, on any store; each store's test extends it. The contracts are by operation. */
abstract class HandleAdministrationContractTest {
    private AdministrationRoom<?> shared;

    abstract AdministrationRoom<?> open();

    @BeforeEach
    void enter() {
        shared = open();
    }

    @Nested
    class Creating extends CreatingContract {
        @Override
        AdministrationRoom<?> opened() {
            return shared;
        }
    }

    @Nested
    class Changing extends ChangingContract {
        @Override
        AdministrationRoom<?> opened() {
            return shared;
        }
    }

    @Nested
    class Checking extends CheckingContract {
        @Override
        AdministrationRoom<?> opened() {
            return shared;
        }
    }

    @Nested
    class Listing extends ListingContract {
        @Override
        AdministrationRoom<?> opened() {
            return shared;
        }
    }

    @Nested
    class Racing extends RacingContract {
        @Override
        AdministrationRoom<?> opened() {
            return shared;
        }
    }
}
