// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.secret;
import static org.tanma.resolver.access.Administrators.value;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.NODE_HANDLE;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;
import static org.tanma.resolver.admin.AdministrationRoom.STRANGER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.store.MemoryHandleStore;

/** Which permission which operation needs, for every bit, every operation and every kind of caller (RFC 3651, 3.2.1). */
class PermissionTableTest {
    private static final String HOLDER = PREFIX + "/holder";
    private static final Caller CALLER = Caller.holding(HandleName.parse(HOLDER), 300);
    private static final HandleName FRESH = HandleName.parse(PREFIX + "/fresh");
    private static final HandleName DERIVED = HandleName.parse("0.NA/" + PREFIX + ".7");
    private static final HandleValue TEXT = HandleValue.text(1, "DESC", "kiln", 0);
    private static final HandleValue OTHER_ADMIN = admin(101, 0, PREFIX + "/nobody", 300);

    private interface Operation {
        ResponseCode run(AdministrationRoom<?> room, Caller caller);
    }

    private record Case(String name, int needed, boolean isAboutThePrefix, Operation operation) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                "create",
                AdminRecord.ADD_HANDLE,
                true,
                (room, caller) -> room.administration
                        .create(caller, new HandleRecord(FRESH, List.of(TEXT)), CreateOptions.NEW)
                        .responseCode()));
        cases.add(new Case(
                "mint",
                AdminRecord.ADD_HANDLE,
                true,
                (room, caller) -> room.administration
                        .create(caller, new HandleRecord(FRESH, List.of(TEXT)), CreateOptions.MINT)
                        .responseCode()));
        cases.add(new Case(
                "create or replace",
                AdminRecord.ADD_HANDLE,
                true,
                (room, caller) -> room.administration
                        .create(caller, new HandleRecord(FRESH, List.of(TEXT)), CreateOptions.OVERWRITE)
                        .responseCode()));
        cases.add(new Case(
                "derive prefix",
                AdminRecord.ADD_DERIVED_PREFIX,
                true,
                (room, caller) -> room.administration
                        .create(caller, new HandleRecord(DERIVED, List.of(TEXT)), CreateOptions.NEW)
                        .responseCode()));
        cases.add(new Case("delete derived prefix", AdminRecord.DELETE_DERIVED_PREFIX, true, (room, caller) -> {
            room.put(DERIVED.toString(), OTHER_ADMIN);
            return room.administration.delete(caller, DERIVED).responseCode();
        }));
        cases.add(new Case(
                "list",
                AdminRecord.LIST_HANDLES,
                true,
                (room, caller) -> room.administration
                        .list(caller, PREFIX, Optional.empty(), 10)
                        .responseCode()));
        cases.add(new Case(
                "home",
                AdminRecord.ADD_DERIVED_PREFIX,
                true,
                (room, caller) -> room.administration.home(caller, "20.777").responseCode()));
        cases.add(new Case("unhome", AdminRecord.DELETE_DERIVED_PREFIX, true, (room, caller) -> {
            room.put("0.HOMED/20.777", TEXT);
            return room.administration.unhome(caller, "20.777").responseCode();
        }));
        cases.add(new Case(
                "list homed",
                AdminRecord.LIST_HANDLES,
                true,
                (room, caller) -> room.administration.listHomed(caller).responseCode()));
        cases.add(new Case(
                "delete",
                AdminRecord.DELETE_HANDLE,
                false,
                (room, caller) -> room.administration.delete(caller, KILN).responseCode()));
        cases.add(edit("add value", AdminRecord.ADD_VALUE, HandleValue.text(2, "DESC", "x", 0)));
        cases.add(edit("add admin", AdminRecord.ADD_ADMIN, admin(2, 0, HOLDER, 1)));
        cases.add(edit("add admin, spelled low", AdminRecord.ADD_ADMIN, admin(2, "hs_admin", 0, HOLDER, 1)));
        cases.add(edit("add admin, subtype", AdminRecord.ADD_ADMIN, admin(2, "Hs_Admin.x", 0, HOLDER, 1)));
        cases.add(edit("modify value", AdminRecord.MODIFY_VALUE, HandleValue.text(1, "DESC", "x", 0)));
        cases.add(edit("modify type", AdminRecord.MODIFY_VALUE, HandleValue.text(1, "EMAIL", "kiln", 0)));
        cases.add(edit("modify admin", AdminRecord.MODIFY_ADMIN, admin(101, AdminRecord.ALL, HOLDER, 300)));
        cases.add(edit(
                "value becomes admin",
                AdminRecord.MODIFY_VALUE | AdminRecord.ADD_ADMIN,
                admin(1, AdminRecord.ALL, HOLDER, 300)));
        cases.add(edit(
                "admin becomes value",
                AdminRecord.MODIFY_VALUE | AdminRecord.REMOVE_ADMIN,
                HandleValue.text(101, "DESC", "x", 0)));
        cases.add(new Case(
                "remove value",
                AdminRecord.REMOVE_VALUE,
                false,
                (room, caller) -> room.administration
                        .removeValues(caller, KILN, List.of(1))
                        .responseCode()));
        cases.add(new Case(
                "remove admin",
                AdminRecord.REMOVE_ADMIN,
                false,
                (room, caller) -> room.administration
                        .removeValues(caller, KILN, List.of(101))
                        .responseCode()));
        return cases;
    }

    private static Case edit(String name, int needed, HandleValue value) {
        return new Case(
                name,
                needed,
                false,
                (room, caller) -> room.administration
                        .addValues(caller, KILN, List.of(value), true)
                        .responseCode());
    }

    private static AdministrationRoom<?> room(Case one, int permissions) {
        AdministrationRoom<?> room = new AdministrationRoom<>(new MemoryHandleStore());
        HandleValue callers = admin(100, permissions, HOLDER, 300);
        HandleValue nobodys = admin(100, AdminRecord.ALL, PREFIX + "/nobody", 300);
        room.put(NODE_HANDLE, one.isAboutThePrefix() ? callers : nobodys);
        room.put(KILN.toString(), TEXT, one.isAboutThePrefix() ? nobodys : callers, OTHER_ADMIN);
        return room;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void operation_byEachSetOfPermissions_isDoneExactlyWithWhatItNeeds(Case one) {
        for (int bit = 1; bit <= AdminRecord.LIST_HANDLES; bit <<= 1) {
            boolean isEnough = (bit & one.needed()) == one.needed();
            assertThat(one.operation().run(room(one, bit), CALLER))
                    .as("with bit %x alone", bit)
                    .isEqualTo(isEnough ? ResponseCode.SUCCESS : ResponseCode.NO_PERMISSION);
            boolean isStillEnough = (bit & one.needed()) == 0;
            assertThat(one.operation().run(room(one, AdminRecord.ALL & ~bit), CALLER))
                    .as("with all but bit %x", bit)
                    .isEqualTo(isStillEnough ? ResponseCode.SUCCESS : ResponseCode.NO_PERMISSION);
        }
        assertThat(one.operation().run(room(one, one.needed()), CALLER)).isEqualTo(ResponseCode.SUCCESS);
        assertThat(one.operation().run(room(one, 0), CALLER)).isEqualTo(ResponseCode.NO_PERMISSION);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void operation_byOthers_isRefusedByWhoTheyAre(Case one) {
        AdministrationRoom<?> room = room(one, AdminRecord.ALL);

        assertThat(one.operation().run(room, Caller.PUBLIC)).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
        assertThat(one.operation().run(room, STRANGER)).isEqualTo(ResponseCode.INVALID_ADMIN);
        assertThat(one.operation().run(room, Caller.holding(HandleName.parse(HOLDER), 301)))
                .isEqualTo(ResponseCode.INVALID_ADMIN);
    }

    static Stream<Arguments> valueBits() {
        return Stream.iterate(0, bits -> bits < 16, bits -> bits + 1).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("valueBits")
    void valuePermissions_decideWhoMayWrite(int bits) {
        ValuePermissions permissions = ValuePermissions.fromBits(bits);
        HandleValue before = value(1, "NOTE", new byte[] {1}, permissions);
        HandleValue after = value(1, "NOTE", new byte[] {2}, permissions);
        AdministrationRoom<?> room = new AdministrationRoom<>(new MemoryHandleStore());
        HandleValue admin = admin(100, AdminRecord.ALL, HOLDER, 300);

        room.put(KILN.toString(), before, admin);
        assertThat(room.administration
                        .modifyValues(Caller.PUBLIC, KILN, List.of(after))
                        .responseCode())
                .isEqualTo(
                        permissions.publicWrite()
                                ? ResponseCode.SUCCESS
                                : permissions.adminWrite()
                                        ? ResponseCode.AUTHENTICATION_NEEDED
                                        : ResponseCode.NO_PERMISSION);
        room.put(KILN.toString(), before, admin);
        boolean isWritable = permissions.publicWrite() || permissions.adminWrite();
        assertThat(room.administration
                        .modifyValues(CALLER, KILN, List.of(after))
                        .responseCode())
                .isEqualTo(isWritable ? ResponseCode.SUCCESS : ResponseCode.NO_PERMISSION);
        room.put(KILN.toString(), before, admin);
        assertThat(room.administration.removeValues(CALLER, KILN, List.of(1)).responseCode())
                .isEqualTo(isWritable ? ResponseCode.SUCCESS : ResponseCode.NO_PERMISSION);
        room.put(KILN.toString(), before, admin);
        assertThat(room.administration
                        .removeValues(Caller.PUBLIC, KILN, List.of(1))
                        .responseCode())
                .isNotEqualTo(ResponseCode.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({"HS_ADMIN", "hs_admin", "HS_SECKEY", "HS_VLIST", "HS_PUBKEY", "hs_seckey.x"})
    void publicWrite_ofWhatDecidesWhoMayWhat_isNobodys(String type) {
        HandleValue before = value(2, type, new byte[0], ValuePermissions.fromBits(0b1111));
        HandleValue after = value(2, type, new byte[] {2}, ValuePermissions.fromBits(0b1111));
        AdministrationRoom<?> room = new AdministrationRoom<>(new MemoryHandleStore());
        room.put(KILN.toString(), before, admin(100, AdminRecord.ALL, HOLDER, 300));

        assertThat(room.administration
                        .modifyValues(Caller.PUBLIC, KILN, List.of(after))
                        .responseCode())
                .isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
    }

    @Test
    void publicWrite_givesNoOtherTypeAndNoOtherPermissions() {
        HandleValue open = value(2, "NOTE", new byte[0], ValuePermissions.fromBits(0b1111));
        AdministrationRoom<?> room = new AdministrationRoom<>(new MemoryHandleStore());
        room.put(KILN.toString(), open, admin(100, AdminRecord.ALL, HOLDER, 300));

        for (HandleValue after : List.of(
                admin(2, AdminRecord.ALL, "20.500.9/x", 300),
                value(2, "OTHER", new byte[0], ValuePermissions.fromBits(0b1111)),
                value(2, "NOTE", new byte[0], ValuePermissions.fromBits(0b0001)))) {
            assertThat(room.administration
                            .modifyValues(Caller.PUBLIC, KILN, List.of(after))
                            .responseCode())
                    .isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
        }
    }

    @Test
    void keyThatAdministersItsOwnHandle_isNotReplacedByWhoMayLess() {
        int less = AdminRecord.MODIFY_VALUE | AdminRecord.ADD_VALUE;
        AdministrationRoom<?> room = new AdministrationRoom<>(new MemoryHandleStore());
        room.put(
                KILN.toString(),
                admin(100, AdminRecord.ALL, KILN.toString(), 300),
                admin(101, less, HOLDER, 300),
                secret(300, "owner"));

        assertThat(room.administration
                        .modifyValues(CALLER, KILN, List.of(secret(300, "mine")))
                        .responseCode())
                .isEqualTo(ResponseCode.NO_PERMISSION);
        assertThat(room.administration
                        .addValues(CALLER, KILN, List.of(secret(301, "mine")), false)
                        .responseCode())
                .isEqualTo(ResponseCode.NO_PERMISSION);

        room.put(
                KILN.toString(),
                admin(100, less, KILN.toString(), 300),
                admin(101, less, HOLDER, 300),
                secret(300, "owner"));
        assertThat(room.administration
                        .modifyValues(CALLER, KILN, List.of(secret(300, "ours")))
                        .responseCode())
                .isEqualTo(ResponseCode.SUCCESS);
    }
}
