// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class RecordSearchApiTest extends RecordCalls {
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
        assertThat(get("", "/api/v1/records?template=gauge&item.serialNumber=S-1")
                        .status())
                .isEqualTo(403);
        assertThat(get("glass", "/api/v1/records?template=gauge&item.serialNumber=S-1&enterprise=88.118.1")
                        .status())
                .isEqualTo(403);
        assertThat(get("", "/api/v1/records?template=gauge&sort=item.serialNumber&enterprise=88.118.1")
                        .status())
                .isEqualTo(403);
        assertThat(get("glass", "/api/v1/records?template=gauge&item.serialNumber=S-1")
                        .handles())
                .containsExactly("88.118.2/G9");
        assertThat(get("cement", "/api/v1/records?template=gauge&item.serialNumber=S-1")
                        .handles())
                .containsExactly("88.118.1/G1", "88.118.1/G3", "88.118.1/G5");
        assertThat(get("watch", "/api/v1/records?template=gauge&item.serialNumber=S-1&enterprise=88.118.2")
                        .handles())
                .containsExactly("88.118.2/G9");
        assertThat(get("watch", "/api/v1/records?template=gauge&item.serialNumber=S-1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void items_areThoseTheCallerMaySee() {
        String uri = "/api/v1/records?template=gauge&enterprise=88.118.1&limit=1";
        assertThat(get("", uri).body().path("records").get(0).path("items").has("serialNumber"))
                .isFalse();
        assertThat(get("glass", uri).body().path("records").get(0).path("items").has("serialNumber"))
                .isFalse();
        assertThat(get("cement", uri)
                        .body()
                        .path("records")
                        .get(0)
                        .path("items")
                        .path("serialNumber")
                        .asString())
                .isEqualTo("S-0");
    }

    @Test
    void whatIsWrong_isSaidByParameter_allAtOnce() {
        Reply reply = get(
                "",
                "/api/v1/records?template=gauge&item.enterprise=x&item.ratedPowerKw.min=15OkW&limit=0&sort=size&colour=red"
                        + "&changedAfter=yesterday&state=gone&item.deviceName.min=a&cursor=AAAA");
        assertThat(reply.status()).isEqualTo(400);
        List<String> paths = reply.body()
                .path("violations")
                .valueStream()
                .map(v -> v.path("path").asString())
                .toList();
        assertThat(paths)
                .contains(
                        "item.enterprise",
                        "item.ratedPowerKw.min",
                        "limit",
                        "sort",
                        "colour",
                        "changedAfter",
                        "state",
                        "item.deviceName.min",
                        "cursor");
        assertThat(reply.body().path("violations").toString()).contains("deviceKind, deviceName");
    }

    @Test
    void cursor_ofAnotherSearch_isRefused() {
        String next = get("", "/api/v1/records?template=gauge&limit=1")
                .body()
                .path("next")
                .asString();
        assertThat(get("", "/api/v1/records?template=gauge&enterprise=88.118.1&cursor={c}", next)
                        .status())
                .isEqualTo(400);
        assertThat(get("", "/api/v1/records?template=gauge&cursor={c}", next).status())
                .isEqualTo(200);
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
        assertThat(csv)
                .contains("handle,version,template")
                .contains("88.118.2/G9,1,gauge,1.0.0,88.118.2,live")
                .contains("玻璃表");
    }
}
