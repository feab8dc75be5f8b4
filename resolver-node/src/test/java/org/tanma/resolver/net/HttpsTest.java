// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.net.tls.TlsFileException;
import org.tanma.resolver.net.tls.TlsIdentity;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;

/** HTTPS and HTTP on one port, with the certificate the node made for itself. */
class HttpsTest {
    private static final String KILN = "/api/handles/20.500.12345/kiln";
    private static final String RECORD = "[{\"index\":1,\"type\":\"URL\",\"data\":\"https://a.example/\"}]";

    @TempDir
    Path directory;

    private RestNode node;

    @BeforeEach
    void start() {
        node = new RestNode(directory);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static X509Certificate certificate(KeyPair keys, String subject) throws Exception {
        X500Name name = new X500Name(subject);
        byte[] octets = new JcaX509v3CertificateBuilder(
                        name,
                        java.math.BigInteger.ONE,
                        Date.from(Instant.EPOCH),
                        Date.from(Instant.parse("2099-01-01T00:00:00Z")),
                        name,
                        keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
                .getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(octets));
    }

    @Test
    void onePort_speaksBoth() throws Exception {
        HttpClient client = node.trusting();
        for (int i = 0; i < 3; i++) {
            assertThat(RestNode.send(client, "GET", node.secure("/api/site"), "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(node.send("GET", node.plain("/api/site"), "").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void put_overHttpsWithBasic_isDone() throws Exception {
        HttpResponse<String> created =
                RestNode.send(node.trusting(), "PUT", node.secure(KILN), RECORD, "authorization", RestNode.basic());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UID=301:0.NA/20.500.12345,CN=somebody",
                "CN=301:0.NA/20.500.12345",
                "CN=301%3A0.NA%2F20.500.12345",
                "C=CN,O=Kiln,CN=301:0.NA/20.500.12345"
            })
    void put_withTheCertificateOfAKey_isDone(String subject) throws Exception {
        HttpClient client = node.showing(RestNode.RSA.getPrivate(), certificate(RestNode.RSA, subject));

        assertThat(RestNode.send(
                                client, "PUT", node.secure(KILN), RECORD, "authorization", "Handle clientCert=\"true\"")
                        .statusCode())
                .isEqualTo(201);
        assertThat(RestNode.send(client, "DELETE", node.secure(KILN), "").statusCode())
                .isEqualTo(200);
        assertThat(RestNode.send(
                                client,
                                "POST",
                                node.secure("/api/sessions"),
                                "",
                                "authorization",
                                "Handle clientCert=\"true\"")
                        .body())
                .contains("\"authenticated\":true", "301:0.NA/20.500.12345");
        assertThat(RestNode.send(client, "GET", node.secure("/api/handles/0.NA/20.500.12345"), "")
                        .body())
                .doesNotContain("HS_SECKEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=301:0.NA/20.500.12345", "CN=nobody", "O=Kiln", "CN=301:0.NA/other"})
    void put_withACertificateOfAnotherKey_is401(String subject) throws Exception {
        KeyPair other = RestNode.keys("RSA", 2_048);
        HttpClient client = node.showing(other.getPrivate(), certificate(other, subject));

        assertThat(RestNode.send(
                                client, "PUT", node.secure(KILN), RECORD, "authorization", "Handle clientCert=\"true\"")
                        .statusCode())
                .isEqualTo(401);
        assertThat(RestNode.send(client, "GET", node.secure("/api/site"), "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void site_namesHttpsWhereTheCertificateIsOfItsKey() throws Exception {
        assertThat(node.faces.site().servers().get(0).interfaces())
                .contains(new SiteInterface(true, true, SiteInterface.HTTPS, node.faces.httpPort()));
        TlsConfig ofAnotherKey = new TlsConfig.SelfMade(directory.resolve("other"));
        NodeFacesConfig config = NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0);
        NodeServices services = NodeServices.of(
                        new ResolutionPipeline(ResponsiblePrefixes.of(RestNode.PREFIX), node.store), Instant::now)
                .withSiteKey(AdministeredFaces.SITE);
        for (NodeFacesConfig without : List.of(config, config.withTls(ofAnotherKey))) {
            try (NodeFaces faces = NodeFaces.open(without, services)) {
                assertThat(faces.site().servers().get(0).interfaces())
                        .noneMatch(one -> one.protocol() == SiteInterface.HTTPS);
            }
        }
    }

    /** The reference client, which is given this way in alone, resolves and creates by it. */
    @Test
    void referenceClient_overHttps_works() throws Exception {
        SiteInfo site = Encoder.decodeSiteInfoRecord(node.faces.site().encode(), 0);
        site.servers[0].interfaces = Arrays.stream(site.servers[0].interfaces)
                .filter(one -> one.protocol == Interface.SP_HDL_HTTPS)
                .toArray(Interface[]::new);
        HandleResolver client = new HandleResolver();
        client.setTcpTimeout(10_000);
        client.setSessionTracker(null);
        SecretKeyAuthenticationInfo key = new SecretKeyAuthenticationInfo(
                Util.encodeString(RestNode.NODE), 300, Util.encodeString(RestNode.SECRET));
        CreateHandleRequest creating = new CreateHandleRequest(
                Util.encodeString("20.500.12345/kiln"), new HandleValue[] {new HandleValue(1, "DESC", "kiln")}, key);

        AbstractResponse created = client.sendRequestToService(creating, new SiteInfo[] {site});
        AbstractResponse read = client.sendRequestToService(
                new ResolutionRequest(Util.encodeString("20.500.12345/kiln"), null, null, null), new SiteInfo[] {site});

        assertThat(created.responseCode).as(created.toString()).isEqualTo(AbstractMessage.RC_SUCCESS);
        assertThat(((ResolutionResponse) read).getHandleValues()[0].getDataAsString())
                .isEqualTo("kiln");
    }

    @Test
    void certificate_isReadableByItsOwnerAndMadeOnce() throws Exception {
        Path key = directory.resolve("tls-key.pem");
        byte[] before = Files.readAllBytes(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        TlsIdentity again = TlsIdentity.open(node.tls, InetAddress.getLoopbackAddress(), Instant::now);

        assertThat(Files.readAllBytes(key)).isEqualTo(before);
        assertThat(again.chain().get(0).getSubjectAlternativeNames().toString())
                .contains("127.0.0.1", "localhost", "0:0:0:0:0:0:0:1");
        assertThat(again.chain().get(0).getNotAfter()).isAfter(Date.from(Instant.parse("2034-01-01T00:00:00Z")));
    }

    @Test
    void files_thatDoNotFit_areNamed() throws Exception {
        TlsIdentity.open(
                new TlsConfig.SelfMade(directory.resolve("other")), InetAddress.getLoopbackAddress(), Instant::now);
        Path certificate = directory.resolve("tls-certificate.pem");
        Path otherKey = directory.resolve("other/tls-key.pem");

        assertThatThrownBy(() -> open(certificate, otherKey))
                .isInstanceOf(TlsFileException.class)
                .hasMessageContaining("is not that of the first certificate");
        assertThatThrownBy(() -> open(otherKey, otherKey)).hasMessageContaining("no certificate in");
        assertThatThrownBy(() -> open(certificate, certificate)).hasMessageContaining("no private key in");
        assertThatThrownBy(() -> open(directory.resolve("none"), otherKey)).hasMessageContaining("cannot be read");
        Files.delete(otherKey);
        assertThatThrownBy(() -> TlsIdentity.open(
                        new TlsConfig.SelfMade(directory.resolve("other")),
                        InetAddress.getLoopbackAddress(),
                        Instant::now))
                .hasMessageContaining("only one is there");
    }

    private static void open(Path certificate, Path key) {
        TlsIdentity.open(new TlsConfig.OfOperator(certificate, key), InetAddress.getLoopbackAddress(), Instant::now);
    }

    private SSLSocket connect(String... protocols) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new X509TrustManager[] {new Anybody()}, null);
        SSLSocketFactory factory = context.getSocketFactory();
        SSLSocket socket = (SSLSocket) factory.createSocket(InetAddress.getLoopbackAddress(), node.faces.httpPort());
        socket.setSoTimeout(10_000);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void pipelinedRequests_overTls_areAnsweredInOrder(String protocol) throws Exception {
        try (SSLSocket socket = connect(protocol)) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                requests.append("GET /api/handles/20.500.12345/none-")
                        .append(i)
                        .append(" HTTP/1.1\r\nHost: x\r\n")
                        .append(i == 49 ? "Connection: close\r\n\r\n" : "\r\n");
            }
            socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            List<Integer> positions = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                positions.add(answers.indexOf("none-" + i + "\""));
            }
            assertThat(positions).doesNotContain(-1).isSorted();
            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    @Test
    void garbageAfterTheFirstOctetOfTls_endsTheConnectionAlone() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.faces.httpPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(new byte[] {22, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            InputStream in = socket.getInputStream();
            in.readAllBytes();
        }
        assertThat(node.send("GET", node.plain("/api/site"), "").statusCode()).isEqualTo(200);
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
