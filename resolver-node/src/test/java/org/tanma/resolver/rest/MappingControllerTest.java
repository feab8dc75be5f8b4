// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.template.map.MappingCatalog;
import org.tanma.template.map.VocabularyMapper;

class MappingControllerTest {
    @TempDir
    static Path folder;

    private static RegistrarRoom room;
    private static WebTestClient client;

    @BeforeAll
    static void publish() {
        room = new RegistrarRoom(folder);
        MappingCatalog mappings = MappingCatalog.load();
        client = WebTestClient.bindToController(new MappingController(
                        mappings, new VocabularyMapper(mappings, room.catalog), room.directory, new Disclosure()))
                .controllerAdvice(new ProblemAdvice())
                .build();
        room.publisher.publishTemplates();
        room.publisher.publish(
                HandleName.parse("88.118.1/ENTERPRISE"),
                "enterprise",
                Map.ofEntries(
                        Map.entry("orgName", "示例水泥"),
                        Map.entry("orgCrtType", "1"),
                        Map.entry("orgCrtCode", "91330522DEM000014R"),
                        Map.entry("industryCategory", "C"),
                        Map.entry("industrySpecific", "30"),
                        Map.entry("industrySubclass", "3011"),
                        Map.entry("orgAddrProvince", "330000"),
                        Map.entry("orgAddrCity", "330500"),
                        Map.entry("contactPhone", "0572-0000000")),
                "node");
        room.publisher.publish(
                HandleName.parse("88.118.1/CEM"),
                "cement-product",
                Map.of(
                        "productName", "水泥",
                        "declaredUnit", "t",
                        "enterprise", "88.118.1/ENTERPRISE",
                        "cementKind", "PO",
                        "clinkerShare", "82.5",
                        "clinkerKind", "grey"),
                "node");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private static WebTestClient.ResponseSpec get(String uri) {
        return client.get().uri(uri).header("Accept-Language", "en").exchange();
    }

    @Test
    void product_inPact_withWhatIsLeftOut() {
        get("/api/v1/mappings/pact/88.118.1/CEM")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.document.pcf.declaredUnitAmount")
                .isEqualTo("1000")
                .jsonPath("$.demonstration")
                .isEqualTo(false)
                .jsonPath("$.document.companyName")
                .isEqualTo("示例水泥")
                .jsonPath("$.leftOut[?(@.item=='clinkerShare')].reason")
                .isEqualTo("the vocabulary has no counterpart")
                .jsonPath("$.beyond")
                .isNotEmpty();
    }

    @Test
    void ownersItems_areShownToNobodyElse() {
        get("/api/v1/mappings/jsonld/88.118.1/ENTERPRISE")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.document.legalName")
                .isEqualTo("示例水泥")
                .jsonPath("$.document.telephone")
                .doesNotExist()
                .jsonPath("$.leftOut[?(@.item=='contactPhone')]")
                .isEmpty();
    }

    @Test
    void unknownVocabularyHandleOrTemplate_isSaid() {
        get("/api/v1/mappings/pakt/88.118.1/CEM")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no vocabulary 'pakt'; known: jsonld, pact, untp.");
        get("/api/v1/mappings/pact/88.118.1/NOTHING").expectStatus().isNotFound();
        get("/api/v1/mappings/pact/88.118.1/ENTERPRISE").expectStatus().isNotFound();
        get("/api/v1/mappings/pact/none").expectStatus().isBadRequest();
        get("/api/v1/mappings")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mappings[?(@.template=='product' && @.vocabulary=='untp')].edition")
                .isEqualTo("0.6.1");
    }
}
