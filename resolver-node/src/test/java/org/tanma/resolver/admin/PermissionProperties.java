// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.value;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.access.Standing;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.store.MemoryHandleStore;

/** Whatever is changed by whomever: nobody ends up with more than they had, and fewer permissions never allow more. */
class PermissionProperties {
    private static final int ADMIN_BITS = AdminRecord.ADD_ADMIN | AdminRecord.MODIFY_ADMIN | AdminRecord.REMOVE_ADMIN;
    private static final Caller CALLER = Caller.holding(HandleName.parse(PREFIX + "/holder"), 300);
    private static final Caller OWN_KEY = Caller.holding(KILN, 300);

    @Provide
    Arbitrary<HandleValue> values() {
        Arbitrary<Integer> indexes = Arbitraries.of(1, 2, 3, 100, 101, 300);
        Arbitrary<ValuePermissions> bits = Arbitraries.integers().between(0, 15).map(ValuePermissions::fromBits);
        Arbitrary<String> types = Arbitraries.of(
                "URL",
                "HS_SECKEY",
                "hs_seckey",
                "HS_VLIST",
                "HS_PUBKEY",
                "HS_ADMIN.x",
                "HS_ADMINS",
                "hs_Admin",
                "HS_ADMIN");
        Arbitrary<String> admins = Arbitraries.of(KILN.toString(), PREFIX + "/holder", PREFIX + "/other");
        return Combinators.combine(
                        indexes, types, bits, admins, Arbitraries.integers().between(0, AdminRecord.ALL))
                .as((index, type, permissions, handle, granted) -> {
                    byte[] data = type.regionMatches(true, 0, "HS_ADMIN", 0, 8)
                            ? admin(index, granted, handle, 300).data()
                            : type.equals("HS_VLIST") ? new byte[4] : new byte[] {(byte) granted.intValue()};
                    return value(index, type, data, permissions);
                });
    }

    @Provide
    Arbitrary<List<HandleValue>> records() {
        return values().list().ofMaxSize(4).map(PermissionProperties::distinct);
    }

    private static List<HandleValue> distinct(List<HandleValue> values) {
        List<HandleValue> distinct = new ArrayList<>();
        for (HandleValue value : values) {
            if (distinct.stream().noneMatch(v -> v.index() == value.index())) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    private static AdministrationRoom<MemoryHandleStore> room(List<HandleValue> stored, int permissions) {
        AdministrationRoom<MemoryHandleStore> room = new AdministrationRoom<>(new MemoryHandleStore());
        List<HandleValue> values = new ArrayList<>(stored);
        values.add(admin(500, permissions, PREFIX + "/holder", 300));
        room.store.createOrReplace(new HandleRecord(KILN, values));
        return room;
    }

    private static Standing standing(AdministrationRoom<MemoryHandleStore> room, Caller caller) {
        Optional<HandleRecord> record = room.store.find(KILN).map(r -> r.decode());
        return record.map(r -> AccessRules.of(StoredKeys.of(room.store)).standing(caller, r))
                .orElse(Standing.OF_A_STRANGER);
    }

    @Property(tries = 2_000)
    void withoutAdminPermissions_nobodyGainsAny(
            @ForAll("records") List<HandleValue> stored,
            @ForAll("records") List<HandleValue> written,
            @ForAll @IntRange(max = AdminRecord.ALL) int permissions,
            @ForAll boolean isPublic) {
        AdministrationRoom<MemoryHandleStore> room = room(stored, permissions);
        Caller caller = isPublic ? Caller.PUBLIC : CALLER;
        Standing before = standing(room, CALLER);
        Standing ownBefore = standing(room, OWN_KEY);
        if (!isPublic && (before.permissions() & ADMIN_BITS) != 0) {
            return;
        }
        List<HandleValue> kept = room.get(KILN).values();

        room.administration.addValues(caller, KILN, written, true);

        assertThat(standing(room, CALLER)).isEqualTo(before);
        assertThat(standing(room, OWN_KEY)).isEqualTo(ownBefore);
        boolean isKeyChanged = !room.get(KILN).values().stream()
                .filter(v -> v.index() == 300 && isKey(v))
                .allMatch(kept::contains);
        if (isKeyChanged) {
            assertThat(isPublic).isFalse();
            assertThat(before.may(ownBefore.permissions())).isTrue();
        }
    }

    private static boolean isKey(HandleValue value) {
        return value.type().regionMatches(true, 0, "HS_SECKEY", 0, 9)
                || value.type().equals("HS_PUBKEY");
    }

    @Property(tries = 1_000)
    void withFewerPermissions_nothingMoreIsDone(
            @ForAll("records") List<HandleValue> stored,
            @ForAll("records") List<HandleValue> written,
            @ForAll @IntRange(max = AdminRecord.ALL) int permissions,
            @ForAll @IntRange(max = AdminRecord.ALL) int taken) {
        boolean isDoneWithFewer =
                room(stored, permissions & ~taken).administration.addValues(CALLER, KILN, written, true)
                        instanceof AdminOutcome.Done;

        if (isDoneWithFewer) {
            assertThat(room(stored, permissions).administration.addValues(CALLER, KILN, written, true))
                    .isInstanceOf(AdminOutcome.Done.class);
        }
    }
}
