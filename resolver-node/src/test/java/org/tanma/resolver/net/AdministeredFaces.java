// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.Interface;
import net.handle.hdllib.PublicKeyAuthenticationInfo;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.SimpleConfiguration;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.NodeAdministratorKeys;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.cache.AnswerCache;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/**
 * A node that is administered by a secret key (index 300), an RSA key (301) and a DSA key (302) of its prefix handle, and the
 * reference client pointed at it. In memory, or as a node is that was started: over RocksDB, with the administrator's keys it
 * made for itself and answers kept in memory.
 */
final class AdministeredFaces implements AutoCloseable {
    static final String PREFIX = "20.500.12345";
    static final String NODE_HANDLE = "0.NA/" + PREFIX;
    static final byte[] NODE_OCTETS = NODE_HANDLE.getBytes(StandardCharsets.UTF_8);
    static final byte[] SECRET = "correct horse battery staple".getBytes(StandardCharsets.UTF_8);
    static final KeyPair RSA = pair("RSA");
    static final KeyPair DSA = pair("DSA");
    static final KeyPair SITE = pair("RSA");

    private record Engine(HandleStore reading, HandleAdminStore writing, ChangeFeed feed, Runnable closing) {
        static Engine memory() {
            MemoryHandleStore store = new MemoryHandleStore();
            return new Engine(store, store, store, () -> {});
        }

        static Engine rocks(Path directory) {
            RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("records")));
            return new Engine(store, store, store, store::close);
        }
    }

    final HandleStore store;
    volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    final NodeFaces faces;
    private final Engine engine;
    private final byte[] secret;
    private final KeyPair rsa;

    /** In memory. */
    AdministeredFaces() throws Exception {
        this(
                Engine.memory(),
                List.of(
                        admin(100, 300),
                        admin(101, 301),
                        value(300, "HS_SECKEY", SECRET, ValuePermissions.PRIVATE),
                        value(301, "HS_PUBKEY", KeyRecord.encode(RSA.getPublic()), ValuePermissions.PUBLIC)),
                SECRET,
                RSA,
                AnswerCache.NONE);
    }

    /** As a node is that was started in this directory. */
    static AdministeredFaces startedIn(Path directory) throws Exception {
        NodeAdministratorKeys keys = NodeAdministratorKeys.open(directory.resolve("keys"));
        EpochAnswerCache cache = EpochAnswerCache.of(AnswerCacheConfig.DEFAULT);
        Engine engine = Engine.rocks(directory);
        engine.feed().subscribe(cache);
        return new AdministeredFaces(
                engine, keys.values(PREFIX, 0), keys.secret().getBytes(StandardCharsets.UTF_8), keys.pair(), cache);
    }

    private AdministeredFaces(
            Engine engine, List<HandleValue> administrators, byte[] secret, KeyPair rsa, AnswerCache cache)
            throws Exception {
        InstantSource clock = () -> now;
        this.engine = engine;
        this.store = engine.reading();
        this.secret = secret.clone();
        this.rsa = rsa;
        List<HandleValue> values = new ArrayList<>(administrators);
        values.add(admin(102, 302));
        values.add(value(302, "HS_PUBKEY", KeyRecord.encode(DSA.getPublic()), ValuePermissions.PUBLIC));
        put(NODE_HANDLE, values.toArray(HandleValue[]::new));
        HandleAdminStore writing = engine.writing();
        ChangeFeed feed = engine.feed();
        ResponsiblePrefixes prefixes = ResponsiblePrefixes.of(PREFIX);
        StoredKeys keys = StoredKeys.of(store);
        AccessRules rules = AccessRules.of(StoredKeys.remembering(store, feed), PREFIX);
        StoreAdministration administration = new StoreAdministration(
                store,
                writing,
                rules,
                HomedPrefixes.open(store, writing, feed, prefixes),
                PREFIX,
                RecordRule.NONE,
                clock);
        faces = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(new ResolutionPipeline(prefixes, store, rules), clock)
                        .withAdministration(administration)
                        .withAuthenticator(new KeyAuthenticator(keys, clock, 4))
                        .withCache(cache)
                        .withSiteKey(SITE));
    }

    /** Makes the prefix handle say where the node is, so that the client finds it by itself. */
    void publishSite() throws Exception {
        HandleName name = HandleName.parse(NODE_HANDLE);
        List<HandleValue> values =
                new ArrayList<>(store.find(name).orElseThrow().decode().values());
        values.add(value(3, "HS_SITE", faces.site().encode(), ValuePermissions.PUBLIC));
        engine.writing().createOrReplace(new HandleRecord(name, values));
    }

    private static HandleValue admin(int index, int keyIndex) throws Exception {
        byte[] octets = new AdminRecord(AdminRecord.ALL, HandleName.parse(NODE_HANDLE), keyIndex).encode();
        return value(index, "HS_ADMIN", octets, ValuePermissions.PUBLIC);
    }

    static HandleValue value(int index, String type, byte[] data, ValuePermissions permissions) {
        return new HandleValue(index, type, data, Ttl.DEFAULT, permissions, 0, List.of());
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize("DSA".equals(algorithm) ? 1024 : 2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(String handle, HandleValue... values) {
        engine.writing().createOrReplace(new HandleRecord(HandleName.parse(handle), List.of(values)));
    }

    byte[] secret() {
        return secret.clone();
    }

    KeyPair rsa() {
        return rsa;
    }

    SecretKeyAuthenticationInfo bySecret() {
        return new SecretKeyAuthenticationInfo(NODE_OCTETS, 300, secret());
    }

    PublicKeyAuthenticationInfo byRsa() {
        return new PublicKeyAuthenticationInfo(NODE_OCTETS, 301, rsa.getPrivate());
    }

    PublicKeyAuthenticationInfo byDsa() {
        return new PublicKeyAuthenticationInfo(NODE_OCTETS, 302, DSA.getPrivate());
    }

    /** The site as the reference client takes it. */
    SiteInfo site() throws Exception {
        return net.handle.hdllib.Encoder.decodeSiteInfoRecord(faces.site().encode(), 0);
    }

    /** The same with one way in only. */
    SiteInfo site(byte protocol) throws Exception {
        SiteInfo site = site();
        ServerInfo server = site.servers[0];
        for (Interface one : server.interfaces) {
            if (one.protocol == protocol) {
                server.interfaces = new Interface[] {one};
                return site;
            }
        }
        throw new AssertionError("no interface " + protocol);
    }

    HandleResolver client() throws Exception {
        HandleResolver client = new HandleResolver();
        SimpleConfiguration noOtherServer = new SimpleConfiguration();
        noOtherServer.setGlobalSites(new SiteInfo[] {site()});
        client.setConfiguration(noOtherServer);
        client.setTcpTimeout(10_000);
        client.setUdpRetryScheme(new int[] {3_000});
        return client;
    }

    static byte[] octets(String text) {
        return Util.encodeString(text);
    }

    @Override
    public void close() {
        faces.close();
        engine.closing().run();
    }
}
