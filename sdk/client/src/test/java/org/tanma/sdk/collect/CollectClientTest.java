// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.sdk.node.Credentials;
import org.tanma.sdk.node.FakeNode;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.NodeProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CollectClientTest {
    /** RFC 8037, appendix A: the key of RFC 8032, test 1. */
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final Meter METER = new Meter("88.118.1/GW-1", "88.118.1/M-1", "GRID", "electricity", "kWh", false);
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private FakeNode node;

    @BeforeEach
    void start() throws IOException {
        node = FakeNode.start();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static TerminalKey key() {
        byte[] der = HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED);
        return TerminalKey.parsePem("-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(der) + "\n-----END PRIVATE KEY-----\n");
    }

    private CollectClient client() {
        return new CollectClient(NodeConnection.open(node.url(), Credentials.none()), key());
    }

    private static List<Reading> readings(int count) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            readings.add(new Reading(START.plusSeconds(60L * i), "1.5"));
        }
        return readings;
    }

    private static JsonNode part(String jws, int part) {
        return JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[part]));
    }

    private static boolean isSigned(String jws) throws GeneralSecurityException {
        String[] parts = jws.split("\\.");
        byte[] key = Base64.getUrlDecoder().decode(part(jws, 0).at("/jwk/x").asString());
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of()
                        .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key)))));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    @Test
    void key_ofTheStandard_hasItsPublicKey() {
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(key().publicOctets()))
                .isEqualTo(PUBLIC);
        assertThat(key().digest()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void key_ofAnotherKind_isRefused() throws GeneralSecurityException {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(rsa.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----";
        assertThatThrownBy(() -> TerminalKey.parsePem(pem)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TerminalKey.parsePem("ssh-ed25519 AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void send_goesOnWhereTheNodeIs_inStatementsThatNameOneAnother() throws GeneralSecurityException {
        node.answer(
                "/api/v1/readings/terminal",
                200,
                "{\"terminal\":\"88.118.1/GW-1\",\"sequence\":7,\"previous\":\"sha256:aa\",\"last\":\"2025-03-01T00:02:00Z\"}");
        node.answer(
                "/api/v1/readings",
                201,
                "{\"sequence\":7,\"readings\":10000,\"months\":[{\"period\":\"2025-03\",\"state\":\"running\",\"amount\":\"\",\"unit\":\"\",\"version\":0}]}");
        List<ReadingReceipt> receipts = client().send(
                        METER,
                        readings(10_005),
                        null,
                        false,
                        receipt -> assertThat(receipt.months()).hasSize(1));
        assertThat(receipts).hasSize(2);
        List<String> sent = node.all().stream()
                .filter(r -> r.method().equals("POST"))
                .map(FakeNode.Received::body)
                .toList();
        JsonNode first = part(sent.get(0), 1);
        JsonNode second = part(sent.get(1), 1);
        assertThat(isSigned(sent.get(0))).isTrue();
        assertThat(isSigned(sent.get(1))).isTrue();
        assertThat(first.path("sequence").asInt()).isEqualTo(7);
        assertThat(first.path("from").asString()).isEqualTo("2025-03-01T00:02:00Z");
        assertThat(first.path("readings").size()).isEqualTo(10_000);
        assertThat(second.path("sequence").asInt()).isEqualTo(8);
        assertThat(second.path("previous").asString()).isEqualTo(new SignedStatement(sent.get(0)).digest());
        assertThat(second.path("readings").size()).isEqualTo(3);
        assertThat(second.path("from").asString())
                .isEqualTo(first.at("/readings/9999/at").asString());
    }

    @Test
    void send_ofAStatementThatIsThereAlready_countsAsSent_andOtherRefusalsDoNot() {
        node.answer("/api/v1/readings/terminal", 200, "{\"sequence\":1,\"previous\":\"\",\"last\":\"\"}");
        node.answer(
                "/api/v1/readings", 409, "{\"type\":\"https://tanma.org/problems/already-received\",\"title\":\"t\"}");
        assertThat(client().send(METER, readings(2), START, false, r -> {}))
                .singleElement()
                .satisfies(r -> assertThat(r.isRepeated()).isTrue());
        node.answer("/api/v1/readings", 409, "{\"type\":\"https://tanma.org/problems/out-of-turn\",\"title\":\"t\"}");
        assertThatThrownBy(() -> client().send(METER, readings(2), START, false, r -> {}))
                .isInstanceOf(NodeProblemException.class);
    }
}
