// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.NODE;
import static org.tanma.resolver.admin.AdministrationRoom.NODE_HANDLE;
import static org.tanma.resolver.admin.AdministrationRoom.NOW;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;
import static org.tanma.resolver.admin.AdministrationRoom.STRANGER;

import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.access.Caller;

/** What creating a handle promises: new, minted, or over one that is there. */
abstract class CreatingContract extends AdministrationContract {
    @Test
    void create_new_isStoredWithTheNodesTime() {
        AdminOutcome outcome =
                administration.create(NODE, record(KILN, ValueChange.stamped(URL, 7), ADMIN), CreateOptions.NEW);

        assertThat(outcome).isEqualTo(new AdminOutcome.Done(KILN, true));
        assertThat(room.get(KILN).values())
                .containsExactly(ValueChange.stamped(URL, NOW), ValueChange.stamped(ADMIN, NOW));
    }

    @Test
    void create_existing_isRefusedAndLeftAlone() {
        administration.create(NODE, record(KILN, ADMIN), CreateOptions.NEW);

        refused(administration.create(NODE, record(KILN, URL, ADMIN), CreateOptions.NEW), ResponseCode.HANDLE_EXISTS);
        assertThat(room.indexes(KILN)).containsExactly(100);
    }

    @Test
    void create_withoutTheRight_isRefusedByWhoAsks() {
        HandleRecord record = record(KILN, URL, ADMIN);

        refused(administration.create(Caller.PUBLIC, record, CreateOptions.NEW), ResponseCode.AUTHENTICATION_NEEDED);
        refused(administration.create(STRANGER, record, CreateOptions.NEW), ResponseCode.INVALID_ADMIN);
        room.put(NODE_HANDLE, admin(100, AdminRecord.ALL & ~AdminRecord.ADD_HANDLE, NODE_HANDLE, 300));
        refused(administration.create(NODE, record, CreateOptions.NEW), ResponseCode.NO_PERMISSION);
        assertThat(room.store.find(KILN)).isEmpty();
    }

    @Test
    void create_elsewhere_isNotOurs() {
        refused(
                administration.create(NODE, record(HandleName.parse("20.500.9/x"), ADMIN), CreateOptions.NEW),
                ResponseCode.SERVER_NOT_RESPONSIBLE);
    }

    @Test
    void create_prefixHandle_isTheParentPrefixsToAllow() {
        HandleName derived = HandleName.parse("0.NA/" + PREFIX + ".7");
        HandleName deeper = HandleName.parse("0.NA/" + PREFIX + ".7.1");
        Caller ofSeven = Caller.holding(derived, 300);
        HandleValue sevens = admin(100, AdminRecord.ADD_HANDLE, derived.toString(), 300);

        assertThat(administration.create(NODE, record(derived, sevens), CreateOptions.NEW))
                .isEqualTo(new AdminOutcome.Done(derived, true));
        refused(administration.create(ofSeven, record(deeper, sevens), CreateOptions.NEW), ResponseCode.NO_PERMISSION);
        assertThat(administration
                        .create(ofSeven, record(HandleName.parse(PREFIX + ".7/x"), sevens), CreateOptions.NEW)
                        .responseCode())
                .isEqualTo(ResponseCode.SUCCESS);
        refused(
                administration.create(NODE, record(HandleName.parse(PREFIX + ".7/y"), ADMIN), CreateOptions.NEW),
                ResponseCode.INVALID_ADMIN);
    }

    @Test
    void create_minting_appendsWhatNobodyHad() {
        HandleName base = HandleName.parse(PREFIX + "/batch-");

        AdminOutcome first = administration.create(NODE, record(base, ADMIN), CreateOptions.MINT);
        AdminOutcome second = administration.create(NODE, record(base, ADMIN), CreateOptions.MINT);

        HandleName minted = ((AdminOutcome.Done) first).name();
        assertThat(minted.toString()).matches(PREFIX + "/batch-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(((AdminOutcome.Done) second).name()).isNotEqualTo(minted);
        assertThat(room.get(minted).values()).hasSize(1);
        assertThat(room.store.find(base)).isEmpty();
    }

    @Test
    void create_mintingTooLongAHandle_isAnInvalidHandle() {
        HandleName longest =
                HandleName.parse(PREFIX + "/" + "x".repeat(WireLimits.HANDLE_OCTETS - PREFIX.length() - 1));

        refused(administration.create(NODE, record(longest, ADMIN), CreateOptions.MINT), ResponseCode.INVALID_HANDLE);
    }

    @Test
    void create_overwriting_createsOrReplacesAndKeepsTheTimeOfWhatStays() {
        assertThat(administration.create(NODE, record(KILN, URL, ADMIN), CreateOptions.OVERWRITE))
                .isEqualTo(new AdminOutcome.Done(KILN, true));
        room.now = room.now.plusSeconds(60);
        HandleValue mail = HandleValue.text(2, "EMAIL", "kiln@kiln.example", 0);

        done(administration.create(NODE, record(KILN, mail, ADMIN), CreateOptions.OVERWRITE));

        assertThat(room.get(KILN).values())
                .containsExactly(ValueChange.stamped(mail, NOW + 60), ValueChange.stamped(ADMIN, NOW));
    }

    @Test
    void create_overwriting_needsThePermissionOfEachDifference() {
        Caller owner = Caller.holding(KILN, 300);
        HandleValue mayAdd = admin(100, AdminRecord.ADD_VALUE, KILN.toString(), 300);
        room.put(KILN.toString(), URL, mayAdd);
        HandleValue mail = HandleValue.text(2, "EMAIL", "kiln@kiln.example", 0);

        refused(
                administration.create(owner, record(KILN, mail, mayAdd), CreateOptions.OVERWRITE),
                ResponseCode.NO_PERMISSION,
                1);
        refused(
                administration.create(NODE, record(KILN, mail, ADMIN), CreateOptions.OVERWRITE),
                ResponseCode.INVALID_ADMIN,
                1,
                2,
                100);
        done(administration.create(owner, record(KILN, URL, mail, mayAdd), CreateOptions.OVERWRITE));
    }
}
