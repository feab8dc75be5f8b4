// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationRow;
import tools.jackson.databind.JsonNode;

class RecordChangeApiTest extends RecordCalls {
    @Test
    void patch_changesSomeItems_keepsOthers_andIsFoundAtOnce() {
        String eTag = get("cement", "/api/v1/identifiers/88.118.1/G1").eTag();
        Reply reply = send(
                HttpMethod.PATCH,
                "cement",
                eTag,
                "{\"items\": {\"ratedPowerKw\": 700, \"serialNumber\": null}, \"reason\": \"换了电机\"}",
                "/api/v1/identifiers/88.118.1/G1");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.eTag()).isEqualTo("\"2\"");
        assertThat(reply.body().path("items").path("ratedPowerKw").asString()).isEqualTo("700");
        assertThat(reply.body().path("items").path("deviceName").asString()).isEqualTo("表 1");
        assertThat(reply.body().path("items").has("serialNumber")).isFalse();
        assertThat(get("", "/api/v1/records?template=gauge&item.ratedPowerKw=700.0")
                        .handles())
                .containsExactly("88.118.1/G1");
        assertThat(get("", "/api/v1/records?template=gauge&item.ratedPowerKw=11.5")
                        .handles())
                .isEmpty();
        Reply line = get("", "/api/v1/records?template=gauge&item.ratedPowerKw=700");
        assertThat(line.body().path("records").get(0).path("created").asString())
                .isEqualTo("2026-01-01T00:00:10Z");
        assertThat(line.body().path("records").get(0).path("changed").asString())
                .isEqualTo("2026-01-01T00:01:00Z");
    }

    @Test
    void preconditions() {
        String body = "{\"items\": {\"ratedPowerKw\": 700}}";
        String uri = "/api/v1/identifiers/88.118.1/G1";
        assertThat(send(HttpMethod.PATCH, "cement", null, body, uri).status()).isEqualTo(428);
        assertThat(send(HttpMethod.PATCH, "cement", "\"7\"", body, uri).status())
                .isEqualTo(412);
        assertThat(send(HttpMethod.PATCH, "cement", "seven", body, uri).status())
                .isEqualTo(400);
        assertThat(send(HttpMethod.PATCH, "glass", "\"1\"", body, uri).status()).isEqualTo(403);
        assertThat(send(HttpMethod.PATCH, "", "\"1\"", body, uri).status()).isEqualTo(401);
        assertThat(send(HttpMethod.PATCH, "cement", "\"1\"", body, "/api/v1/identifiers/88.118.1/NONE")
                        .status())
                .isEqualTo(404);
        assertThat(send(HttpMethod.PATCH, "cement", "\"1\"", "[1", uri).status())
                .isEqualTo(400);
    }

    @Test
    void whatDoesNotFitTheTemplate_isNotDone_andAllIsSaid() {
        Reply reply = send(
                HttpMethod.PUT,
                "cement",
                "\"1\"",
                "{\"items\": {\"ratedPowerKw\": \"15OkW\", \"enterprise\": \"88.118.2/ENTERPRISE\"}}",
                "/api/v1/identifiers/88.118.1/G1");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("violations").toString()).contains("ratedPowerKw", "deviceName", "88.118.1");
        assertThat(get("cement", "/api/v1/identifiers/88.118.1/G1")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void templateVersion_goesForwardOnly() {
        String uri = "/api/v1/identifiers/88.118.1/G1";
        String later = "{\"items\": {\"room\": \"B-2\"}, \"templateVersion\": \"1.1.0\"}";
        assertThat(send(HttpMethod.PATCH, "cement", "\"1\"", later, uri)
                        .body()
                        .path("template")
                        .path("version")
                        .asString())
                .isEqualTo("1.1.0");
        assertThat(send(HttpMethod.PATCH, "cement", "\"2\"", "{\"items\": {}, \"templateVersion\": \"1.0.0\"}", uri)
                        .status())
                .isEqualTo(409);
        assertThat(send(HttpMethod.PATCH, "cement", "\"2\"", "{\"items\": {}, \"templateVersion\": \"9.0.0\"}", uri)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void everyVersion_withWhoAndWhat_forWhomItIs() {
        send(
                HttpMethod.PATCH,
                "cement",
                "\"1\"",
                "{\"items\": {\"ratedPowerKw\": 700, \"serialNumber\": \"S-9\"}, \"reason\": \"换\"}",
                "/api/v1/identifiers/88.118.1/G1");
        JsonNode own =
                get("cement", "/api/v1/identifiers/88.118.1/G1/history").body().path("versions");
        assertThat(own.get(0).path("action").asString()).isEqualTo("update");
        assertThat(own.get(0).path("account").asString()).isEqualTo("cement");
        assertThat(own.get(0).path("reason").asString()).isEqualTo("换");
        assertThat(own.get(0).path("changed").toString()).isEqualTo("[\"ratedPowerKw\",\"serialNumber\"]");
        assertThat(own.get(1).path("action").asString()).isEqualTo("create");
        JsonNode others =
                get("glass", "/api/v1/identifiers/88.118.1/G1/history").body().path("versions");
        assertThat(others.get(0).path("changed").toString()).isEqualTo("[\"ratedPowerKw\"]");
        assertThat(others.get(0).has("account")).isFalse();
        assertThat(others.get(0).has("reason")).isFalse();
    }

    @Test
    void oneVersion_asItWas_privateItemsForTheirOwner() {
        send(
                HttpMethod.PATCH,
                "cement",
                "\"1\"",
                "{\"items\": {\"serialNumber\": \"S-9\"}}",
                "/api/v1/identifiers/88.118.1/G1");
        String uri = "/api/v1/identifiers/88.118.1/G1/history?version=1";
        assertThat(get("cement", uri).body().path("items").path("serialNumber").asString())
                .isEqualTo("S-1");
        assertThat(get("", uri).body().path("items").has("serialNumber")).isFalse();
        assertThat(get("", uri).body().path("values").toString()).doesNotContain("S-1");
        assertThat(get("", "/api/v1/identifiers/88.118.1/G1/history?version=3").status())
                .isEqualTo(404);
        assertThat(get("", "/api/v1/identifiers/88.118.1/NONE/history").status())
                .isEqualTo(404);
    }

    @Test
    void pages() {
        for (int i = 1; i <= 4; i++) {
            send(
                    HttpMethod.PATCH,
                    "cement",
                    "*",
                    "{\"items\": {\"ratedPowerKw\": " + i + "}}",
                    "/api/v1/identifiers/88.118.1/G1");
        }
        JsonNode first = get("", "/api/v1/history?handle=88.118.1/G1&limit=3").body();
        assertThat(first.path("versions")
                        .valueStream()
                        .map(v -> v.path("version").asInt()))
                .containsExactly(5, 4, 3);
        JsonNode second = get(
                        "",
                        "/api/v1/history?handle=88.118.1/G1&limit=3&cursor={c}",
                        first.path("next").asString())
                .body();
        assertThat(second.path("versions")
                        .valueStream()
                        .map(v -> v.path("version").asInt()))
                .containsExactly(2, 1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void tombstone_staysFound_keepsEquivalents_andIsNotWrittenOver() {
        Reply reply = send(
                HttpMethod.POST,
                "cement",
                null,
                "{\"handle\": \"88.118.1/G1\", \"reason\": \"报废\", \"successor\": \"88.118.1/G2\"}",
                "/api/v1/retirements");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode seen = get("", "/api/v1/identifiers/88.118.1/G1").body();
        assertThat(seen.path("retired").path("reason").asString()).isEqualTo("报废");
        assertThat(seen.path("retired").path("successor").asString()).isEqualTo("88.118.1/G2");
        assertThat(seen.path("retired").path("by").asString()).isEqualTo("88.118.1");
        assertThat(seen.path("items").size()).isZero();
        assertThat(seen.path("template").path("name").asString()).isEqualTo("gauge");
        String key = org.tanma.identifier.Equivalents.key(org.tanma.identifier.IdentifierKind.GTIN, "4006381333931")
                .orElseThrow();
        assertThat(api.index.handlesOf(key)).contains(HandleName.parse("88.118.1/G1"));
        assertThat(get("", "/api/v1/records?template=gauge&enterprise=88.118.1").handles())
                .doesNotContain("88.118.1/G1");
        assertThat(get("", "/api/v1/records?template=gauge&state=retired").handles())
                .containsExactly("88.118.1/G1");
        assertThat(send(HttpMethod.PATCH, "cement", "*", "{\"items\": {}}", "/api/v1/identifiers/88.118.1/G1")
                        .status())
                .isEqualTo(409);
        assertThat(send(
                                HttpMethod.POST,
                                "cement",
                                null,
                                "{\"handle\": \"88.118.1/G1\", \"reason\": \"x\"}",
                                "/api/v1/retirements")
                        .status())
                .isEqualTo(409);
        var again = api.room.register(
                "gauge",
                RegistrarRoom.CEMENT,
                new RegistrationOptions(false, false, true),
                RegistrationRow.of(1, "88.118.1/G1", gauge("88.118.1", "新", "1", "S")));
        assertThat(again.rows().get(0).violations()).extracting(v -> v.rule()).containsExactly("record.retired");
    }

    @Test
    void restore_isTheOperators_withAReason() {
        send(
                HttpMethod.POST,
                "cement",
                null,
                "{\"handle\": \"88.118.1/G1\", \"reason\": \"报废\"}",
                "/api/v1/retirements");
        String body = "{\"handle\": \"88.118.1/G1\", \"reason\": \"错误\"}";
        assertThat(send(HttpMethod.POST, "cement", null, body, "/api/v1/restorations")
                        .status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.POST, "boss", null, "{\"handle\": \"88.118.1/G1\"}", "/api/v1/restorations")
                        .status())
                .isEqualTo(400);
        assertThat(send(HttpMethod.POST, "boss", null, body, "/api/v1/restorations")
                        .status())
                .isEqualTo(200);
        assertThat(get("cement", "/api/v1/identifiers/88.118.1/G1")
                        .body()
                        .path("items")
                        .path("serialNumber")
                        .asString())
                .isEqualTo("S-1");
        assertThat(get("", "/api/v1/records?template=gauge&item.ratedPowerKw=11.5")
                        .handles())
                .containsExactly("88.118.1/G1");
        assertThat(send(HttpMethod.POST, "boss", null, body, "/api/v1/restorations")
                        .status())
                .isEqualTo(409);
    }
}
