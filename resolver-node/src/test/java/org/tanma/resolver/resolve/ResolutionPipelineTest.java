// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoredRecord;

class ResolutionPipelineTest {
    private static final String KILN = "20.500.12345.1/KILN-1";
    private final MemoryHandleStore store = new MemoryHandleStore();
    private final ResolutionPipeline pipeline = new ResolutionPipeline(ResponsiblePrefixes.of("20.500.12345"), store);

    @BeforeEach
    void fill() {
        store.create(new HandleRecord(
                HandleName.parse(KILN),
                List.of(
                        HandleValue.text(1, "URL", "https://kiln.example/", 0),
                        HandleValue.text(2, "DESC.en", "kiln", 0),
                        HandleValue.text(3, "DESC", "窑", 0),
                        HandleValue.text(4, "DESCRIPTION", "no subtype", 0),
                        new HandleValue(
                                300, "HS_SECKEY", new byte[] {1}, Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, List.of()),
                        new HandleValue(
                                301,
                                "NOBODY",
                                new byte[] {1},
                                Ttl.DEFAULT,
                                ValuePermissions.fromBits(0),
                                0,
                                List.of()))));
    }

    private Resolution resolve(String handle, List<Integer> indexes, List<String> types, boolean isPublicOnly) {
        return pipeline.resolve(
                new ResolutionQuery(Octets.of(handle.getBytes(StandardCharsets.UTF_8)), indexes, types, isPublicOnly));
    }

