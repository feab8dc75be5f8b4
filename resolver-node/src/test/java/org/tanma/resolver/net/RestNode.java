// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.secret;
import static org.tanma.resolver.access.Administrators.value;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.MemoryHandleStore;

/**
 * A node that administers 20.500.12345 over HTTP and HTTPS: its prefix handle has the secret "s:cret" at 300 and public keys at
 * 301 (RSA) and 302 (DSA). The public is answered from memory, on the event loop. The time is moved by tests.
 */
final class RestNode implements AutoCloseable {
    static final String PREFIX = "20.500.12345";
    static final String NODE = "0.NA/" + PREFIX;
    static final String SECRET = "s:cret";
    static final KeyPair RSA = keys("RSA", 2_048);
    static final KeyPair DSA = keys("DSA", 1_024);

    final MemoryHandleStore store = new MemoryHandleStore();
    final NodeFaces faces;
    final TlsConfig.SelfMade tls;
    volatile Instant now = Instant.now();

    RestNode(Path directory) {
        tls = new TlsConfig.SelfMade(directory, Optional.of(AdministeredFaces.SITE));
        StoredKeys keys = StoredKeys.remembering(store, store);
        AccessRules rules = AccessRules.of(keys, PREFIX);
        ResponsiblePrefixes prefixes = ResponsiblePrefixes.of(PREFIX);
        HomedPrefixes homed = HomedPrefixes.open(store, store, store, prefixes);
        store.createOrReplace(new HandleRecord(
                HandleName.parse(NODE),
                List.of(
                        admin(100, AdminRecord.ALL, NODE, 300),
                        admin(101, AdminRecord.ALL, NODE, 301),
                        admin(102, AdminRecord.ALL, NODE, 302),
                        secret(300, SECRET),
                        key(301, RSA),
                        key(302, DSA))));
        faces = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0).withTls(tls),
                NodeServices.of(new ResolutionPipeline(prefixes, new KeptInMemory(store), rules), () -> now)
                        .withSiteKey(AdministeredFaces.SITE)
                        .withAuthenticator(new KeyAuthenticator(keys, () -> now, 2))
                        .withAdministration(new StoreAdministration(
                                store, store, rules, homed, PREFIX, RecordRule.NONE, () -> now)));
    }

    private static HandleValue key(int index, KeyPair keys) {
        try {
            return value(index, "HS_PUBKEY", KeyRecord.encode(keys.getPublic()), ValuePermissions.PUBLIC);
        } catch (WireFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static KeyPair keys(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    URI plain(String path) {
        return URI.create("http://127.0.0.1:" + faces.httpPort() + path);
    }

    URI secure(String path) {
        return URI.create("https://127.0.0.1:" + faces.httpPort() + path);
    }

    static String basic(String user, String secret) {
        String credentials = user + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** The node administrator's, as clients write it. */
    static String basic() {
        return basic("300%3A" + NODE, SECRET);
    }

    Optional<HandleRecord> find(String handle) {
        return store.find(HandleName.parse(handle)).map(record -> record.decode());
    }

    HttpResponse<String> send(String method, URI address, String body, String... headers) throws Exception {
        return send(HttpClient.newHttpClient(), method, address, body, headers);
    }

    static HttpResponse<String> send(HttpClient client, String method, URI address, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A client that trusts the node's certificate and no other. */
    HttpClient trusting() throws GeneralSecurityException, IOException {
        return client(null, null);
    }

    /** The same with a certificate of its own. */
    HttpClient showing(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException, IOException {
        return client(key, certificate);
    }

    private HttpClient client(PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(tls.certificateFile())) {
            trusted.setCertificateEntry(
                    "node", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore mine = KeyStore.getInstance("PKCS12");
        mine.load(null, null);
        if (key != null) {
            mine.setKeyEntry("own", key, new char[0], new X509Certificate[] {certificate});
        }
        own.init(mine, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Override
    public void close() {
        faces.close();
    }
}
