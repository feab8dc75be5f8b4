// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.secret;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.NODE;
import static org.tanma.resolver.admin.AdministrationRoom.NODE_HANDLE;
import static org.tanma.resolver.admin.AdministrationRoom.NOW;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;
import static org.tanma.resolver.admin.AdministrationRoom.STRANGER;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Caller;

/** What changing and deleting a record promise. */
abstract class ChangingContract extends AdministrationContract {
    @BeforeEach
    void fill() {
        room.put(KILN.toString(), URL, ADMIN);
    }

    @Test
    void addValues_new_areThereAndPresentOnesAreNamed() {
        HandleValue mail = HandleValue.text(2, "EMAIL", "kiln@kiln.example", 0);

        done(administration.addValues(NODE, KILN, List.of(mail), false));
        refused(
                administration.addValues(NODE, KILN, List.of(mail, HandleValue.text(3, "X", "x", 0), URL), false),
                ResponseCode.VALUE_EXISTS,
                2,
                1);

        assertThat(room.indexes(KILN)).containsExactly(1, 2, 100);
    }

    @Test
    void addValues_overwriting_replacesWhatIsThere() {
        done(administration.addValues(NODE, KILN, List.of(HandleValue.text(1, "EMAIL", "a@b.example", 0)), true));

        assertThat(room.get(KILN).findByIndex(1).orElseThrow().type()).isEqualTo("EMAIL");
    }

    @Test
    void modifyValues_absent_changesNothingAndNamesThem() {
        refused(
                administration.modifyValues(
                        NODE, KILN, List.of(HandleValue.text(1, "URL", "x", 0), HandleValue.text(9, "X", "x", 0))),
                ResponseCode.VALUES_NOT_FOUND,
                9);
        assertThat(room.get(KILN).findByIndex(1)).contains(URL);

        done(administration.modifyValues(NODE, KILN, List.of(HandleValue.text(1, "URL", "x", 5))));
        assertThat(room.get(KILN).findByIndex(1)).contains(HandleValue.text(1, "URL", "x", NOW));
    }

    @Test
    void removeValues_presentOnes_areGoneAndNoneIsRefused() {
        done(administration.removeValues(NODE, KILN, List.of(1, 77)));
        refused(administration.removeValues(NODE, KILN, List.of(1, 77)), ResponseCode.VALUES_NOT_FOUND, 1, 77);
        assertThat(room.indexes(KILN)).containsExactly(100);
    }

    @Test
    void change_absentHandle_isNotFound() {
        HandleName absent = HandleName.parse(PREFIX + "/absent");

        refused(administration.addValues(NODE, absent, List.of(URL), true), ResponseCode.HANDLE_NOT_FOUND);
        refused(administration.modifyValues(NODE, absent, List.of(URL)), ResponseCode.HANDLE_NOT_FOUND);
        refused(administration.removeValues(NODE, absent, List.of(1)), ResponseCode.HANDLE_NOT_FOUND);
        refused(administration.delete(NODE, absent), ResponseCode.HANDLE_NOT_FOUND);
    }

    @Test
    void change_ofAHandleElsewhere_isNotOurs() {
        HandleName other = HandleName.parse("20.500.9/x");

        refused(administration.addValues(NODE, other, List.of(URL), true), ResponseCode.SERVER_NOT_RESPONSIBLE);
        refused(administration.delete(NODE, other), ResponseCode.SERVER_NOT_RESPONSIBLE);
    }

    @Test
    void change_thatChangesNothing_tellsOnlyWhoMayKnow() {
        done(administration.modifyValues(NODE, KILN, List.of(URL)));
        refused(administration.modifyValues(Caller.PUBLIC, KILN, List.of(URL)), ResponseCode.AUTHENTICATION_NEEDED);
        refused(administration.addValues(Caller.PUBLIC, KILN, List.of(URL), false), ResponseCode.AUTHENTICATION_NEEDED);
        refused(administration.removeValues(STRANGER, KILN, List.of(5)), ResponseCode.INVALID_ADMIN);
    }

    @Test
    void change_sameIndexTwice_isInvalid() {
        refused(
                administration.addValues(
                        NODE, KILN, List.of(HandleValue.text(2, "A", "a", 0), HandleValue.text(2, "B", "b", 0)), false),
                ResponseCode.INVALID_VALUE,
                2);
    }

    @Test
    void change_thatTakesTheLastAdministrator_isRefused() {
        refused(administration.removeValues(NODE, KILN, List.of(100)), ResponseCode.INVALID_VALUE, 100);
        refused(
                administration.modifyValues(NODE, KILN, List.of(HandleValue.text(100, "HS_ADMIN.x", "x", 0))),
                ResponseCode.INVALID_VALUE,
                100);
        refused(
                administration.create(NODE, record(KILN, URL), CreateOptions.OVERWRITE),
                ResponseCode.INVALID_VALUE,
                100);

        done(administration.addValues(NODE, KILN, List.of(admin(101, AdminRecord.ALL, NODE_HANDLE, 300)), false));
        done(administration.removeValues(NODE, KILN, List.of(100)));
    }

    @Test
    void change_ofARecordWithoutAdministrator_isTheNodes() {
        room.put(KILN.toString(), URL);

        refused(administration.removeValues(STRANGER, KILN, List.of(1)), ResponseCode.INVALID_ADMIN, 1);
        done(administration.addValues(NODE, KILN, List.of(HandleValue.text(2, "X", "x", 0)), false));
        done(administration.delete(NODE, KILN));
    }

    @Test
    void change_byTheHandlesOwnKey_works() {
        Caller self = Caller.holding(KILN, 300);
        room.put(KILN.toString(), URL, admin(100, AdminRecord.ALL, KILN.toString(), 300), secret(300, "old"));

        done(administration.modifyValues(self, KILN, List.of(secret(300, "new"))));
        refused(administration.modifyValues(NODE, KILN, List.of(secret(300, "node"))), ResponseCode.INVALID_ADMIN, 300);
        done(administration.delete(self, KILN));
    }

    @Test
    void delete_gone_andCanBeMadeAgain() {
        done(administration.delete(NODE, KILN));

        assertThat(room.store.find(KILN)).isEmpty();
        assertThat(administration.create(NODE, record(KILN, ADMIN), CreateOptions.NEW))
                .isEqualTo(new AdminOutcome.Done(KILN, true));
    }

    @Test
    void delete_prefixHandle_isItsOwnOrTheParentsToAllow() {
        HandleName derived = HandleName.parse("0.NA/" + PREFIX + ".7");
        room.put(derived.toString(), admin(100, 0, derived.toString(), 300));

        refused(administration.delete(Caller.holding(derived, 300), derived), ResponseCode.NO_PERMISSION);
        assertThat(administration.delete(NODE, derived)).isEqualTo(new AdminOutcome.Done(derived, false));
        refused(administration.delete(NODE, HandleName.parse(NODE_HANDLE)), ResponseCode.NO_PERMISSION);
    }

    @Test
    void change_spelledOtherwise_keepsTheSpelling() {
        AdminOutcome outcome = administration.addValues(
                NODE, HandleName.parse(PREFIX + "/KILN"), List.of(HandleValue.text(2, "X", "x", 0)), false);

        assertThat(((AdminOutcome.Done) outcome).name()).hasToString(KILN.toString());
        assertThat(room.get(KILN).name()).hasToString(KILN.toString());
    }
}
