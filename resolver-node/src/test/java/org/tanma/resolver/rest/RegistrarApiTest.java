// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class RegistrarApiTest {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final String KILN = """
            {"template":"device","records":[{"handle":"88.118.1/KILN-1","items":
              {"deviceName":"1 号窑","deviceKind":"kiln","ratedPowerKw":630.50,"enterprise":"88.118.1/ENTERPRISE",
               "demonstration":true}}]}
            """;

    @TempDir
    Path folder;

    private RegistrarApi api;

    @BeforeEach
    void open() {
        api = new RegistrarApi(folder);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private WebTestClient.ResponseSpec json(String account, String body) {
        return api.client
                .post()
                .uri("/api/v1/registrations")
                .header(RegistrarApi.ACCOUNT, account)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec csv(String account, String query, byte[] body, MediaType accept) {
        return api.client
                .post()
                .uri("/api/v1/registrations?template=device" + query)
                .header(RegistrarApi.ACCOUNT, account)
                .contentType(CSV)
                .accept(accept)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String uri, String account, MediaType accept) {
        return api.client
                .get()
                .uri(uri)
                .header(RegistrarApi.ACCOUNT, account)
                .accept(accept)
                .exchange();
    }

    @Nested
    class Registrations {
        @Test
        void json_registered_thenUnchanged_thenRefusedWithReason() {
            json("cement", KILN)
                    .expectStatus()
                    .isCreated()
                    .expectBody()
                    .jsonPath("$.accepted")
                    .isEqualTo(1)
                    .jsonPath("$.rows[0].status")
                    .isEqualTo("registered")
                    .jsonPath("$.rows[0].handle")
                    .isEqualTo("88.118.1/KILN-1");
            json("cement", KILN)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.rows[0].status")
                    .isEqualTo("unchanged");
            json("cement", KILN.replace("630.50", "\"15OkW\""))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.rows[0].violations[0].path")
                    .isEqualTo("ratedPowerKw")
                    .jsonPath("$.rows[0].violations[0].given")
                    .isEqualTo("15OkW")
                    .jsonPath("$.rows[0].violations[0].allowed")
                    .isEqualTo("a decimal number in kW, 0 to 10000000")
                    .jsonPath("$.rows[0].violations[0].message")
                    .value((String text) -> assertThat(text).contains("letter O in place of 0"));
        }

        @Test
        void json_numbersKeepTheirDigits() {
            json("cement", KILN).expectStatus().isCreated();
            get("/api/v1/identifiers/88.118.1/KILN-1", "cement", MediaType.APPLICATION_JSON)
                    .expectBody()
                    .jsonPath("$.items.ratedPowerKw")
                    .isEqualTo("630.50")
                    .jsonPath("$.items.demonstration")
                    .isEqualTo("true");
        }

        @Test
        void json_formIsCheckedWhole() {
            json("cement", "{\"template\":5,\"colour\":1,\"records\":[{\"items\":{\"deviceName\":[1]}},7]}")
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.violations[*].path")
                    .value((List<String> paths) -> assertThat(paths)
                            .contains("colour", "template", "records[0].items.deviceName", "records[1]"));
            json("cement", "{\"template\":").expectStatus().isBadRequest();
            json("cement", "[]").expectStatus().isBadRequest();
            json("cement", KILN.replace("\"device\"", "\"devise\""))
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.detail")
                    .value((String text) -> assertThat(text).endsWith("Did you mean device?"));
        }

        @Test
        void who_anotherPrefix_403_noWriter_403_issuedByNode_403() {
            json("glass", KILN)
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.violations[0].path")
                    .isEqualTo("handle");
            json("watch", KILN).expectStatus().isForbidden();
            json("boss", KILN.replace("\"device\"", "\"label\"")).expectStatus().isForbidden();
            assertThat(api.room.has("88.118.1/KILN-1")).isFalse();
        }

        @Test
        void csv_mixed_207_andAtomic_422() {
            String table = "标识,设备名称,设备类型,额定功率（kW）,所属企业\n"
                    + "88.118.1/A,甲,窑炉,630,88.118.1/ENTERPRISE\n88.118.1/B,乙,窑炉,15OkW,88.118.1/ENTERPRISE\n";
            byte[] body = table.getBytes(StandardCharsets.UTF_8);
            csv("cement", "&atomic=true", body, MediaType.APPLICATION_JSON)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.rows[0].status")
                    .isEqualTo("not-tried");
            csv("cement", "", body, MediaType.APPLICATION_JSON)
                    .expectStatus()
                    .isEqualTo(207)
                    .expectBody()
                    .jsonPath("$.rows[1].row")
                    .isEqualTo(3)
                    .jsonPath("$.rows[1].violations[0].message")
                    .isEqualTo("额定功率 '15OkW' 不是数字（单位 kW 不必写；疑似字母 O；是否为 150？）。应为十进制数，单位 kW，0 至 10000000。");
            assertThat(api.room.has("88.118.1/A")).isTrue();
            assertThat(api.room.has("88.118.1/B")).isFalse();
        }

        @Test
        void csv_answeredAsTheSameTable_inItsOwnCharset() {
            Charset gb = Charset.forName("GB18030");
            byte[] answer = csv(
                            "cement",
                            "&dryRun=true",
                            "后缀,设备名称,设备类型,所属企业\nA,甲,窑炉,88.118.1/ENTERPRISE\n".getBytes(gb),
                            CSV)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType("text/csv;charset=GB18030")
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            assertThat(new String(Objects.requireNonNull(answer), gb))
                    .isEqualTo(
                            "后缀,设备名称,设备类型,所属企业,登记结果,登记标识,问题说明\r\n" + "A,甲,窑炉,88.118.1/ENTERPRISE,已登记,88.118.1/A,\r\n");
            assertThat(api.room.has("88.118.1/A")).isFalse();
        }

        @Test
        void csv_unknownColumn_emptyTable_andTooManyRows() {
            csv("cement", "&lang=en", "deviceNmae\nx\n".getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:tanma:problem:unknown-columns")
                    .jsonPath("$.violations[0].hint")
                    .value((String text) -> assertThat(text).contains("did you mean deviceName?"));
            csv("cement", "", new byte[0], MediaType.APPLICATION_JSON)
                    .expectStatus()
                    .isBadRequest();
            csv("cement", "", "deviceName\n".getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON)
                    .expectStatus()
                    .isBadRequest();
            byte[] many = ("deviceName\n" + "x\n".repeat(20_001)).getBytes(StandardCharsets.UTF_8);
            csv("cement", "", many, MediaType.APPLICATION_JSON).expectStatus().isEqualTo(413);
            byte[] lines = "x\n".repeat(200_001).getBytes(StandardCharsets.UTF_8);
            csv("cement", "", lines, MediaType.APPLICATION_JSON).expectStatus().isEqualTo(413);
            byte[] big = new byte[RegistrationController.MAX_BODY + 1];
            csv("cement", "", big, MediaType.APPLICATION_JSON).expectStatus().isEqualTo(413);
        }

        @Test
        void csv_tenThousandRows() {
            StringBuilder table = new StringBuilder("suffix,deviceName,deviceKind,enterprise\n");
            for (int i = 0; i < 10_000; i++) {
                table.append("M-").append(i).append(",machine,motor,88.118.1/ENTERPRISE\n");
            }
            csv("cement", "&atomic=true", table.toString().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON)
                    .expectStatus()
                    .isCreated()
                    .expectBody()
                    .jsonPath("$.accepted")
                    .isEqualTo(10_000);
            assertThat(api.room.has("88.118.1/M-9999")).isTrue();
        }
    }

    @Nested
    class Templates {
        @Test
        void listNewestVersionSchemaAndSheet() {
            get("/api/v1/templates", "cement", MediaType.APPLICATION_JSON)
                    .expectBody()
                    .jsonPath("$.templates[*].name")
                    .value((List<String> names) -> assertThat(names)
                            .contains("enterprise", "device", "product", "batch", "label", "cement-product"));
            for (String uri : new String[] {"/api/v1/templates/device", "/api/v1/templates/device/1.0.0"}) {
                get(uri, "cement", MediaType.APPLICATION_JSON)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.items[5].unit")
                        .isEqualTo("kW")
                        .jsonPath("$.items[5].max")
                        .isEqualTo("10000000")
                        .jsonPath("$.items[1].codes[0].code")
                        .isEqualTo("kiln")
                        .jsonPath("$.items[0].unit")
                        .doesNotExist();
            }
            get("/api/v1/templates/device/1.0.0/schema", "cement", MediaType.ALL)
                    .expectHeader()
                    .contentTypeCompatibleWith("application/schema+json")
                    .expectBody()
                    .jsonPath("$.required[0]")
                    .isEqualTo("deviceName");
            get("/api/v1/templates/device/9.9.9", "cement", MediaType.ALL)
                    .expectStatus()
                    .isNotFound();
            get("/api/v1/templates/devcie", "cement", MediaType.ALL)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.detail")
                    .value((String text) ->
                            assertThat(text).contains("是否应为 device？").doesNotContain("Did you"));
            get("/api/v1/templates/device/sheet", "cement", MediaType.ALL)
                    .expectBody(String.class)
                    .value(sheet -> assertThat(sheet).contains("后缀,设备名称").contains("额定功率（kW）"));
        }
    }

    @Nested
    class Identifiers {
        @Test
        void ownersSeeWhatOthersDoNot() {
            String uri = "/api/v1/identifiers/88.118.1/ENTERPRISE";
            for (String account : new String[] {"cement", "boss", "watch"}) {
                get(uri, account, MediaType.APPLICATION_JSON)
                        .expectBody()
                        .jsonPath("$.items.contactName")
                        .isEqualTo("张三")
                        .jsonPath("$.values[?(@.index==2019)].permissions")
                        .isEqualTo("1100");
            }
            byte[] seen = get(uri, "glass", MediaType.APPLICATION_JSON)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.demonstration")
                    .isEqualTo(true)
                    .jsonPath("$.template.name")
                    .isEqualTo("enterprise")
                    .returnResult()
                    .getResponseBody();
            assertThat(new String(Objects.requireNonNull(seen), StandardCharsets.UTF_8))
                    .doesNotContain("张三")
                    .contains("湖州示范水泥");
        }

        @Test
        void namesInTheLanguageAskedFor_andETag() {
            String uri = "/api/v1/identifiers/88.118.1/enterprise?lang=en";
            get(uri, "glass", MediaType.APPLICATION_JSON)
                    .expectHeader()
                    .valueEquals(HttpHeaders.ETAG, "\"1-en-s\"")
                    .expectBody()
                    .jsonPath("$.described[0].name")
                    .isEqualTo("Name")
                    .jsonPath("$.described[?(@.code=='orgAddrProvince')].meaning")
                    .isEqualTo("Zhejiang");
            api.client
                    .get()
                    .uri(uri)
                    .header(RegistrarApi.ACCOUNT, "glass")
                    .header(HttpHeaders.IF_NONE_MATCH, "\"1-en-s\"")
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }

        @Test
        void pagesThroughAPrefix_andSaysWhatIsNoHandle() {
            get("/api/v1/identifiers?prefix=88.118&limit=1", "cement", MediaType.ALL)
                    .expectBody()
                    .jsonPath("$.identifiers[0].handle")
                    .isEqualTo("88.118.1/ENTERPRISE")
                    .jsonPath("$.identifiers[0].name")
                    .isEqualTo("湖州示范水泥有限公司")
                    .jsonPath("$.next")
                    .isEqualTo("88.118.1/ENTERPRISE");
            get("/api/v1/identifiers?prefix=88.118&limit=2&after=88.118.1/ENTERPRISE", "cement", MediaType.ALL)
                    .expectBody()
                    .jsonPath("$.identifiers.length()")
                    .isEqualTo(1)
                    .jsonPath("$.next")
                    .doesNotExist();
            get("/api/v1/identifiers?prefix=a/b", "cement", MediaType.ALL)
                    .expectStatus()
                    .isBadRequest();
            get("/api/v1/identifiers?prefix=88.118&limit=1001", "cement", MediaType.ALL)
                    .expectStatus()
                    .isBadRequest();
            get("/api/v1/identifiers/nothing", "cement", MediaType.ALL)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.violations[0].given")
                    .isEqualTo("nothing");
            get("/api/v1/identifiers/88.118.1/NOBODY", "cement", MediaType.ALL)
                    .expectStatus()
                    .isNotFound();
        }

        @Test
        void history_forTheOwnerOnly() {
            json("cement", KILN).expectStatus().isCreated();
            String uri = "/api/v1/registrations?handle=88.118.1/kiln-1";
            get(uri, "watch", MediaType.ALL)
                    .expectBody()
                    .jsonPath("$.events[0].account")
                    .isEqualTo("cement")
                    .jsonPath("$.events[0].applied")
                    .isEqualTo(true);
            get(uri, "glass", MediaType.ALL).expectStatus().isForbidden();
            api.client.get().uri(uri).exchange().expectStatus().isForbidden();
        }
    }

    @Nested
    class Tokens {
        @Test
        void byBody_byBasic_andRefused() {
            api.client
                    .post()
                    .uri("/api/v1/tokens")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"account\":\"cement\",\"password\":\"" + RegistrarApi.PASSWORD + "\"}")
                    .exchange()
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                    .expectBody()
                    .jsonPath("$.expiresAt")
                    .isEqualTo("2026-01-01T08:00:00Z")
                    .jsonPath("$.prefix")
                    .isEqualTo("88.118.1")
                    .jsonPath("$.token")
                    .value((String token) ->
                            assertThat(api.tokens.verify(token)).isPresent());
            String basic = Base64.getEncoder()
                    .encodeToString(("cement:" + RegistrarApi.PASSWORD).getBytes(StandardCharsets.UTF_8));
            for (String good : new String[] {"Basic " + basic, "basic " + basic}) {
                api.client
                        .post()
                        .uri("/api/v1/tokens")
                        .header(HttpHeaders.AUTHORIZATION, good)
                        .exchange()
                        .expectStatus()
                        .isCreated();
            }
            for (String bad : new String[] {"Basic !!", "Basic Y2VtZW50", "Bearer x", ""}) {
                api.client
                        .post()
                        .uri("/api/v1/tokens")
                        .header(HttpHeaders.AUTHORIZATION, bad)
                        .exchange()
                        .expectStatus()
                        .isUnauthorized()
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
            }
        }

        @Test
        void keys_arePublic() {
            api.client
                    .get()
                    .uri("/.well-known/jwks.json")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.keys[0].crv")
                    .isEqualTo("P-256")
                    .jsonPath("$.keys[0].d")
                    .doesNotExist()
                    .jsonPath("$.keys[0].kid")
                    .value((String text) -> assertThat(text).matches("[\\w-]{43}"));
        }
    }
}
