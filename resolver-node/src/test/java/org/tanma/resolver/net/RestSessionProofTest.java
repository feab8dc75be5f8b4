// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of the REST interface: begun, proven with every kind of key, used, ended, and not opened again. */
class RestSessionProofTest extends RestCalls {
    private static final String AUTHENTICATE = "www-authenticate";

    private final byte[] cnonce = "sixteen octets..".getBytes(StandardCharsets.UTF_8);

    private String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private JsonObject begin() throws Exception {
        HttpResponse<String> begun = stranger("POST", "/api/sessions/", "");
        assertThat(begun.statusCode()).isEqualTo(200);
        return json(begun);
    }

    private byte[] both(JsonObject session) {
        byte[] nonce = Base64.getDecoder().decode(session.get("nonce").getAsString());
        byte[] both = java.util.Arrays.copyOf(nonce, nonce.length + cnonce.length);
        System.arraycopy(cnonce, 0, both, nonce.length, cnonce.length);
        return both;
    }

    private String proof(JsonObject session, String rest, byte[] signature) {
        return "Handle version=\"0\", sessionId=\"" + session.get("sessionId").getAsString() + "\", cnonce=\""
                + base64(cnonce) + "\", " + rest + ", signature=\"" + base64(signature) + "\"";
    }

    private byte[] sign(KeyPair keys, String hash, byte[] octets) throws Exception {
        PrivateKey key = keys.getPrivate();
        Signature signature = Signature.getInstance(hash + "with" + key.getAlgorithm());
        signature.initSign(key);
        signature.update(octets);
        return signature.sign();
    }

    private String rsaProof(JsonObject session) throws Exception {
        return proof(
                session,
                "id=\"301:0.NA/20.500.12345\", type=\"HS_PUBKEY\", alg=\"SHA256\"",
                sign(RestNode.RSA, "SHA256", both(session)));
    }