    private List<Integer> indexesOf(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Resolution.Found.class);
        return ((Resolution.Found) resolution)
                .values().decode().stream().map(HandleValue::index).toList();
    }

    @Nested
    class Selecting {
        @Test
        void resolve_all_givesPublicValuesInOrder() {
            assertThat(indexesOf(resolve(KILN, List.of(), List.of(), true))).containsExactly(1, 2, 3, 4);
        }

        @Test
        void resolve_byIndexOrType_givesEither() {
            assertThat(indexesOf(resolve(KILN, List.of(3, 99), List.of("url"), true)))
                    .containsExactly(1, 3);
        }

        @Test
        void resolve_typeWithDot_givesTheTypeAndItsSubtypes() {
            assertThat(indexesOf(resolve(KILN, List.of(), List.of("desc."), true)))
                    .containsExactly(2, 3);
            assertThat(indexesOf(resolve(KILN, List.of(), List.of("DESC"), true)))
                    .containsExactly(3);
        }

        @Test
        void resolve_chosenValues_areEqualToTheStoredOnes() {
            Resolution.Found found = (Resolution.Found) resolve(KILN, List.of(1, 3), List.of(), true);

            assertThat(found.values().decode())
                    .containsExactly(
                            HandleValue.text(1, "URL", "https://kiln.example/", 0),
                            HandleValue.text(3, "DESC", "窑", 0));
        }

        @Test
        void resolve_recordOfPublicValuesOnly_sharesTheStoredOctets() {
            store.create(new HandleRecord(
                    HandleName.parse("20.500.12345/p"), List.of(HandleValue.text(1, "URL", "https://p.example/", 0))));

            Resolution.Found found = (Resolution.Found) pipeline.resolve(ResolutionQuery.all("20.500.12345/p"));

            assertThat(found.values())
                    .isSameAs(store.find(HandleName.parse("20.500.12345/p"))
                            .orElseThrow()
                            .values());
        }
    }

    @Nested
    class Permitting {
        private static final HandleName OWNED = HandleName.parse("20.500.12345/owned");
        private static final Caller READER = Caller.holding(OWNED, 300);
        private static final Caller WRITER = Caller.holding(OWNED, 301);
        private static final Caller STRANGER = Caller.holding(HandleName.parse("20.500.9/x"), 300);

        @BeforeEach
        void own() throws WireFormatException {
            store.create(new HandleRecord(
                    OWNED,
                    List.of(
                            HandleValue.text(1, "URL", "https://owned.example/", 0),
                            value(2, "NOTE", new byte[] {1}, ValuePermissions.PRIVATE),
                            value(3, "NOBODY", new byte[] {1}, ValuePermissions.fromBits(0)),
                            admin(100, AdminRecord.READ_VALUE, 300),
                            admin(101, AdminRecord.ALL & ~AdminRecord.READ_VALUE, 301),
                            value(300, "HS_SECKEY", new byte[] {1}, ValuePermissions.fromBits(0b1110)),
                            value(301, "hs_seckey.old", new byte[] {1}, ValuePermissions.fromBits(0b1111)))));
        }

        private static HandleValue value(int index, String type, byte[] data, ValuePermissions permissions) {
            return new HandleValue(index, type, data, Ttl.DEFAULT, permissions, 0, List.of());
        }

        private static HandleValue admin(int index, int permissions, int keyIndex) throws WireFormatException {
            byte[] octets = new AdminRecord(permissions, OWNED, keyIndex).encode();
            return value(index, AdminRecord.TYPE, octets, ValuePermissions.PUBLIC);
        }

        private Resolution ask(Caller caller, boolean isPublicOnly, Integer... indexes) {
            return pipeline.resolve(ResolutionQuery.of(OWNED.toString(), List.of(indexes), List.of(), isPublicOnly)
                    .by(caller));
        }

        @Test
        void resolve_byThePublic_leavesOutOrNeedsAKey() {
            assertThat(indexesOf(ask(Caller.PUBLIC, true))).containsExactly(1, 100, 101);
            assertThat(ask(Caller.PUBLIC, false).responseCode()).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            assertThat(ask(Caller.PUBLIC, false, 1, 2).responseCode()).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            assertThat(indexesOf(ask(Caller.PUBLIC, false, 1, 3))).containsExactly(1);
            assertThat(ask(Caller.PUBLIC, true, 2)).isEqualTo(new Resolution.ValuesNotFound(OWNED));
        }

        @Test
        void resolve_byWhoMayRead_givesWhatAdministratorsMayRead() {
            assertThat(indexesOf(ask(READER, false))).containsExactly(1, 2, 100, 101, 300, 301);
            assertThat(indexesOf(ask(READER, false, 2, 3))).containsExactly(2);
            assertThat(ask(READER, false, 3)).isEqualTo(new Resolution.ValuesNotFound(OWNED));
            assertThat(indexesOf(ask(READER, true))).containsExactly(1, 100, 101);
        }

        @Test
        void resolve_byWhoMayNotRead_givesWhatIsPublicElseSaysWhy() {
            assertThat(indexesOf(ask(WRITER, false))).containsExactly(1, 100, 101);
            assertThat(ask(WRITER, false, 2).responseCode()).isEqualTo(ResponseCode.NO_PERMISSION);
            assertThat(ask(STRANGER, false, 2).responseCode()).isEqualTo(ResponseCode.INVALID_ADMIN);
        }

        @ParameterizedTest
        @ValueSource(ints = {300, 301})
        void resolve_secretKeyWhoseBitsSayPublic_isNotThePublics(int index) {
            assertThat(ask(Caller.PUBLIC, true, index)).isEqualTo(new Resolution.ValuesNotFound(OWNED));
            assertThat(ask(Caller.PUBLIC, false, index).responseCode()).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
        }

        @Test
        void resolve_valueNobodyMayRead_isAbsentToAll() {
            assertThat(resolve(KILN, List.of(301), List.of(), false)).isInstanceOf(Resolution.ValuesNotFound.class);
        }
    }

    @Nested
    class Refusing {
        @Test
        void resolve_absent_saysWhatIsAbsent() {
            assertThat(resolve("20.500.12345.1/KILN-2", List.of(), List.of(), true))
                    .isEqualTo(new Resolution.HandleNotFound(HandleName.parse("20.500.12345.1/KILN-2")));
            assertThat(resolve(KILN, List.of(7), List.of("EMAIL"), true))
                    .isEqualTo(new Resolution.ValuesNotFound(HandleName.parse(KILN)));
        }

        @Test
        void resolve_noHandle_saysWhy() {
            Resolution resolution = resolve("no-slash", List.of(), List.of(), true);

            assertThat(resolution.responseCode()).isEqualTo(ResponseCode.INVALID_HANDLE);
            assertThat(resolution.message()).contains("no '/'");
        }

        @Test
        void resolve_overEachLimitByOne_isRefusedAndAtTheLimitIsNot() {
            String longest = "20.500.12345/" + "x".repeat(WireLimits.HANDLE_OCTETS - "20.500.12345/".length());
            assertThat(resolve(longest, List.of(), List.of(), true)).isInstanceOf(Resolution.HandleNotFound.class);
            assertThat(resolve(longest + "x", List.of(), List.of(), true).message())
                    .isEqualTo("the handle has 2049 octets; at most 2048 are allowed");

            List<Integer> indexes = Collections.nCopies(WireLimits.INDEXES, 7);
            assertThat(resolve(KILN, indexes, List.of(), true)).isInstanceOf(Resolution.ValuesNotFound.class);
            assertThat(resolve(KILN, Collections.nCopies(WireLimits.INDEXES + 1, 7), List.of(), true)
                            .message())
                    .contains("2049 indexes");

            List<String> types = Collections.nCopies(WireLimits.TYPES, "EMAIL");
            assertThat(resolve(KILN, List.of(), types, true)).isInstanceOf(Resolution.ValuesNotFound.class);
            assertThat(resolve(KILN, List.of(), Collections.nCopies(WireLimits.TYPES + 1, "EMAIL"), true)
                            .message())
                    .contains("2049 types");

            String type = "T".repeat(WireLimits.STRING_OCTETS);
            assertThat(resolve(KILN, List.of(), List.of(type), true)).isInstanceOf(Resolution.ValuesNotFound.class);
            assertThat(resolve(KILN, List.of(), List.of(type + "T"), true).message())
                    .contains("a type has 65537 octets");
        }

        @Test
        void resolve_storedOctetsAreDamaged_isAServerError() {
            HandleStore damaged =
                    name -> Optional.of(new StoredRecord(name, 1, EncodedValues.wrap(1, new byte[] {0, 0, 0, 1})));

            Resolution resolution = new ResolutionPipeline(ResponsiblePrefixes.of("20.500.12345"), damaged)
                    .resolve(ResolutionQuery.all(KILN));

            assertThat(resolution.responseCode()).isEqualTo(ResponseCode.ERROR);
        }

        @Test
        void resolve_storeFails_isAServerErrorWithoutItsInnards() {
            HandleStore broken = name -> {
                throw new StoreException("disk 7 is on fire");
            };

            Resolution resolution = new ResolutionPipeline(ResponsiblePrefixes.of("20.500.12345"), broken)
                    .resolve(ResolutionQuery.all(KILN));

            assertThat(resolution.responseCode()).isEqualTo(ResponseCode.ERROR);
            assertThat(resolution.message()).doesNotContain("disk 7");
        }
    }
}
