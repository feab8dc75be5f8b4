// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.NOW;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.SchemeTrial;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.carbon.service.rest.grading.ChecklistController;
import org.tanma.carbon.service.rest.grading.DeclarationController;
import org.tanma.carbon.service.rest.grading.PeerFormationController;
import org.tanma.carbon.service.rest.grading.SchemeController;
import org.tanma.carbon.service.rest.grading.SchemeDraftController;
import org.tanma.carbon.service.survey.PeerFormation;
import org.tanma.carbon.service.survey.SchemePreviewer;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.testing.SqlEngines;

class GradingApiTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final String DRAFTS = "/api/v1/scheme-drafts";
    private static final String DRAFT = DRAFTS + "/zhejiang-carbon-efficiency/2027";
    private static final String DECLARATION = "/api/v1/grading-declarations?enterprise=" + CEMENT + "&year=2025";

    private CarbonFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CarbonFixture(ENGINE.open());
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
        fixture.ingest.csv(CEMENT, sample("cement/activity-data.csv"), PLAIN, "clerk");
        fixture.evaluations.evaluate(CEMENT, 2025, clerk(CEMENT));
    }

    private WebTestClient as(String name, String... authorities) {
        SchemeTrial trial = new SchemeTrial(CATALOG, KINDS, fixture.book);
        PeerFormation formation = new PeerFormation(fixture.store, trial, CATALOG.units());
        SchemePreviewer previewer =
                new SchemePreviewer(fixture.store, fixture.peerSets, trial, formation, CATALOG.units());
        return WebTestClient.bindToController(
                        new SchemeDraftController(fixture.schemes, fixture.book, previewer, () -> NOW),
                        new SchemeController(fixture.book, fixture.schemes),
                        new DeclarationController(fixture.declarations, fixture.book, CATALOG, fixture.identifiers),
                        new PeerFormationController(formation, fixture.peerSets, fixture.book),
                        new ChecklistController(CATALOG, fixture.book))
                .controllerAdvice(new ProblemAdvice())
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new TestingAuthenticationToken(name, "", authorities))))
                .build();
    }

    private WebTestClient regulator() {
        return as("regulator", "ROLE_REGULATOR");
    }

    private WebTestClient enterprise() {
        return as("clerk", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1");
    }

    private static String scheme() {
        return new String(
                        org.tanma.carbon.data.EditionFolder.shipped()
                                .read("schemes/zhejiang-carbon-efficiency/2026/scheme.yaml"),
                        StandardCharsets.UTF_8)
                .replace("up_to: \"1.2\"", "below: \"1.1\"");
    }

    private WebTestClient.ResponseSpec draft(String body) {
        return regulator()
                .post()
                .uri(DRAFTS + "?scheme=zhejiang-carbon-efficiency/2027")
                .contentType(MediaType.parseMediaType("application/yaml"))
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    @Test
    void draft_isChangedPreviewedAndPublished_withATrail() {
        draft(scheme()).expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"");
        draft(scheme()).expectStatus().isEqualTo(409);
        regulator()
                .put()
                .uri(DRAFT)
                .header("If-Match", "\"1\"")
                .bodyValue(scheme().replace("\"2.0\"", "\"3.0\"").getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        regulator()
                .put()
                .uri(DRAFT)
                .bodyValue("x".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(428);
        regulator()
                .get()
                .uri(DRAFT + "/preview?industry=3011&year=2025")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.enterprises")
                .isEqualTo(1)
                .jsonPath("$.after.length()")
                .isEqualTo(6)
                .jsonPath("$.all")
                .doesNotExist();
        String csv = regulator()
                .get()
                .uri(DRAFT + "/preview?industry=30&year=2025&peers=own")
                .accept(new MediaType("text", "csv"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(csv).startsWith("enterprise,name_zh").contains(CEMENT).contains("ungraded");
        publish("\"1\"", "2026-01-15").expectStatus().isEqualTo(412);
        publish("\"2\"", "2026-01-14").expectStatus().isEqualTo(422);
        publish("\"2\"", "2026-01-15")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.standing")
                .isEqualTo("published");
        publish("\"2\"", "2026-01-16").expectStatus().isEqualTo(412);
        regulator()
                .get()
                .uri("/api/v1/schemes/zhejiang-carbon-efficiency/2027")
                .exchange()
                .expectBody()
                .jsonPath("$.inForceFrom")
                .isEqualTo("2026-01-15");
        regulator()
                .get()
                .uri("/api/v1/scheme-events")
                .exchange()
                .expectBody()
                .jsonPath("$[0].action")
                .isEqualTo("scheme.published")
                .jsonPath("$.length()")
                .isEqualTo(5);
    }

    private WebTestClient.ResponseSpec publish(String tag, String day) {
        return regulator()
                .post()
                .uri(DRAFT + "/publication")
                .header("If-Match", tag)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"publisher\":\"the authority\",\"inForceFrom\":\"" + day + "\"}")
                .exchange();
    }

    @Test
    void schemes_areNoBusinessOfAnEnterprise() {
        enterprise().get().uri(DRAFTS).exchange().expectStatus().isForbidden();
        enterprise()
                .get()
                .uri("/api/v1/scheme-events")
                .exchange()
                .expectStatus()
                .isForbidden();
        enterprise()
                .post()
                .uri("/api/v1/peer-sets/formations?scheme=zhejiang-carbon-efficiency/2026&industry=3011&year=2025")
                .exchange()
                .expectStatus()
                .isForbidden();
        enterprise()
                .get()
                .uri("/api/v1/schemes/physical-intensity/2026")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sort")
                .isEqualTo("physical-intensity");
    }

    @Test
    void text_thatIsNoScheme_isRefusedWithPlaceAndReason() {
        draft("title: {zh: x, en: x}\nwind: 1\n")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations[0].given")
                .value(given -> assertThat(String.valueOf(given)).contains("wind"));
        regulator()
                .post()
                .uri(DRAFTS + "?scheme=Not A Name")
                .bodyValue("x".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isBadRequest();
        regulator()
                .post()
                .uri(DRAFTS + "?scheme=zhejiang-carbon-efficiency/2026")
                .bodyValue(scheme().getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        regulator().get().uri(DRAFT).exchange().expectStatus().isNotFound();
    }

    @Test
    void declaration_isVersioned_andWrongOnesAreRefusedWhole() {
        enterprise().get().uri(DECLARATION).exchange().expectStatus().isNotFound();
        declare(
                        "\"0\"",
                        "{\"size\":\"huge\",\"limitsOn\":\"soon\",\"products\":[{\"product\":\"tea\",\"output\":\"-1\","
                                + "\"unit\":\"cups\",\"shares\":{\"KILN-1\":\"2\"}}],"
                                + "\"standardCoal\":{\"natural-gas\":{\"value\":\"1.2\",\"unit\":\"t\"}}}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations.length()")
                .isEqualTo(8);
        String good = "{\"size\":\"large\",\"products\":[{\"product\":\"clinker\",\"output\":\"100\",\"unit\":\"t\"}]}";
        declare("\"0\"", good).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
        declare("\"0\"", good).expectStatus().isEqualTo(412);
        enterprise()
                .get()
                .uri(DECLARATION)
                .exchange()
                .expectBody()
                .jsonPath("$.declaration.products[0].product")
                .isEqualTo("clinker");
        as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2")
                .get()
                .uri(DECLARATION)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private WebTestClient.ResponseSpec declare(String tag, String body) {
        return enterprise()
                .put()
                .uri(DECLARATION)
                .header("If-Match", tag)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void peers_areFormedAndFrozen() {
        String formations =
                "/api/v1/peer-sets/formations?scheme=zhejiang-carbon-efficiency/2026&industry=3011&year=2025";
        regulator()
                .post()
                .uri(formations + "&dryRun=true")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].version")
                .isEqualTo(0);
        regulator()
                .post()
                .uri(formations)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$[0].edition")
                .isEqualTo("peers/3011/2025/v2");
        regulator()
                .post()
                .uri(formations.replace("3011", "2612"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void park_isChecked() {
        check("{\"checklist\":{\"scheme\":\"zero-carbon-park/2024\",\"subject\":\"park\",\"year\":2025,\"figures\":{"
                        + "\"co2\":{\"value\":\"0.6\",\"unit\":\"tCO2\"},"
                        + "\"industrial-value-added\":{\"value\":\"1\",\"unit\":\"CNY10k\"}}}}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.verdict")
                .isEqualTo("unknown")
                .jsonPath("$.items[0].verdict")
                .isEqualTo("met");
        check("{\"checklist\":{\"scheme\":\"zero-carbon-park/2024\",\"subject\":\"park\",\"year\":2025,\"figures\":{"
                        + "\"wind\":{\"value\":\"0.6\",\"unit\":\"tCO2\"}}}}")
                .expectStatus()
                .isEqualTo(422);
        check("{}").expectStatus().isEqualTo(422);
    }

    private WebTestClient.ResponseSpec check(String body) {
        return enterprise()
                .post()
                .uri("/api/v1/checklists")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