    private void assertWorks(JsonObject session, String id) throws Exception {
        String name = "Handle sessionId=\"" + session.get("sessionId").getAsString() + "\"";
        JsonObject state = json(as(name, "GET", "/api/sessions/this", ""));
        assertThat(state.get("authenticated").getAsBoolean()).isTrue();
        assertThat(state.get("id").getAsString()).isEqualTo(id);
        assertThat(as(name, "PUT", KILN, RECORD.replace("300", id.substring(0, 3)))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA256", "SHA-256"})
    void rsaProof_opensASession(String alg) throws Exception {
        JsonObject session = begin();
        String proof = proof(
                session,
                "id=\"301:0.NA/20.500.12345\", type=\"HS_PUBKEY\",alg=\"" + alg + "\"",
                sign(RestNode.RSA, alg.replace("-", ""), both(session)));

        HttpResponse<String> proven = as(proof, "PUT", "/api/sessions/this", "");

        assertThat(proven.statusCode()).isEqualTo(200);
        assertThat(json(proven).get("authenticated").getAsBoolean()).isTrue();
        assertThat(json(proven).get("nonce")).isEqualTo(session.get("nonce"));
        assertWorks(session, "301:0.NA/20.500.12345");
    }

    @Test
    void dsaProof_byPostAndWithoutCommas_opensASession() throws Exception {
        JsonObject session = begin();
        String proof = proof(
                        session,
                        "id=\"302:0.NA/20.500.12345\" type=\"HS_PUBKEY\" alg=\"SHA1\"",
                        sign(RestNode.DSA, "SHA1", both(session)))
                .replace("sessionId", "sessionID");

        assertThat(as(proof, "POST", "/api/sessions/this", "").statusCode()).isEqualTo(200);
        assertWorks(session, "302:0.NA/20.500.12345");
    }

    @Test
    void proofInTheBody_opensASession() throws Exception {
        JsonObject session = begin();
        JsonObject body = new JsonObject();
        body.add("sessionId", session.get("sessionId"));
        body.addProperty("id", "301:0.NA/20.500.12345");
        body.addProperty("type", "HS_PUBKEY");
        body.addProperty("alg", "SHA256");
        body.addProperty("cnonce", base64(cnonce));
        body.addProperty("signature", base64(sign(RestNode.RSA, "SHA256", both(session))));

        assertThat(stranger("PUT", "/api/sessions/this", body.toString()).statusCode())
                .isEqualTo(200);
        assertWorks(session, "301:0.NA/20.500.12345");
    }

    private void assertSecretProof(String parameters, Function<byte[], byte[]> signing) throws Exception {
        JsonObject session = begin();
        String proof = proof(
                session,
                "id=\"300:0.NA/20.500.12345\", type=\"HS_SECKEY\", " + parameters,
                signing.apply(both(session)));

        assertThat(as(proof, "PUT", "/api/sessions/this", "").body()).contains("\"authenticated\":true");
        assertWorks(session, "300:0.NA/20.500.12345");
    }

    @ParameterizedTest
    @CsvSource({"SHA1, SHA-1", "SHA256, SHA-256", "SHA-256, SHA-256"})
    void secretDigest_opensASession(String alg, String jdk) throws Exception {
        byte[] secret = RestNode.SECRET.getBytes(StandardCharsets.UTF_8);
        assertSecretProof("alg=\"" + alg + "\"", octets -> {
            try {
                MessageDigest digest = MessageDigest.getInstance(jdk);
                digest.update(secret);
                digest.update(octets);
                return digest.digest(secret);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private byte[] mac(String algorithm, byte[] key, byte[] octets) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(octets);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"HMAC-SHA1, HmacSHA1", "HMAC-SHA256, HmacSHA256"})
    void secretMac_opensASession(String alg, String jdk) throws Exception {
        byte[] secret = RestNode.SECRET.getBytes(StandardCharsets.UTF_8);
        assertSecretProof("alg=\"" + alg + "\"", octets -> mac(jdk, secret, octets));
    }

    @Test
    void derivedSecretMac_opensASession() throws Exception {
        byte[] salt = "sixteen of salt.".getBytes(StandardCharsets.UTF_8);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(RestNode.SECRET.toCharArray(), salt, 1_000, 160))
                .getEncoded();
        assertSecretProof(
                "alg=\"PBKDF2-HMAC-SHA1\", salt=\"" + base64(salt) + "\", iterations=\"1000\", length=\"160\"",
                octets -> mac("HmacSHA1", key, octets));
    }

    private static JsonObject session(String invitation) {
        JsonObject session = new JsonObject();
        session.addProperty("sessionId", invitation.replaceAll(".*sessionId=\"([^\"]+)\".*", "$1"));
        session.addProperty("nonce", invitation.replaceAll(".*nonce=\"([^\"]+)\".*", "$1"));
        return session;
    }

    @Test
    void challengeOf401_isAnsweredInTheSameRequest() throws Exception {
        JsonObject session = session(header(stranger("PUT", KILN, RECORD), AUTHENTICATE));

        assertThat(as(rsaProof(session), "PUT", KILN, RECORD.replace("300", "301"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(as(rsaProof(session), "DELETE", KILN, "").statusCode()).isEqualTo(200);
    }

    /** The 401 is given on the event loop, from the store's memory; the proof is taken by a worker. */
    @Test
    void challengeOfAPublicRead_isAnsweredByAProof() throws Exception {
        String asked = "GET /api/handles/" + RestNode.NODE + "?publicOnly=false HTTP/1.1\r\nHost: node\r\n\r\n";
        String invitation = "";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.faces.httpPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            while (!invitation.startsWith(AUTHENTICATE)) {
                invitation = lines.readLine();
            }
        }
        JsonObject session = session(invitation);

        assertThat(as(rsaProof(session), "PUT", "/api/sessions/this", "").statusCode())
                .isEqualTo(200);
        assertWorks(session, "301:0.NA/20.500.12345");
    }

    @Test
    void basic_opensASessionAtOnce() throws Exception {
        JsonObject session = json(admin("POST", "/api/sessions", ""));

        assertThat(session.get("authenticated").getAsBoolean()).isTrue();
        assertWorks(session, "300:0.NA/20.500.12345");
    }

    @Test
    void wrongProof_is401AndOpensNothing() throws Exception {
        JsonObject session = begin();
        JsonObject other = begin();
        String stolen = rsaProof(other)
                .replace(
                        other.get("sessionId").getAsString(),
                        session.get("sessionId").getAsString());

        HttpResponse<String> refused = as(stolen, "PUT", "/api/sessions/this", "");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).get("authenticated").getAsBoolean()).isFalse();
        String name = "Handle sessionId=\"" + session.get("sessionId").getAsString() + "\"";
        assertThat(json(as(name, "GET", "/api/sessions/this", "")).has("authenticated"))
                .isFalse();
        assertThat(as(name, "PUT", KILN, RECORD).statusCode()).isEqualTo(401);
    }

    @Test
    void endedSession_isNotOpenedAgainByTheProofThatOpenedIt() throws Exception {
        JsonObject session = begin();
        String proof = rsaProof(session);
        assertThat(as(proof, "PUT", "/api/sessions/this", "").statusCode()).isEqualTo(200);
        String name = "Handle sessionId=\"" + session.get("sessionId").getAsString() + "\"";

        assertThat(as(name, "DELETE", "/api/sessions/this", "").statusCode()).isEqualTo(204);

        assertThat(as(name, "PUT", KILN, RECORD).statusCode()).isEqualTo(401);
        assertThat(as(proof, "PUT", "/api/sessions/this", "").statusCode()).isEqualTo(401);
        assertThat(as(proof, "PUT", KILN, RECORD).statusCode()).isEqualTo(401);
    }

    @Test
    void session_endsUnusedAndAfterADay() throws Exception {
        JsonObject session = begin();
        as(rsaProof(session), "PUT", "/api/sessions/this", "");
        String name = "Handle sessionId=\"" + session.get("sessionId").getAsString() + "\"";
        node.now = node.now.plus(Duration.ofMinutes(29));
        assertThat(as(name, "GET", "/api/sessions/this", "").statusCode()).isEqualTo(200);
        node.now = node.now.plus(Duration.ofMinutes(30));

        assertThat(as(name, "GET", "/api/sessions/this", "").statusCode()).isEqualTo(401);
    }

    @Test
    void challenge_isAnsweredInTime() throws Exception {
        JsonObject session = begin();
        String proof = rsaProof(session);
        node.now = node.now.plus(Duration.ofMinutes(5));

        assertThat(as(proof, "PUT", "/api/sessions/this", "").statusCode()).isEqualTo(401);
    }
}
