// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordsApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private RecordsApi api;

    @BeforeEach
    void open() {
        api = new RecordsApi(folder);
        for (int i = 0; i < 6; i++) {
            register(RegistrarRoom.CEMENT, "88.118.1/G" + i, gauge("88.118.1", "表 " + i, "1" + i + ".5", "S-" + i % 2));
            api.room.clock.advanceSeconds(10);
        }
        register(RegistrarRoom.GLASS, "88.118.2/G9", gauge("88.118.2", "玻璃表", "13", "S-1"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void register(Caller caller, String handle, Map<String, String> items) {
        var report = api.room.registrations.register(
                api.room.catalog.get(new org.tanma.template.model.TemplateReference(
                        "gauge", org.tanma.template.model.TemplateVersion.parse("1.0.0"))),
                List.of(RegistrationRow.of(1, handle, items)),
                RegistrationOptions.DEFAULT,
                caller);
        assertThat(report.rows()).allMatch(row -> row.isAccepted(), report.rows().toString());
    }

    private static Map<String, String> gauge(String prefix, String name, String power, String serial) {
        Map<String, String> items = new TreeMap<>();
        items.put("deviceName", name);
        items.put("deviceKind", "kiln");
        items.put("ratedPowerKw", power);
        items.put("enterprise", prefix + "/ENTERPRISE");
        items.put("serialNumber", serial);
        items.put("gtin", "4006381333931");
        return items;
    }

    private record Reply(int status, JsonNode body, @Nullable String eTag) {
        List<String> handles() {
            return body.path("records").valueStream().map(r -> r.path("handle").asString()).toList();
        }
    }

    private Reply get(String account, String uri, Object... variables) {
        return send(HttpMethod.GET, account, null, "", uri, variables);
    }

    private Reply send(
            HttpMethod method, String account, @Nullable String ifMatch, String body, String uri, Object... variables) {
        var request = api.client.method(method).uri(uri, variables).accept(MediaType.APPLICATION_JSON);
        if (!account.isEmpty()) {
            request = request.header(RecordsApi.ACCOUNT, account);
        }
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        var result = (body.isEmpty()
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult();
        byte[] octets = result.getResponseBody();
        return new Reply(
                result.getStatus().value(),
                JSON.readTree(octets == null || octets.length == 0 ? "{}".getBytes() : octets),
                result.getResponseHeaders().getETag());
    }

    @Nested
    class Search {
        @Test
        void byTemplateAndItem_inPages() {
            Reply first = get("", "/api/v1/records?template=gauge&item.ratedPowerKw.min=11&limit=3&count=true");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.handles()).containsExactly("88.118.1/G1", "88.118.1/G2", "88.118.2/G9");
            assertThat(first.body().path("sort").asString()).isEqualTo("item.ratedPowerKw");
            String next = first.body().path("next").asString();
            Reply second = get("", "/api/v1/records?template=gauge&item.ratedPowerKw.min=11&limit=3&cursor={c}", next);
            assertThat(second.handles()).containsExactly("88.118.1/G3", "88.118.1/G4", "88.118.1/G5");
            assertThat(second.body().has("next")).isFalse();
        }

        @Test
        void count_whereTheIndexKnows() {
            Reply reply = get("", "/api/v1/records?template=gauge&item.deviceKind=kiln&limit=1&count=true");
            assertThat(reply.body().path("count").path("records").asInt()).isEqualTo(7);
            assertThat(reply.body().path("count").path("exact").asBoolean()).isTrue();
        }

        @Test
        void byTime_newestFirst() {
            Reply reply = get("", "/api/v1/records?template=gauge&changedAfter=2026-01-01T00:00:30Z&sort=-changed");
            assertThat(reply.handles()).containsExactly("88.118.2/G9", "88.118.1/G5", "88.118.1/G4", "88.118.1/G3");
        }

        @Test
        void byAnOwnersItem_showsNobodyElseAnything() {
            assertThat(get("", "/api/v1/records?template=gauge&item.serialNumber=S-1").status()).isEqualTo(403);
            assertThat(get("glass", "/api/v1/records?template=gauge&item.serialNumber=S-1&enterprise=88.118.1").status())
                    .isEqualTo(403);
            assertThat(get("", "/api/v1/records?template=gauge&sort=item.serialNumber&enterprise=88.118.1").status())
                    .isEqualTo(403);
            assertThat(get("glass", "/api/v1/records?template=gauge&item.serialNumber=S-1").handles())
                    .containsExactly("88.118.2/G9");
            assertThat(get("cement", "/api/v1/records?template=gauge&item.serialNumber=S-1").handles())
                    .containsExactly("88.118.1/G1", "88.118.1/G3", "88.118.1/G5");
            assertThat(get("watch", "/api/v1/records?template=gauge&item.serialNumber=S-1&enterprise=88.118.2").handles())
                    .containsExactly("88.118.2/G9");
            assertThat(get("watch", "/api/v1/records?template=gauge&item.serialNumber=S-1").status()).isEqualTo(400);
        }

        @Test
        void items_areThoseTheCallerMaySee() {
            String uri = "/api/v1/records?template=gauge&enterprise=88.118.1&limit=1";
            assertThat(get("", uri).body().path("records").get(0).path("items").has("serialNumber")).isFalse();
            assertThat(get("glass", uri).body().path("records").get(0).path("items").has("serialNumber")).isFalse();
            assertThat(get("cement", uri).body().path("records").get(0).path("items").path("serialNumber").asString())
                    .isEqualTo("S-0");
        }

        @Test
        void whatIsWrong_isSaidByParameter_allAtOnce() {
            Reply reply = get(
                    "",
                    "/api/v1/records?template=gauge&item.enterprise=x&item.ratedPowerKw.min=15OkW&limit=0&sort=size&colour=red"
                            + "&changedAfter=yesterday&state=gone&item.deviceName.min=a&cursor=AAAA");
            assertThat(reply.status()).isEqualTo(400);
            List<String> paths = reply.body().path("violations").valueStream().map(v -> v.path("path").asString()).toList();
            assertThat(paths).contains(
                    "item.enterprise", "item.ratedPowerKw.min", "limit", "sort", "colour", "changedAfter", "state", "item.deviceName.min", "cursor");
            assertThat(reply.body().path("violations").toString()).contains("deviceKind, deviceName");
        }

        @Test
        void cursor_ofAnotherSearch_isRefused() {
            String next = get("", "/api/v1/records?template=gauge&limit=1").body().path("next").asString();
            assertThat(get("", "/api/v1/records?template=gauge&enterprise=88.118.1&cursor={c}", next).status()).isEqualTo(400);
            assertThat(get("", "/api/v1/records?template=gauge&cursor={c}", next).status()).isEqualTo(200);
        }

        @Test
        void asATable() {
            String csv = api.client
                    .get()
                    .uri("/api/v1/records?template=gauge&enterprise=88.118.2")
                    .accept(MediaType.parseMediaType("text/csv"))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(csv).contains("handle,version,template").contains("88.118.2/G9,1,gauge,1.0.0,88.118.2,live").contains("玻璃表");
        }
    }

    @Nested
    class Update {
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
            assertThat(get("", "/api/v1/records?template=gauge&item.ratedPowerKw=700.0").handles()).containsExactly("88.118.1/G1");
            assertThat(get("", "/api/v1/records?template=gauge&item.ratedPowerKw=11.5").handles()).isEmpty();
            Reply line = get("", "/api/v1/records?template=gauge&item.ratedPowerKw=700");
            assertThat(line.body().path("records").get(0).path("created").asString()).isEqualTo("2026-01-01T00:00:10Z");
            assertThat(line.body().path("records").get(0).path("changed").asString()).isEqualTo("2026-01-01T00:01:00Z");
        }

        @Test
        void preconditions() {
            String body = "{\"items\": {\"ratedPowerKw\": 700}}";
            String uri = "/api/v1/identifiers/88.118.1/G1";
            assertThat(send(HttpMethod.PATCH, "cement", null, body, uri).status()).isEqualTo(428);
            assertThat(send(HttpMethod.PATCH, "cement", "\"7\"", body, uri).status()).isEqualTo(412);
            assertThat(send(HttpMethod.PATCH, "cement", "seven", body, uri).status()).isEqualTo(400);
            assertThat(send(HttpMethod.PATCH, "glass", "\"1\"", body, uri).status()).isEqualTo(403);
            assertThat(send(HttpMethod.PATCH, "", "\"1\"", body, uri).status()).isEqualTo(401);
            assertThat(send(HttpMethod.PATCH, "cement", "\"1\"", body, "/api/v1/identifiers/88.118.1/NONE").status()).isEqualTo(404);
            assertThat(send(HttpMethod.PATCH, "cement", "\"1\"", "[1", uri).status()).isEqualTo(400);
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
            assertThat(get("cement", "/api/v1/identifiers/88.118.1/G1").body().path("version").asInt()).isEqualTo(1);
        }

        @Test
        void templateVersion_goesForwardOnly() {
            String uri = "/api/v1/identifiers/88.118.1/G1";
            String later = "{\"items\": {\"room\": \"B-2\"}, \"templateVersion\": \"1.1.0\"}";
            assertThat(send(HttpMethod.PATCH, "cement", "\"1\"", later, uri).body().path("template").path("version").asString())
                    .isEqualTo("1.1.0");
            assertThat(send(HttpMethod.PATCH, "cement", "\"2\"", "{\"items\": {}, \"templateVersion\": \"1.0.0\"}", uri).status()).isEqualTo(409);
            assertThat(send(HttpMethod.PATCH, "cement", "\"2\"", "{\"items\": {}, \"templateVersion\": \"9.0.0\"}", uri).status()).isEqualTo(409);
        }
    }

    @Nested
    class History {
        @Test
        void everyVersion_withWhoAndWhat_forWhomItIs() {
            send(HttpMethod.PATCH, "cement", "\"1\"", "{\"items\": {\"ratedPowerKw\": 700, \"serialNumber\": \"S-9\"}, \"reason\": \"换\"}", "/api/v1/identifiers/88.118.1/G1");
            JsonNode own = get("cement", "/api/v1/identifiers/88.118.1/G1/history").body().path("versions");
            assertThat(own.get(0).path("action").asString()).isEqualTo("update");
            assertThat(own.get(0).path("account").asString()).isEqualTo("cement");
            assertThat(own.get(0).path("reason").asString()).isEqualTo("换");
            assertThat(own.get(0).path("changed").toString()).isEqualTo("[\"ratedPowerKw\",\"serialNumber\"]");
            assertThat(own.get(1).path("action").asString()).isEqualTo("create");
            JsonNode others = get("glass", "/api/v1/identifiers/88.118.1/G1/history").body().path("versions");
            assertThat(others.get(0).path("changed").toString()).isEqualTo("[\"ratedPowerKw\"]");
            assertThat(others.get(0).has("account")).isFalse();
            assertThat(others.get(0).has("reason")).isFalse();
        }

        @Test
        void oneVersion_asItWas_privateItemsForTheirOwner() {
            send(HttpMethod.PATCH, "cement", "\"1\"", "{\"items\": {\"serialNumber\": \"S-9\"}}", "/api/v1/identifiers/88.118.1/G1");
            String uri = "/api/v1/identifiers/88.118.1/G1/history?version=1";
            assertThat(get("cement", uri).body().path("items").path("serialNumber").asString()).isEqualTo("S-1");
            assertThat(get("", uri).body().path("items").has("serialNumber")).isFalse();
            assertThat(get("", uri).body().path("values").toString()).doesNotContain("S-1");
            assertThat(get("", "/api/v1/identifiers/88.118.1/G1/history?version=3").status()).isEqualTo(404);
            assertThat(get("", "/api/v1/identifiers/88.118.1/NONE/history").status()).isEqualTo(404);
        }

        @Test
        void pages() {
            for (int i = 1; i <= 4; i++) {
                send(HttpMethod.PATCH, "cement", "*", "{\"items\": {\"ratedPowerKw\": " + i + "}}", "/api/v1/identifiers/88.118.1/G1");
            }
            JsonNode first = get("", "/api/v1/history?handle=88.118.1/G1&limit=3").body();
            assertThat(first.path("versions").valueStream().map(v -> v.path("version").asInt())).containsExactly(5, 4, 3);
            JsonNode second = get("", "/api/v1/history?handle=88.118.1/G1&limit=3&cursor={c}", first.path("next").asString()).body();
            assertThat(second.path("versions").valueStream().map(v -> v.path("version").asInt())).containsExactly(2, 1);
            assertThat(second.has("next")).isFalse();
        }
    }

    @Nested
    class Retire {
        @Test
        void tombstone_staysFound_keepsEquivalents_andIsNotWrittenOver() {
            Reply reply = send(HttpMethod.POST, "cement", null, "{\"handle\": \"88.118.1/G1\", \"reason\": \"报废\", \"successor\": \"88.118.1/G2\"}", "/api/v1/retirements");
            assertThat(reply.status()).isEqualTo(200);
            JsonNode seen = get("", "/api/v1/identifiers/88.118.1/G1").body();
            assertThat(seen.path("retired").path("reason").asString()).isEqualTo("报废");
            assertThat(seen.path("retired").path("successor").asString()).isEqualTo("88.118.1/G2");
            assertThat(seen.path("retired").path("by").asString()).isEqualTo("88.118.1");
            assertThat(seen.path("items").size()).isZero();
            assertThat(seen.path("template").path("name").asString()).isEqualTo("gauge");
            String key = org.tanma.identifier.Equivalents.key(org.tanma.identifier.IdentifierKind.GTIN, "4006381333931").orElseThrow();
            assertThat(api.index.handlesOf(key)).contains(HandleName.parse("88.118.1/G1"));
            assertThat(get("", "/api/v1/records?template=gauge&enterprise=88.118.1").handles()).doesNotContain("88.118.1/G1");
            assertThat(get("", "/api/v1/records?template=gauge&state=retired").handles()).containsExactly("88.118.1/G1");
            assertThat(send(HttpMethod.PATCH, "cement", "*", "{\"items\": {}}", "/api/v1/identifiers/88.118.1/G1").status()).isEqualTo(409);
            assertThat(send(HttpMethod.POST, "cement", null, "{\"handle\": \"88.118.1/G1\", \"reason\": \"x\"}", "/api/v1/retirements").status()).isEqualTo(409);
            var again = api.room.register("gauge", RegistrarRoom.CEMENT, new RegistrationOptions(false, false, true),
                    RegistrationRow.of(1, "88.118.1/G1", gauge("88.118.1", "新", "1", "S")));
            assertThat(again.rows().get(0).violations()).extracting(v -> v.rule()).containsExactly("record.retired");
        }

        @Test
        void restore_isTheOperators_withAReason() {
            send(HttpMethod.POST, "cement", null, "{\"handle\": \"88.118.1/G1\", \"reason\": \"报废\"}", "/api/v1/retirements");
            String body = "{\"handle\": \"88.118.1/G1\", \"reason\": \"错误\"}";
            assertThat(send(HttpMethod.POST, "cement", null, body, "/api/v1/restorations").status()).isEqualTo(403);
            assertThat(send(HttpMethod.POST, "boss", null, "{\"handle\": \"88.118.1/G1\"}", "/api/v1/restorations").status()).isEqualTo(400);
            assertThat(send(HttpMethod.POST, "boss", null, body, "/api/v1/restorations").status()).isEqualTo(200);
            assertThat(get("cement", "/api/v1/identifiers/88.118.1/G1").body().path("items").path("serialNumber").asString()).isEqualTo("S-1");
            assertThat(get("", "/api/v1/records?template=gauge&item.ratedPowerKw=11.5").handles()).containsExactly("88.118.1/G1");
            assertThat(send(HttpMethod.POST, "boss", null, body, "/api/v1/restorations").status()).isEqualTo(409);
        }
    }

    @Nested
    class Transfer {
        private String offer() {
            Reply reply = send(HttpMethod.POST, "cement", null, "{\"handles\": [\"88.118.1/G1\", \"88.118.1/G2\"], \"to\": \"88.118.2\", \"reason\": \"出售\"}", "/api/v1/transfers");
            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
            return reply.body().path("id").asString();
        }

        @Test
        void offered_andAccepted_bothSeeItRightAtOnce() {
            String id = offer();
            assertThat(get("glass", "/api/v1/transfers").body().path("offers").get(0).path("state").asString()).isEqualTo("open");
            assertThat(send(HttpMethod.POST, "cement", null, "", "/api/v1/transfers/{id}/acceptance", id).status()).isEqualTo(403);
            Reply accepted = send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", id);
            assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
            assertThat(accepted.body().path("state").asString()).isEqualTo("accepted");

            JsonNode seen = get("glass", "/api/v1/identifiers/88.118.1/G1").body();
            assertThat(seen.path("enterprise").asString()).isEqualTo("88.118.2");
            assertThat(seen.path("items").path("serialNumber").asString()).isEqualTo("S-1");
            assertThat(seen.path("items").path("enterprise").asString()).isEqualTo("88.118.2/ENTERPRISE");
            assertThat(get("cement", "/api/v1/identifiers/88.118.1/G1").body().path("items").has("serialNumber")).isFalse();
            assertThat(get("", "/api/v1/records?enterprise=88.118.2&template=gauge").handles())
                    .containsExactly("88.118.1/G1", "88.118.1/G2", "88.118.2/G9");
            assertThat(get("", "/api/v1/records?enterprise=88.118.1&template=gauge").handles()).hasSize(4);

            assertThat(send(HttpMethod.PATCH, "cement", "*", "{\"items\": {\"ratedPowerKw\": 1}}", "/api/v1/identifiers/88.118.1/G1").status()).isEqualTo(403);
            assertThat(send(HttpMethod.PATCH, "glass", "*", "{\"items\": {\"ratedPowerKw\": 1}}", "/api/v1/identifiers/88.118.1/G1").status()).isEqualTo(200);
            var again = api.room.register("gauge", RegistrarRoom.CEMENT, new RegistrationOptions(false, false, true),
                    RegistrationRow.of(1, "88.118.1/G1", gauge("88.118.1", "旧主", "1", "S")));
            assertThat(again.rows().get(0).violations()).extracting(v -> v.rule()).containsExactly("record.transferred");

            assertThat(get("cement", "/api/v1/history?handle=88.118.1/G1&version=1").body().path("items").path("serialNumber").asString()).isEqualTo("S-1");
            assertThat(get("glass", "/api/v1/history?handle=88.118.1/G1&version=1").body().path("items").has("serialNumber")).isFalse();
            assertThat(get("glass", "/api/v1/history?handle=88.118.1/G1").body().path("versions").get(1).path("action").asString()).isEqualTo("transfer");
            assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", id).status()).isEqualTo(409);
        }

        @Test
        void cancelled_rejected_orExpired_movesNothing() {
            String cancelled = offer();
            assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/cancellation", cancelled).status()).isEqualTo(403);
            assertThat(send(HttpMethod.POST, "cement", null, "", "/api/v1/transfers/{id}/cancellation", cancelled).status()).isEqualTo(200);
            assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", cancelled).status()).isEqualTo(409);
            String rejected = offer();
            assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/rejection", rejected).body().path("state").asString()).isEqualTo("rejected");
            String expired = offer();
            api.room.clock.advanceSeconds(31 * 86_400);
            assertThat(get("cement", "/api/v1/transfers/{id}", expired).body().path("state").asString()).isEqualTo("expired");
            assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", expired).status()).isEqualTo(409);
            assertThat(get("", "/api/v1/records?enterprise=88.118.1&template=gauge").handles()).hasSize(6);
            assertThat(get("", "/api/v1/transfers/{id}", expired).status()).isEqualTo(401);
        }

        @Test
        void whatIsNotTheCallers_orGoesNowhere_isNotOffered() {
            String body = "{\"handles\": [\"88.118.1/G1\"], \"to\": \"%s\", \"reason\": \"x\"}";
            assertThat(send(HttpMethod.POST, "glass", null, body.formatted("88.118.2"), "/api/v1/transfers").status()).isEqualTo(403);
            assertThat(send(HttpMethod.POST, "cement", null, body.formatted("88.118.77"), "/api/v1/transfers").status()).isEqualTo(409);
            assertThat(send(HttpMethod.POST, "cement", null, body.formatted("88.118.1"), "/api/v1/transfers").status()).isEqualTo(409);
            assertThat(send(HttpMethod.POST, "cement", null, "{\"handles\": [\"x\"], \"to\": 5}", "/api/v1/transfers").status()).isEqualTo(400);
        }

        @Test
        void byTheOperator_atOnce_andBackAgain() {
            String body = "{\"handles\": [\"88.118.1/G1\"], \"to\": \"%s\", \"reason\": \"法院裁定\", \"immediate\": true}";
            assertThat(send(HttpMethod.POST, "cement", null, body.formatted("88.118.2"), "/api/v1/transfers").status()).isEqualTo(403);
            assertThat(send(HttpMethod.POST, "boss", null, body.formatted("88.118.2"), "/api/v1/transfers").status()).isEqualTo(200);
            assertThat(get("", "/api/v1/identifiers/88.118.1/G1").body().path("enterprise").asString()).isEqualTo("88.118.2");
            assertThat(send(HttpMethod.POST, "boss", null, body.formatted("88.118.1"), "/api/v1/transfers").status()).isEqualTo(200);
            JsonNode back = get("cement", "/api/v1/identifiers/88.118.1/G1").body();
            assertThat(back.path("enterprise").asString()).isEqualTo("88.118.1");
            assertThat(back.path("values").toString()).doesNotContain("OWNER");
        }
    }
}
