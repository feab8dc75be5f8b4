// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.audit.AuditFilter;
import org.tanma.template.load.TemplateText;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;

/** Records of a node before a new version of their template, and after. */
class TemplateChangeApiTest {
    private static final int KILNS = 12;
    private static final String STEPS = """
            [{"do":"rename","item":"ratedPowerKw","to":"ratedPowerMw"},
             {"do":"convert","item":"ratedPowerMw","from":"kW","to":"MW"},
             {"do":"drop","item":"model","reasonZh":"不再登记","reasonEn":"no longer kept"}]""";

    @TempDir
    Path folder;

    private RegistrarApi api;
    private String next;

    @BeforeEach
    void open() {
        api = new RegistrarApi(folder);
        MetadataTemplate device = api.room.catalog.get(TemplateReference.parse("device@1.0.0"));
        next = TemplateText.write(device)
                .replace("\"version\":\"1.0.0\"", "\"version\":\"2.0.0\"")
                .replace("\"code\":\"ratedPowerKw\"", "\"code\":\"ratedPowerMw\"")
                .replace("\"max\":10000000,\"unit\":\"kW\"", "\"max\":5,\"unit\":\"MW\"")
                .replace("\"unit\":\"kW\"", "\"unit\":\"MW\"")
                .replace("\"max\":10000000", "\"max\":5");
        List<RegistrationRow> rows = new ArrayList<>();
        for (int i = 1; i <= KILNS; i++) {
            Map<String, String> items = new LinkedHashMap<>(RegistrarRoom.kiln(i + " 号窑"));
            items.put("ratedPowerKw", String.valueOf(i * 500));
            if (i == 1) {
                items.put("model", "RK");
            }
            rows.add(RegistrationRow.of(i, "88.118.1/KILN-" + i, items));
        }
        assertThat(api.room
                        .registrations
                        .register(device, rows, RegistrationOptions.DEFAULT, RegistrarRoom.CEMENT)
                        .rows())
                .hasSize(KILNS);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private WebTestClient.ResponseSpec post(String account, String path, String body) {
        return api.client
                .post()
                .uri("/api/v1/templates/device/1.0.0/" + path)
                .header(RegistrarApi.ACCOUNT, account)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private TemplatedRecord kiln(int number) {
        return api.room
                .directory
                .find(HandleName.parse("88.118.1/KILN-" + number))
                .orElseThrow()
                .described()
                .orElseThrow();
    }

    @Test
    void preview_ofADraft_saysWhichRecordsBreakAndWhy_andChangesNothing() {
        post("cement", "preview", "{\"template\":" + next + ",\"steps\":" + STEPS + "}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.from")
                .isEqualTo("device@1.0.0")
                .jsonPath("$.to")
                .isEqualTo("device@2.0.0")
                .jsonPath("$.records")
                .isEqualTo(KILNS)
                .jsonPath("$.breaking")
                .isEqualTo(2)
                .jsonPath("$.losing")
                .isEqualTo(1)
                .jsonPath("$.losses.model")
                .isEqualTo(1)
                .jsonPath("$.reasons[0].item")
                .isEqualTo("ratedPowerMw")
                .jsonPath("$.reasons[0].rule")
                .isEqualTo("range")
                .jsonPath("$.reasons[0].examples[0].handle")
                .isEqualTo("88.118.1/KILN-11")
                .jsonPath("$.written")
                .isEqualTo(0);
        assertThat(kiln(2).template().version()).hasToString("1.0.0");
        assertThat(api.room.catalog.versions("device"))
                .noneMatch(t -> t.version().major() == 2);
    }

    @Test
    void migrate_carriesOverWhatFits_andLeavesTheRest() {
        api.room.catalog.publish(api.room.catalog.read("next", next));
        String body = "{\"to\":\"2.0.0\",\"steps\":" + STEPS + "}";
        post("cement", "migrate?dryRun=true", body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.dryRun")
                .isEqualTo(true)
                .jsonPath("$.written")
                .isEqualTo(0);
        post("cement", "migrate", body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.written")
                .isEqualTo(KILNS - 3)
                .jsonPath("$.kept")
                .isEqualTo(1)
                .jsonPath("$.changedMeanwhile")
                .isEqualTo(0);
        assertThat(kiln(2).template().version()).hasToString("2.0.0");
        assertThat(kiln(2).items()).containsEntry("ratedPowerMw", "1").doesNotContainKey("ratedPowerKw");
        assertThat(kiln(1).template().version()).hasToString("1.0.0");
        assertThat(kiln(12).items()).containsEntry("ratedPowerKw", "6000");
        post("boss", "migrate", "{\"to\":\"2.0.0\",\"allowLoss\":true,\"prefix\":\"88.118\",\"steps\":" + STEPS + "}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.records")
                .isEqualTo(3)
                .jsonPath("$.written")
                .isEqualTo(1);
        assertThat(kiln(1).items()).containsEntry("ratedPowerMw", "0.5").doesNotContainKey("model");
        assertThat(api.audit.page(AuditFilter.ALL, Long.MAX_VALUE, 10).stream()
                        .filter(e -> e.action().equals("template.migrate")))
                .hasSize(2);
    }

    @Test
    void preview_andMigrate_areForWhoeverMayWriteThere() {
        post("glass", "preview", "{\"to\":\"1.1.0\",\"prefix\":\"88.118.1\"}")
                .expectStatus()
                .isForbidden();
        post("regulator", "preview", "{\"to\":\"1.1.0\"}").expectStatus().isForbidden();
        api.client
                .post()
                .uri("/api/v1/templates/device/1.0.0/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"to\":\"1.1.0\"}")
                .exchange()
                .expectStatus()
                .is4xxClientError();
        post("cement", "preview", "{\"to\":\"9.0.0\"}").expectStatus().isNotFound();
        post("cement", "preview", "{}").expectStatus().isBadRequest();
        post("cement", "migrate", "{\"template\":" + next + "}").expectStatus().isBadRequest();
        post("cement", "preview", "{\"to\":\"1.1.0\",\"steps\":[{\"do\":\"rename\",\"item\":\"x\",\"to\":\"y\"}]}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("steps");
    }

    @Test
    void definitionAndDiff_areServed() {
        api.client
                .get()
                .uri("/api/v1/templates/device/1.0.0/diff?to=1.1.0")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.before")
                .isEqualTo("device@1.0.0")
                .jsonPath("$.changes.length()")
                .isNotEmpty();
        String definition = api.client
                .get()
                .uri("/api/v1/templates/device/1.1.0/definition")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(TemplateText.read(String.valueOf(definition)))
                .isEqualTo(api.room.catalog.get(TemplateReference.parse("device@1.1.0")));
        api.client
                .get()
                .uri("/api/v1/templates/device/1.1.0")
                .exchange()
                .expectBody()
                .jsonPath("$.objectType")
                .isEqualTo(2)
                .jsonPath("$.items[0].indexed")
                .exists();
    }
}
