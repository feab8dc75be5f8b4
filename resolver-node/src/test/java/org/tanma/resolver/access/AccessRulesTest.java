// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.group;
import static org.tanma.resolver.access.Administrators.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.type.PredefinedType;

class AccessRulesTest {
    private static final String NODE = "20.500.12345";
    private static final String KILN = NODE + "/kiln";
    private static final String KEYS = NODE + "/keys";
    private static final Caller CALLER = Caller.holding(HandleName.parse(KEYS), 300);
    private final MemoryHandleStore store = new MemoryHandleStore();
    private final AccessRules rules = AccessRules.of(StoredKeys.remembering(store, store), NODE);

    private void put(String handle, HandleValue... values) {
        store.createOrReplace(new HandleRecord(HandleName.parse(handle), List.of(values)));
    }

    private Standing standing(Caller caller) {
        return rules.standing(caller, HandleName.parse(KILN));
    }

    @Test
    void standing_keyNamed_hasItsPermissionsAndNoOther() {
        put(KILN, admin(100, AdminRecord.ADD_VALUE, KEYS, 300), admin(101, AdminRecord.DELETE_HANDLE, KEYS, 301));

        assertThat(standing(CALLER)).isEqualTo(Standing.of(AdminRecord.ADD_VALUE));
        assertThat(standing(Caller.PUBLIC)).isEqualTo(Standing.OF_THE_PUBLIC);
        assertThat(standing(Caller.holding(HandleName.parse(KEYS), 302))).isEqualTo(Standing.OF_A_STRANGER);
        assertThat(standing(Caller.holding(HandleName.parse(KILN), 300))).isEqualTo(Standing.OF_A_STRANGER);
    }

    @Test
    void standing_namedTwice_hasBothPermissions() {
        put(
                KILN,
                admin(100, AdminRecord.ADD_VALUE, KEYS, 300),
                admin(101, AdminRecord.DELETE_HANDLE, KEYS.toUpperCase(Locale.ROOT), 300));

        assertThat(standing(CALLER)).isEqualTo(Standing.of(AdminRecord.ADD_VALUE | AdminRecord.DELETE_HANDLE));
    }

    @Test
    void standing_administratorOfIndexZero_isEveryKeyOfThatHandle() {
        put(KILN, admin(100, AdminRecord.ALL, KEYS, 0));

        assertThat(standing(CALLER).may(AdminRecord.ALL)).isTrue();
        assertThat(standing(Caller.holding(HandleName.parse(KEYS), 7)).may(AdminRecord.ALL))
                .isTrue();
        assertThat(standing(Caller.holding(HandleName.parse(KEYS + "2"), 300)).isAdministrator())
                .isFalse();
    }

