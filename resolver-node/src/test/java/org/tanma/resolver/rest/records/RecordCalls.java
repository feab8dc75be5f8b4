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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records of two enterprises behind the controllers, and calls to them. */
abstract class RecordCalls {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    RecordsApi api;

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
        assertThat(report.rows())
                .allMatch(row -> row.isAccepted(), report.rows().toString());
    }

    static Map<String, String> gauge(String prefix, String name, String power, String serial) {
        Map<String, String> items = new TreeMap<>();
        items.put("deviceName", name);
        items.put("deviceKind", "kiln");
        items.put("ratedPowerKw", power);
        items.put("enterprise", prefix + "/ENTERPRISE");
        items.put("serialNumber", serial);
        items.put("gtin", "4006381333931");
        return items;
    }

    record Reply(int status, JsonNode body, @Nullable String eTag) {
        List<String> handles() {
            return body.path("records")
                    .valueStream()
                    .map(r -> r.path("handle").asString())
                    .toList();
        }
    }

    Reply get(String account, String uri, Object... variables) {
        return send(HttpMethod.GET, account, null, "", uri, variables);
    }

    Reply send(
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
}
