// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.secret;
import static org.tanma.resolver.access.Administrators.value;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.NODE;
import static org.tanma.resolver.admin.AdministrationRoom.NODE_HANDLE;
import static org.tanma.resolver.admin.AdministrationRoom.NOW;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;
import static org.tanma.resolver.admin.AdministrationRoom.STRANGER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.StoredRecord;

/** What administration does to records, on any store; each store's test extends it. */
abstract class HandleAdministrationContractTest {
    private static final HandleValue URL = HandleValue.text(1, "URL", "https://kiln.example/", 0);
    private static final HandleValue ADMIN = admin(100, AdminRecord.ALL, NODE_HANDLE, 300);
    private AdministrationRoom<?> room;
    private HandleAdministration administration;

    abstract AdministrationRoom<?> open();

    @BeforeEach
    void enter() {
        room = open();
        administration = room.administration;
    }

    private static HandleRecord record(HandleName name, HandleValue... values) {
        return new HandleRecord(name, List.of(values));
    }

    private static AdminOutcome.Refused refused(Object outcome, ResponseCode code, Integer... indexes) {
        assertThat(outcome).isInstanceOf(AdminOutcome.Refused.class);
        AdminOutcome.Refused refused = (AdminOutcome.Refused) outcome;
        assertThat(refused.responseCode()).isEqualTo(code);
        assertThat(refused.indexes()).containsExactly(indexes);
        assertThat(refused.message()).isNotBlank();
        return refused;
    }

    private void done(AdminOutcome outcome) {
        assertThat(outcome).isEqualTo(new AdminOutcome.Done(KILN, false));
    }

    @Nested
    class Creating {
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

            refused(
                    administration.create(NODE, record(KILN, URL, ADMIN), CreateOptions.NEW),
                    ResponseCode.HANDLE_EXISTS);
            assertThat(room.indexes(KILN)).containsExactly(100);
        }