    @Test
    void standing_withoutPermissions_isAnAdministratorWhoMayNothing() {
        put(KILN, admin(100, 0, KEYS, 300));

        assertThat(standing(CALLER)).isEqualTo(Standing.of(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS_ADMIN.OLD", "HS_ADMINS", "XHS_ADMIN", "H\u017F_ADMIN", ""})
    void standing_otherTypes_nameNobody(String type) {
        put(KILN, admin(100, type, AdminRecord.ALL, KEYS, 300));

        assertThat(standing(CALLER)).isEqualTo(Standing.OF_A_STRANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hs_admin", "Hs_Admin"})
    void standing_typeInAnyLetterCase_counts(String type) {
        put(KILN, admin(100, type, AdminRecord.ALL, KEYS, 300));

        assertThat(standing(CALLER).may(AdminRecord.ALL)).isTrue();
    }

    @Test
    void standing_unreadableAdministrator_namesNobody() {
        put(KILN, value(100, "HS_ADMIN", new byte[] {1, 2, 3}, ValuePermissions.PUBLIC));

        assertThat(standing(CALLER)).isEqualTo(Standing.OF_A_STRANGER);
    }

    @Test
    void standing_recordWithoutAdministrator_isTheNodesOwn() {
        put(KILN, HandleValue.text(1, "URL", "https://kiln.example/", 0));
        assertThat(standing(CALLER)).isEqualTo(Standing.OF_A_STRANGER);

        put("0.NA/" + NODE, admin(100, AdminRecord.READ_VALUE, KEYS, 300));
        assertThat(standing(CALLER)).isEqualTo(Standing.of(AdminRecord.READ_VALUE));
        assertThat(AccessRules.of(StoredKeys.of(store)).standing(CALLER, HandleName.parse(KILN)))
                .isEqualTo(Standing.OF_A_STRANGER);
    }

    @Test
    void standing_groupsWithinGroups_areFollowedToTheLimitAndNoFurther() {
        put(KILN, admin(100, AdminRecord.ALL, NODE + "/g1", 200));
        for (int level = 1; level < GroupSearch.MOST_LEVELS; level++) {
            put(NODE + "/g" + level, group(200, "200:" + NODE + "/g" + (level + 1)));
        }
        put(NODE + "/g" + GroupSearch.MOST_LEVELS, group(200, "300:" + KEYS));
        assertThat(standing(CALLER).may(AdminRecord.ALL)).isTrue();

        put(NODE + "/g" + GroupSearch.MOST_LEVELS, group(200, "200:" + NODE + "/deeper"));
        put(NODE + "/deeper", group(200, "300:" + KEYS));
        assertThat(standing(CALLER)).isEqualTo(Standing.OF_A_STRANGER);
    }

    @Test
    void standing_groupsInACircle_endAndNameWhoIsInThem() {
        put(KILN, admin(100, AdminRecord.ALL, NODE + "/g1", 200));
        put(NODE + "/g1", group(200, "200:" + NODE + "/g2"));
        put(NODE + "/g2", group(200, "200:" + NODE + "/g1", "9:no-slash"));
        assertThat(standing(CALLER)).isEqualTo(Standing.OF_A_STRANGER);

        put(NODE + "/g2", group(200, "200:" + NODE + "/g1", "0:" + KEYS));
        assertThat(standing(CALLER).may(AdminRecord.ALL)).isTrue();
    }

    @Test
    void standing_moreLookupsThanAllowed_namesNobody() {
        List<String> members = new ArrayList<>(IntStream.rangeClosed(1, GroupSearch.MOST_LOOKUPS - 2)
                .mapToObj(i -> i + ":" + NODE + "/nobody")
                .toList());
        members.add("200:" + NODE + "/last");
        put(KILN, admin(100, AdminRecord.ALL, NODE + "/g1", 200));
        put(NODE + "/last", group(200, "300:" + KEYS));
        put(NODE + "/g1", group(200, members));
        assertThat(standing(CALLER).may(AdminRecord.ALL)).isTrue();

        members.add(0, "9999:" + NODE + "/nobody");
        put(NODE + "/g1", group(200, members));
        assertThat(standing(CALLER)).isEqualTo(Standing.OF_A_STRANGER);
    }

    @Test
    void standing_whatIsRemembered_isDroppedWithTheChange() {
        put(KILN, admin(100, AdminRecord.ALL, NODE + "/g1", 200));
        put(NODE + "/g1", group(200, "300:" + KEYS));
        assertThat(standing(CALLER).isAdministrator()).isTrue();

        put(NODE + "/g1", group(200, "301:" + KEYS));
        assertThat(standing(CALLER).isAdministrator()).isFalse();

        put(NODE + "/g1", group(200, "300:" + KEYS));
        assertThat(standing(CALLER).isAdministrator()).isTrue();

        store.delete(HandleName.parse(NODE + "/g1"), ExpectedVersion.any());
        assertThat(standing(CALLER).isAdministrator()).isFalse();
    }

    @Test
    void find_throughAnotherSource_asksItOnlyForWhatIsNotHere() {
        put(KEYS, Administrators.secret(300, "here"));
        KeySource other = StoredKeys.of(name -> Optional.of(new StoredRecord(
                name, 1, EncodedValues.encode(List.of(admin(100, 1, KEYS, 1), Administrators.secret(300, "there"))))));
        KeySource both = StoredKeys.of(store).orElse(other);

        assertThat(both.find(HandleName.parse(KEYS), 300).orElseThrow().dataAsText())
                .isEqualTo("here");
        assertThat(both.find(HandleName.parse("20.500.9/x"), 300).orElseThrow().dataAsText())
                .isEqualTo("there");
        assertThat(both.findByType(HandleName.parse("20.500.9/x"), PredefinedType.HS_ADMIN))
                .hasSize(1);
    }
}
