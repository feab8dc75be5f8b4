// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import org.tanma.resolver.store.MemoryHandleStore;

class MemoryAdministrationTest extends HandleAdministrationContractTest {
    @Override
    AdministrationRoom<?> open() {
        return new AdministrationRoom<>(new MemoryHandleStore());
    }
}
