// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationRow;
import tools.jackson.databind.JsonNode;

class RecordTransferApiTest extends RecordCalls {
    private String offer() {
        Reply reply = send(
                HttpMethod.POST,
                "cement",
                null,
                "{\"handles\": [\"88.118.1/G1\", \"88.118.1/G2\"], \"to\": \"88.118.2\", \"reason\": \"出售\"}",
                "/api/v1/transfers");
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body().path("id").asString();
    }

    @Test
    void offered_andAccepted_bothSeeItRightAtOnce() {
        String id = offer();
        assertThat(get("glass", "/api/v1/transfers")
                        .body()
                        .path("offers")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("open");
        assertThat(send(HttpMethod.POST, "cement", null, "", "/api/v1/transfers/{id}/acceptance", id)
                        .status())
                .isEqualTo(403);
        Reply accepted = send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", id);
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
        assertThat(accepted.body().path("state").asString()).isEqualTo("accepted");

        JsonNode seen = get("glass", "/api/v1/identifiers/88.118.1/G1").body();
        assertThat(seen.path("enterprise").asString()).isEqualTo("88.118.2");
        assertThat(seen.path("items").path("serialNumber").asString()).isEqualTo("S-1");
        assertThat(seen.path("items").path("enterprise").asString()).isEqualTo("88.118.2/ENTERPRISE");
        assertThat(get("cement", "/api/v1/identifiers/88.118.1/G1")
                        .body()
                        .path("items")
                        .has("serialNumber"))
                .isFalse();
        assertThat(get("", "/api/v1/records?enterprise=88.118.2&template=gauge").handles())
                .containsExactly("88.118.1/G1", "88.118.1/G2", "88.118.2/G9");
        assertThat(get("", "/api/v1/records?enterprise=88.118.1&template=gauge").handles())
                .hasSize(4);

        assertThat(send(
                                HttpMethod.PATCH,
                                "cement",
                                "*",
                                "{\"items\": {\"ratedPowerKw\": 1}}",
                                "/api/v1/identifiers/88.118.1/G1")
                        .status())
                .isEqualTo(403);
        assertThat(send(
                                HttpMethod.PATCH,
                                "glass",
                                "*",
                                "{\"items\": {\"ratedPowerKw\": 1}}",
                                "/api/v1/identifiers/88.118.1/G1")
                        .status())
                .isEqualTo(200);
        var again = api.room.register(
                "gauge",
                RegistrarRoom.CEMENT,
                new RegistrationOptions(false, false, true),
                RegistrationRow.of(1, "88.118.1/G1", gauge("88.118.1", "旧主", "1", "S")));
        assertThat(again.rows().get(0).violations()).extracting(v -> v.rule()).containsExactly("record.transferred");

        assertThat(get("cement", "/api/v1/history?handle=88.118.1/G1&version=1")
                        .body()
                        .path("items")
                        .path("serialNumber")
                        .asString())
                .isEqualTo("S-1");
        assertThat(get("glass", "/api/v1/history?handle=88.118.1/G1&version=1")
                        .body()
                        .path("items")
                        .has("serialNumber"))
                .isFalse();
        assertThat(get("glass", "/api/v1/history?handle=88.118.1/G1")
                        .body()
                        .path("versions")
                        .get(1)
                        .path("action")
                        .asString())
                .isEqualTo("transfer");
        assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", id)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void cancelled_rejected_orExpired_movesNothing() {
        String cancelled = offer();
        assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/cancellation", cancelled)
                        .status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.POST, "cement", null, "", "/api/v1/transfers/{id}/cancellation", cancelled)
                        .status())
                .isEqualTo(200);
        assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", cancelled)
                        .status())
                .isEqualTo(409);
        String rejected = offer();
        assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/rejection", rejected)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("rejected");
        String expired = offer();
        api.room.clock.advanceSeconds(31 * 86_400);
        assertThat(get("cement", "/api/v1/transfers/{id}", expired)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("expired");
        assertThat(send(HttpMethod.POST, "glass", null, "", "/api/v1/transfers/{id}/acceptance", expired)
                        .status())
                .isEqualTo(409);
        assertThat(get("", "/api/v1/records?enterprise=88.118.1&template=gauge").handles())
                .hasSize(6);
        assertThat(get("", "/api/v1/transfers/{id}", expired).status()).isEqualTo(401);
    }

    @Test
    void clerks_update_butNeitherTransferNorRetire() {
        assertThat(send(
                                HttpMethod.POST,
                                "clerk",
                                null,
                                "{\"handles\": [\"88.118.1/G1\"], \"to\": \"88.118.2\", \"reason\": \"x\"}",
                                "/api/v1/transfers")
                        .status())
                .isEqualTo(403);
        assertThat(send(
                                HttpMethod.POST,
                                "clerk",
                                null,
                                "{\"handle\": \"88.118.1/G1\", \"reason\": \"x\"}",
                                "/api/v1/retirements")
                        .status())
                .isEqualTo(403);
        assertThat(send(
                                HttpMethod.PATCH,
                                "clerk",
                                "*",
                                "{\"items\": {\"ratedPowerKw\": 2}}",
                                "/api/v1/identifiers/88.118.1/G1")
                        .status())
                .isEqualTo(200);
        assertThat(send(
                                HttpMethod.PATCH,
                                "watch",
                                "*",
                                "{\"items\": {\"ratedPowerKw\": 2}}",
                                "/api/v1/identifiers/88.118.1/G1")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotTheCallers_orGoesNowhere_isNotOffered() {
        String body = "{\"handles\": [\"88.118.1/G1\"], \"to\": \"%s\", \"reason\": \"x\"}";
        assertThat(send(HttpMethod.POST, "glass", null, body.formatted("88.118.2"), "/api/v1/transfers")
                        .status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.POST, "cement", null, body.formatted("88.118.77"), "/api/v1/transfers")
                        .status())
                .isEqualTo(409);
        assertThat(send(HttpMethod.POST, "cement", null, body.formatted("88.118.1"), "/api/v1/transfers")
                        .status())
                .isEqualTo(409);
        assertThat(send(HttpMethod.POST, "cement", null, "{\"handles\": [\"x\"], \"to\": 5}", "/api/v1/transfers")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void byTheOperator_atOnce_andBackAgain() {
        String body = "{\"handles\": [\"88.118.1/G1\"], \"to\": \"%s\", \"reason\": \"法院裁定\", \"immediate\": true}";
        assertThat(send(HttpMethod.POST, "cement", null, body.formatted("88.118.2"), "/api/v1/transfers")
                        .status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.POST, "boss", null, body.formatted("88.118.2"), "/api/v1/transfers")
                        .status())
                .isEqualTo(200);
        assertThat(get("", "/api/v1/identifiers/88.118.1/G1")
                        .body()
                        .path("enterprise")
                        .asString())
                .isEqualTo("88.118.2");
        assertThat(send(HttpMethod.POST, "boss", null, body.formatted("88.118.1"), "/api/v1/transfers")
                        .status())
                .isEqualTo(200);
        JsonNode back = get("cement", "/api/v1/identifiers/88.118.1/G1").body();
        assertThat(back.path("enterprise").asString()).isEqualTo("88.118.1");
        assertThat(back.path("values").toString()).doesNotContain("OWNER");
    }
}
