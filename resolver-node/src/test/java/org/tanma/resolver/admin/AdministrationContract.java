// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.NODE_HANDLE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;

/** What the contracts of single operations share: the room that a store's test has opened, and what they look for. */
abstract class AdministrationContract {
    static final HandleValue URL = HandleValue.text(1, "URL", "https://kiln.example/", 0);
    static final HandleValue ADMIN = admin(100, AdminRecord.ALL, NODE_HANDLE, 300);

    AdministrationRoom<?> room;
    HandleAdministration administration;

    /** The room of the test that this contract is part of. */
    abstract AdministrationRoom<?> opened();

    @BeforeEach
    void enter() {
        room = opened();
        administration = room.administration;
    }

    static HandleRecord record(HandleName name, HandleValue... values) {
        return new HandleRecord(name, List.of(values));
    }

    static AdminOutcome.Refused refused(Object outcome, ResponseCode code, Integer... indexes) {
        assertThat(outcome).isInstanceOf(AdminOutcome.Refused.class);
        AdminOutcome.Refused refused = (AdminOutcome.Refused) outcome;
        assertThat(refused.responseCode()).isEqualTo(code);
        assertThat(refused.indexes()).containsExactly(indexes);
        assertThat(refused.message()).isNotBlank();
        return refused;
    }

    static void done(AdminOutcome outcome) {
        assertThat(outcome).isEqualTo(new AdminOutcome.Done(KILN, false));
    }
}
