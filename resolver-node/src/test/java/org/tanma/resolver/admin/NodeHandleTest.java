// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanma.resolver.access.Administrators.admin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Authentication;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.StoredRecord;

class NodeHandleTest {
    private static final String PREFIX = "20.500.12345";
    private static final HandleName NODE = HandleName.parse("0.NA/" + PREFIX);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final HandleValue SITE = HandleValue.text(3, "HS_SITE", "here", 0);

    @TempDir
    Path directory;

    private final MemoryHandleStore store = new MemoryHandleStore();
    private final NodeHandle handle = new NodeHandle(PREFIX, store, store, CLOCK);
    private NodeAdministratorKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = NodeAdministratorKeys.open(directory.resolve("keys"));
    }

    private HandleRecord record() {
        return store.find(NODE).map(StoredRecord::decode).orElseThrow();
    }

    private List<Integer> indexes() {
        return record().values().stream().map(HandleValue::index).toList();
    }

    @Test
    void open_again_readsTheSameKeysFromFilesOfTheOwnerAlone() throws Exception {
        NodeAdministratorKeys again = NodeAdministratorKeys.open(directory.resolve("keys"));

        assertThat(again.secret()).isEqualTo(keys.secret()).hasSize(43);
        assertThat(again.pair().getPublic()).isEqualTo(keys.pair().getPublic());
        for (Path file : List.of(keys.secretFile(), keys.privateFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.list(directory.resolve("keys"))).hasSize(2);
    }

    @Test
    void open_fileThatHoldsNoKey_saysWhichFile() throws Exception {
        Files.writeString(keys.privateFile(), "nonsense");

        assertThatThrownBy(() -> NodeAdministratorKeys.open(directory.resolve("keys")))
                .hasMessageContaining("admin-key.pem");
    }

    @Test
    void publish_first_makesBothKeysAdministratorsOfTheNode() {
        handle.publish(List.of(SITE), keys);

        assertThat(indexes()).containsExactly(3, 100, 101, 200, 300, 301);
        assertThat(record().findByIndex(300).orElseThrow().permissions()).isEqualTo(ValuePermissions.PRIVATE);
        KeyAuthenticator authenticator = new KeyAuthenticator(StoredKeys.of(store), CLOCK, 1);
        AccessRules rules = AccessRules.of(StoredKeys.of(store), PREFIX);
        Authentication bySecret = authenticator.verifySecret(
                new Caller.Key(NODE, 300), keys.secret().getBytes(StandardCharsets.UTF_8));
        Authentication byKey = authenticator.verifyPublicKey(
                new Caller.Key(NODE, 301), keys.pair().getPublic());
        for (Authentication proven : List.of(bySecret, byKey)) {
            assertThat(proven).isInstanceOf(Authentication.Verified.class);
            assertThat(rules.nodeStanding(((Authentication.Verified) proven).caller())
                            .may(AdminRecord.ALL))
                    .isTrue();
        }
    }

    @Test
    void publish_again_changesTheSiteAndKeepsWhatAnOperatorChanged() {
        handle.publish(List.of(SITE), keys);
        HandleValue foreign = admin(100, AdminRecord.ALL, "20.500.9/boss", 300);
        store.createOrReplace(new HandleRecord(NODE, List.of(SITE, foreign, HandleValue.text(7, "DESC", "ours", 0))));

        handle.publish(List.of(HandleValue.text(3, "HS_SITE", "there", 0)), keys);

        assertThat(indexes()).containsExactly(3, 7, 100);
        assertThat(record().findByIndex(3).orElseThrow().dataAsText()).isEqualTo("there");
        assertThat(record().findByIndex(100)).contains(foreign);
    }

    @Test
    void publish_theSame_writesNothing() {
        handle.publish(List.of(SITE), keys);
        handle.publish(List.of(SITE), keys);

        assertThat(store.find(NODE).map(StoredRecord::version)).contains(1L);
    }

    @Test
    void publish_overARecordThatNobodyCanAdminister_putsTheAdministratorIn() {
        store.create(new HandleRecord(NODE, List.of(SITE, admin(100, AdminRecord.ALL, NODE.toString(), 300))));

        handle.publish(List.of(SITE), keys);

        assertThat(indexes()).containsExactly(3, 100, 101, 200, 300, 301);
    }

    @Test
    void give_prefixes_areAdministeredByTheirOwnKeyAndTheNode() {
        handle.publish(List.of(SITE), keys);
        HandleName own = HandleName.parse("0.NA/" + PREFIX + ".7");
        new GivenPrefixes(PREFIX, store, CLOCK).give(List.of(PREFIX + ".7", PREFIX, PREFIX + ".7"));
        AccessRules rules = AccessRules.of(StoredKeys.of(store), PREFIX);

        assertThat(rules.standing(Caller.holding(own, 300), own).may(AdminRecord.ALL))
                .isTrue();
        assertThat(rules.standing(Caller.holding(NODE, 301), own).may(AdminRecord.ALL))
                .isTrue();
        assertThat(rules.standing(Caller.holding(own, 300), NODE).isAdministrator())
                .isFalse();
        assertThat(store.find(NODE).map(StoredRecord::version)).contains(1L);
    }
}