        @Test
        void create_withoutTheRight_isRefusedByWhoAsks() {
            HandleRecord record = record(KILN, URL, ADMIN);

            refused(
                    administration.create(Caller.PUBLIC, record, CreateOptions.NEW),
                    ResponseCode.AUTHENTICATION_NEEDED);
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
            refused(
                    administration.create(ofSeven, record(deeper, sevens), CreateOptions.NEW),
                    ResponseCode.NO_PERMISSION);
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

            refused(
                    administration.create(NODE, record(longest, ADMIN), CreateOptions.MINT),
                    ResponseCode.INVALID_HANDLE);
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

    @Nested
    class Changing {
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
            refused(
                    administration.addValues(Caller.PUBLIC, KILN, List.of(URL), false),
                    ResponseCode.AUTHENTICATION_NEEDED);
            refused(administration.removeValues(STRANGER, KILN, List.of(5)), ResponseCode.INVALID_ADMIN);
        }

        @Test
        void change_sameIndexTwice_isInvalid() {
            refused(
                    administration.addValues(
                            NODE,
                            KILN,
                            List.of(HandleValue.text(2, "A", "a", 0), HandleValue.text(2, "B", "b", 0)),
                            false),
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
            refused(
                    administration.modifyValues(NODE, KILN, List.of(secret(300, "node"))),
                    ResponseCode.INVALID_ADMIN,
                    300);
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

    @Nested
    class Checking {
        private void invalid(HandleValue value) {
            refused(
                    administration.create(NODE, record(KILN, ADMIN, value), CreateOptions.NEW),
                    ResponseCode.INVALID_VALUE,
                    value.index());
            room.put(KILN.toString(), ADMIN);
            refused(
                    administration.addValues(NODE, KILN, List.of(value), false),
                    ResponseCode.INVALID_VALUE,
                    value.index());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HS_ADMIN",
                    "hs_vlist",
                    "HS_PUBKEY",
                    "HS_SITE",
                    "hs_site.6",
                    "HS_SERV",
                    "HS_ALIAS",
                    "HS_SIGNATURE",
                    "hs_cert",
                    "HS_NAMESPACE",
                    "10320/loc",
                    "",
                    "A\u0000B"
                })
        void values_thatAreNotWhatTheirTypeSays_areRefused(String type) {
            invalid(value(2, type, new byte[] {1, 2, 3}, ValuePermissions.PUBLIC));
        }

        @Test
        void references_beyondTheLimit_areRefused() {
            ValueReference reference = new ValueReference("20.500.12345/x", 1);
            invalid(new HandleValue(
                    2,
                    "X",
                    new byte[0],
                    Ttl.DEFAULT,
                    ValuePermissions.PUBLIC,
                    0,
                    Collections.nCopies(WireLimits.REFERENCES + 1, reference)));
        }

        @Test
        void values_beyondTheNumberOfARecord_areRefusedAndAtItAreNot() {
            List<HandleValue> most = new ArrayList<>(IntStream.rangeClosed(1, HandleRecord.MAX_VALUES - 1)
                    .mapToObj(i -> HandleValue.text(i + 1_000, "X", "x", 0))
                    .toList());
            room.put(KILN.toString(), ADMIN);

            done(administration.addValues(NODE, KILN, most, false));
            refused(
                    administration.addValues(NODE, KILN, List.of(HandleValue.text(1, "X", "x", 0)), false),
                    ResponseCode.INVALID_VALUE);
        }

        @Test
        void octets_beyondARecords_areRefusedAndAtThemAreNot() {
            HandleValue empty = value(2, "X", new byte[0], ValuePermissions.PUBLIC);
            int fixed = EncodedValues.encode(List.of(ADMIN, empty)).octetCount();
            byte[] most = new byte[HandleAdminStore.MAX_RECORD_OCTETS - fixed];

            assertThat(administration
                            .create(
                                    NODE,
                                    record(KILN, ADMIN, value(2, "X", most, ValuePermissions.PUBLIC)),
                                    CreateOptions.NEW)
                            .responseCode())
                    .isEqualTo(ResponseCode.SUCCESS);
            refused(
                    administration.modifyValues(
                            NODE, KILN, List.of(value(2, "X", new byte[most.length + 1], ValuePermissions.PUBLIC))),
                    ResponseCode.INVALID_VALUE);
            refused(
                    administration.create(
                            NODE,
                            record(
                                    HandleName.parse(PREFIX + "/b"),
                                    ADMIN,
                                    value(2, "X", new byte[most.length + 1], ValuePermissions.PUBLIC)),
                            CreateOptions.NEW),
                    ResponseCode.INVALID_VALUE);
        }

        @Test
        void recordRule_objects_nothingIsWritten() {
            RecordRule rule = (name, before, after) -> after.flatMap(r -> r.findByType("BAD"))
                    .map(bad -> new RecordRule.Objection(ResponseCode.INVALID_VALUE, "bad"));
            AdministrationRoom<?> ruled = new AdministrationRoom<>(new MemoryHandleStore(), rule);
            HandleValue bad = HandleValue.text(5, "BAD", "x", 0);

            refused(
                    ruled.administration.create(NODE, record(KILN, ADMIN, bad), CreateOptions.NEW),
                    ResponseCode.INVALID_VALUE);
            ruled.put(KILN.toString(), ADMIN);
            refused(ruled.administration.addValues(NODE, KILN, List.of(bad), false), ResponseCode.INVALID_VALUE);
            assertThat(ruled.indexes(KILN)).containsExactly(100);
        }
    }

    @Nested
    class Listing {
        @Test
        void list_pages_goThroughThePrefixInOrder() {
            for (String name : List.of("b", "a", "c")) {
                room.put(PREFIX + "/" + name, URL);
            }
            room.put(PREFIX + ".1/d", URL);

            ListOutcome first = administration.list(NODE, PREFIX, Optional.empty(), 2);
            List<HandleName> names = ((ListOutcome.Listed) first).names();

            assertThat(first)
                    .isEqualTo(new ListOutcome.Listed(
                            List.of(HandleName.parse(PREFIX + "/a"), HandleName.parse(PREFIX + "/b")), false));
            assertThat(administration.list(NODE, PREFIX, Optional.of(names.get(1)), 2))
                    .isEqualTo(new ListOutcome.Listed(List.of(HandleName.parse(PREFIX + "/c")), true));
        }

        @Test
        void list_needsThePermission() {
            refused(
                    administration.list(Caller.PUBLIC, PREFIX, Optional.empty(), 9),
                    ResponseCode.AUTHENTICATION_NEEDED);
            refused(administration.list(STRANGER, PREFIX, Optional.empty(), 9), ResponseCode.INVALID_ADMIN);
            refused(administration.list(NODE, "20.500.9", Optional.empty(), 9), ResponseCode.SERVER_NOT_RESPONSIBLE);
            refused(administration.list(NODE, "a/b", Optional.empty(), 9), ResponseCode.INVALID_HANDLE);
        }

        @Test
        void home_prefix_isAnsweredForUntilUnhomed() {
            HandleName theirs = HandleName.parse("20.777/x");
            assertThat(room.prefixes.covers(theirs)).isFalse();

            assertThat(administration.home(NODE, "20.777"))
                    .isEqualTo(new AdminOutcome.Done(HandleName.parse("0.NA/20.777"), true));
            assertThat(administration.home(NODE, "20.777"))
                    .isEqualTo(new AdminOutcome.Done(HandleName.parse("0.NA/20.777"), false));
            assertThat(room.prefixes.covers(theirs)).isTrue();
            assertThat(administration
                            .create(NODE, record(theirs, ADMIN), CreateOptions.NEW)
                            .responseCode())
                    .isEqualTo(ResponseCode.SUCCESS);
            assertThat(administration.listHomed(NODE))
                    .isEqualTo(new ListOutcome.Listed(
                            List.of(HandleName.parse(NODE_HANDLE), HandleName.parse("0.NA/20.777")), true));

            assertThat(administration.unhome(NODE, "20.777").responseCode()).isEqualTo(ResponseCode.SUCCESS);
            assertThat(room.prefixes.covers(theirs)).isFalse();
            refused(administration.delete(NODE, theirs), ResponseCode.SERVER_NOT_RESPONSIBLE);
            refused(administration.unhome(NODE, "20.777"), ResponseCode.SERVER_NOT_RESPONSIBLE);
        }

        @Test
        void home_overTheSameRecordsLater_isStillHomed() {
            administration.home(NODE, "20.777");
            administration.home(NODE, "20.778");
            administration.unhome(NODE, "20.777");
            ResponsiblePrefixes again = ResponsiblePrefixes.of(PREFIX);

            HomedPrefixes.open(room.store, room.store, room.store, again);

            assertThat(again.prefixes()).containsExactly(PREFIX, "20.778");
        }

        @Test
        void home_byOthersOrOfWhatIsNone_isRefused() {
            refused(administration.home(Caller.PUBLIC, "20.777"), ResponseCode.AUTHENTICATION_NEEDED);
            refused(administration.home(STRANGER, "20.777"), ResponseCode.INVALID_ADMIN);
            refused(administration.unhome(STRANGER, "20.777"), ResponseCode.INVALID_ADMIN);
            refused(administration.listHomed(Caller.PUBLIC), ResponseCode.AUTHENTICATION_NEEDED);
            for (String none : List.of("", "0", "0.NA", "0.HOMED", "a/b", ".1", "1.", "a\u0001")) {
                refused(administration.home(NODE, none), ResponseCode.INVALID_HANDLE);
            }
            refused(administration.unhome(NODE, PREFIX), ResponseCode.NO_PERMISSION);
            refused(administration.unhome(NODE, PREFIX + ".7"), ResponseCode.NO_PERMISSION);
            assertThat(administration.home(NODE, PREFIX + ".7").responseCode()).isEqualTo(ResponseCode.SUCCESS);
            assertThat(room.prefixes.prefixes()).containsExactly(PREFIX);
        }
    }

    @Nested
    class Racing {
        private static final int WRITERS = 64;

        private <T> List<T> atOnce(IntFunction<T> task) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
            try {
                List<Future<T>> running = IntStream.range(0, WRITERS)
                        .mapToObj(i -> threads.submit(() -> task.apply(i)))
                        .toList();
                List<T> results = new ArrayList<>();
                for (Future<T> one : running) {
                    results.add(one.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void addValues_byManyAtOnce_losesNone() throws Exception {
            room.put(KILN.toString(), ADMIN);

            List<AdminOutcome> outcomes = atOnce(i ->
                    administration.addValues(NODE, KILN, List.of(HandleValue.text(1_000 + i, "X", "x" + i, 0)), false));

            assertThat(outcomes).containsOnly(new AdminOutcome.Done(KILN, false));
            assertThat(room.get(KILN).values()).hasSize(1 + WRITERS);
            assertThat(room.store.find(KILN).map(StoredRecord::version)).contains(1L + WRITERS);
        }

        @Test
        void addValues_ofTheSameIndexByMany_isDoneOnce() throws Exception {
            room.put(KILN.toString(), ADMIN);

            List<ResponseCode> codes = atOnce(i -> administration
                    .addValues(NODE, KILN, List.of(HandleValue.text(1, "X", "x" + i, 0)), false)
                    .responseCode());

            assertThat(codes).filteredOn(ResponseCode.SUCCESS::equals).hasSize(1);
            assertThat(codes).filteredOn(ResponseCode.VALUE_EXISTS::equals).hasSize(WRITERS - 1);
        }

        @Test
        void create_ofTheSameHandleByMany_isDoneOnce() throws Exception {
            List<ResponseCode> codes = atOnce(i -> administration
                    .create(NODE, record(KILN, ADMIN, HandleValue.text(1, "X", "x" + i, 0)), CreateOptions.NEW)
                    .responseCode());

            assertThat(codes).filteredOn(ResponseCode.SUCCESS::equals).hasSize(1);
            assertThat(codes).filteredOn(ResponseCode.HANDLE_EXISTS::equals).hasSize(WRITERS - 1);
        }

        @Test
        void create_overwritingByMany_isDoneByAll() throws Exception {
            List<ResponseCode> codes = atOnce(i -> administration
                    .create(NODE, record(KILN, ADMIN, HandleValue.text(1, "X", "x" + i, 0)), CreateOptions.OVERWRITE)
                    .responseCode());

            assertThat(codes).containsOnly(ResponseCode.SUCCESS);
            assertThat(room.get(KILN).values()).hasSize(2);
        }
    }
}
