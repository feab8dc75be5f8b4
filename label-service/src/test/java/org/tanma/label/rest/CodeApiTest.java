// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.label.app.LabelNode;
import org.tanma.label.issue.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CodeApiTest {
    @TempDir
    Path directory;

    private LabelNode node;
    private WebTestClient client;

    @BeforeEach
    void start() {
        node = new LabelNode(directory, URI.create("http://127.0.0.1:8080"));
        client = node.client()
                .mutate()
                .defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .build();
        node.evaluations.put("e1", Samples.graded("e1"));
        node.evaluations.put("bad", Samples.ungraded("bad"));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private WebTestClient.ResponseSpec post(String path, String account, String body) {
        return client.post()
                .uri(path)
                .header(LabelNode.ACCOUNT, account)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void issue_isCreatedOnce_thenFoundAgain() {
        var created = post("/api/v1/codes", LabelNode.CLERK, "{\"evaluation\":\"e1\"}");
        created.expectStatus().isCreated();
        JsonNode code = json(created);
        String token = code.path("token").asString();
        created.expectHeader().valueEquals(HttpHeaders.LOCATION, "/api/v1/codes/" + token);
        assertThat(code.path("state").asString()).isEqualTo("valid");
        assertThat(code.path("version").asInt()).isEqualTo(1);
        assertThat(code.path("url").asString()).isEqualTo("HTTP://127.0.0.1:8080/C/" + token);
        assertThat(code.path("handle").asString()).isEqualTo("88.118.1/C-" + token);
        assertThat(code.path("qr").path("png").asString()).isEqualTo("/api/v1/codes/" + token + "/qr.png");
        var again = post("/api/v1/codes", LabelNode.CLERK, "{\"evaluation\":\"e1\"}");
        again.expectStatus().isOk();
        assertThat(json(again).path("token").asString()).isEqualTo(token);
        client.get()
                .uri("/api/v1/codes?enterprise=88.118.1/ENTERPRISE")
                .exchange()
                .expectBody()
                .jsonPath("$.codes.length()")
                .isEqualTo(1)
                .jsonPath("$.codes[0].token")
                .isEqualTo(token);
    }

    @Test
    void served_canBeVerifiedWithThePublishedKeyAlone() throws Exception {
        String token = node.issue(Samples.graded("e1"));
        JsonNode code =
                json(client.get().uri("/api/v1/codes/" + token.toLowerCase()).exchange());
        JsonNode keys = json(client.get().uri("/api/v1/issuer-keys").exchange());
        for (String part : new String[] {"content", "standing"}) {
            JsonNode proof = code.path(part.equals("content") ? "proof" : "standingProof");
            JsonNode key = keys.path("keys").get(0);
            assertThat(proof.path("kid").asString()).isEqualTo(key.path("kid").asString());
            byte[] canonical = new JsonCanonicalizer(code.path(part).toString()).getEncodedUTF8();
            assertThat(verifies(
                            key.path("x").asString(),
                            canonical,
                            proof.path("signature").asString()))
                    .as(part)
                    .isTrue();
        }
    }

    private static boolean verifies(String x, byte[] octets, String signature) throws Exception {
        byte[] littleEndian = Base64.getUrlDecoder().decode(x);
        boolean isOdd = (littleEndian[31] & 0x80) != 0;
        littleEndian[31] &= 0x7F;
        byte[] y = new byte[32];
        for (int i = 0; i < 32; i++) {
            y[i] = littleEndian[31 - i];
        }
        var point = new EdECPoint(isOdd, new BigInteger(1, y));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
        verifier.update(octets);
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }

    @Test
    void issue_refusals_areProblems() {
        problem(post("/api/v1/codes", LabelNode.STRANGER, "{\"evaluation\":\"e1\"}"), 403, "88.118.1/ENTERPRISE");
        problem(post("/api/v1/codes", LabelNode.CLERK, "{\"evaluation\":\"none\"}"), 404, "'none'");
        problem(post("/api/v1/codes", LabelNode.CLERK, "{}"), 400, "\"path\":\"evaluation\"");
        problem(post("/api/v1/codes", LabelNode.CLERK, "{\"evaluation\":\"bad\"}"), 422, "March's coal");
        problem(
                post("/api/v1/codes", LabelNode.CLERK, "{\"evaluation\":\"e1\",\"validUntil\":\"2020-01-01\"}"),
                422,
                "\"given\":\"2020-01-01\"");
        var unsigned = client.post()
                .uri("/api/v1/codes")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"evaluation\":\"e1\"}")
                .exchange();
        problem(unsigned, 401, "Basic");
        problem(get("/api/v1/codes/123"), 400, "20 characters");
        problem(get("/api/v1/codes/00000000000000000000"), 404, "00000000000000000000");
        problem(get("/api/v1/codes"), 400, "88.118.1/ENTERPRISE");
        problem(get("/api/v1/codes?enterprise=nohandle"), 400, "\"given\":\"nohandle\"");
        assertThat(node.published).isEmpty();
    }

    @Test
    void refusals_areInTheOneLanguageAskedFor() {
        var chinese = post("/api/v1/codes?lang=zh", LabelNode.CLERK, "{\"evaluation\":\"bad\"}");
        chinese.expectHeader().valueEquals(HttpHeaders.CONTENT_LANGUAGE, "zh-CN");
        chinese.expectBody(String.class)
                .value(body -> assertThat(body).contains("不能签发碳效码", "请填报三月的煤").doesNotContain("March's coal"));
        post("/api/v1/codes", LabelNode.CLERK, "{\"evaluation\":\"bad\"}")
                .expectBody(String.class)
                .value(body ->
                        assertThat(body).contains("No code may be issued").doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void symbol_isDrawnInTheSizeAskedFor() {
        String token = node.issue(Samples.graded("e1"));
        String path = "/api/v1/codes/" + token;
        get(path + "/qr.svg?size=50")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(svg ->
                        assertThat(svg).contains("width=\"50mm\"", "HTTP://127.0.0.1:8080/C/" + token, "演示 DEMO"));
        get(path + "/qr.png").expectHeader().contentType(MediaType.IMAGE_PNG);
        problem(get(path + "/qr.svg?size=14"), 400, "15 to 500 mm");
        problem(get(path + "/qr.png?scale=big"), 400, "\"given\":\"big\"");
        problem(get("/api/v1/codes/00000000000000000000/qr.svg"), 404, "00000000000000000000");
    }

    @Test
    void revoke_byARegulator_isFinal_andNothingIsDrawnAnyMore() {
        String token = node.issue(Samples.graded("e1"));
        String path = "/api/v1/codes/" + token;
        problem(post(path + "/revocation", LabelNode.CLERK, "{\"reason\":\"x\"}"), 403, "regulator");
        problem(post(path + "/revocation", LabelNode.REGULATOR, "{}"), 400, "\"path\":\"reason\"");
        JsonNode revoked = json(post(path + "/revocation", LabelNode.REGULATOR, "{\"reason\":\"wrong meter\"}"));
        assertThat(revoked.path("state").asString()).isEqualTo("revoked");
        assertThat(revoked.path("standing").path("reason").asString()).isEqualTo("wrong meter");
        problem(get(path + "/qr.svg"), 409, "revoked");
    }

    @Test
    void codeChangedInTheStore_givesNothingAway() {
        String token = node.issue(Samples.graded("e1"));
        node.database().jdbi().useHandle(h -> h.execute("UPDATE code SET content = replace(content, '2025', '2024')"));
        JsonNode code = json(get("/api/v1/codes/" + token));
        assertThat(code.path("state").asString()).isEqualTo("unverifiable");
        assertThat(code.path("doubt").asString()).isEqualTo("changed");
        assertThat(code.has("content")).isFalse();
        problem(get("/api/v1/codes/" + token + "/qr.png"), 409, "cannot be verified");
    }

    private WebTestClient.ResponseSpec get(String uri) {
        return client.get().uri(uri).exchange();
    }

    private static void problem(WebTestClient.ResponseSpec response, int status, String said) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains(said));
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
    }
}
