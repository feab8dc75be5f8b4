// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.PublicKeyAuthenticationInfo;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.KeySource;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeFacesConfig;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.resolve.HandlesHere;
import org.tanma.resolver.resolve.ParentKeys;
import org.tanma.resolver.resolve.PatientParent;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/** The reference client proves a key whose handle lies with the node's parent. */
class ParentKeysInteropTest {
    private static final String PREFIX = "20.500.12345";
    private static final String FAR = "20.77/管理员";
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    private Path directory;

    private KeyPair keys;
    private RocksHandleStore far;
    private RocksHandleStore near;
    private NodeFaces parent;
    private RemoteParent remote;

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        keys = generator.generateKeyPair();
        far = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("far")));
        near = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("near")));
        parent = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(new ResolutionPipeline(ResponsiblePrefixes.of("20.77"), far), CLOCK));
        remote = RemoteParent.at("handle://127.0.0.1:" + parent.handlePort());
        far.create(record(FAR, value(300, "HS_PUBKEY", KeyRecord.encode(keys.getPublic()))));
        byte[] admin = new AdminRecord(AdminRecord.ALL, HandleName.parse(FAR), 300).encode();
        near.create(record("0.NA/" + PREFIX, value(100, "HS_ADMIN", admin)));
    }

    @AfterEach
    void stop() {
        remote.close();
        parent.close();
        near.close();
        far.close();
    }

    private static HandleRecord record(String handle, HandleValue value) {
        return new HandleRecord(HandleName.parse(handle), List.of(value));
    }

    private static HandleValue value(int index, String type, byte[] data) {
        return new HandleValue(index, type, data, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
    }

    private NodeFaces node(boolean hasParentKeys) {
        ResponsiblePrefixes own = ResponsiblePrefixes.of(PREFIX);
        KeySource stored = StoredKeys.of(near);
        AccessRules rules = AccessRules.of(stored, PREFIX);
        KeySource elsewhere =
                ParentKeys.of(new PatientParent(remote, RecursionConfig.DEFAULT, CLOCK), HandlesHere.of(own, near));
        return NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(new ResolutionPipeline(own, near, rules), CLOCK)
                        .withAuthenticator(
                                new KeyAuthenticator(hasParentKeys ? stored.orElse(elsewhere) : stored, CLOCK, 2))
                        .withAdministration(new StoreAdministration(
                                near,
                                near,
                                rules,
                                HomedPrefixes.open(near, near, near, own),
                                PREFIX,
                                RecordRule.NONE,
                                CLOCK)));
    }

    private AbstractResponse create(NodeFaces node, KeyPair proving) throws Exception {
        SiteInfo site = Encoder.decodeSiteInfoRecord(node.site().encode(), 0);
        HandleResolver client = new HandleResolver();
        client.setTcpTimeout(20_000);
        client.setSessionTracker(null);
        CreateHandleRequest request = new CreateHandleRequest(
                Util.encodeString(PREFIX + "/kiln"),
                new net.handle.hdllib.HandleValue[] {new net.handle.hdllib.HandleValue(1, "DESC", "kiln")},
                new PublicKeyAuthenticationInfo(Util.encodeString(FAR), 300, proving.getPrivate()));
        return client.sendRequestToService(request, new SiteInfo[] {site});
    }

    @Test
    void keyAtTheParent_letsItsHolderIn() throws Exception {
        try (NodeFaces node = node(true)) {
            AbstractResponse response = create(node, keys);

            assertThat(response.responseCode).as(response.toString()).isEqualTo(AbstractMessage.RC_SUCCESS);
            assertThat(near.find(HandleName.parse(PREFIX + "/kiln"))).isPresent();
        }
    }

    @Test
    void anotherKey_doesNot() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        try (NodeFaces node = node(true)) {
            assertThat(create(node, generator.generateKeyPair()).responseCode)
                    .isEqualTo(AbstractMessage.RC_AUTHENTICATION_FAILED);
        }
    }

    @Test
    void keyAtTheParent_isNotAskedForByDefault() throws Exception {
        try (NodeFaces node = node(false)) {
            assertThat(create(node, keys).responseCode).isEqualTo(AbstractMessage.RC_AUTHEN_ERROR);
        }
    }

    @Test
    void silentParent_costsTheCallerAloneAndOnce() throws Exception {
        parent.close();
        try (NodeFaces node = node(true)) {
            assertThat(create(node, keys).responseCode).isEqualTo(AbstractMessage.RC_AUTHEN_ERROR);
            long before = System.nanoTime();

            assertThat(create(node, keys).responseCode).isEqualTo(AbstractMessage.RC_AUTHEN_ERROR);

            assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
            assertThat(near.find(HandleName.parse(PREFIX + "/kiln"))).isEqualTo(Optional.empty());
        }
    }
}
