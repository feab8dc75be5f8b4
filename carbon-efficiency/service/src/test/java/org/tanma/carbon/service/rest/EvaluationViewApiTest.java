// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.sample;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.EvaluationViews;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.testing.SqlEngines;

class EvaluationViewApiTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private CarbonFixture fixture;
    private String id;

    @BeforeEach
    void open() {
        fixture = new CarbonFixture(ENGINE.open());
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
        assertThat(fixture.ingest
                        .csv(CEMENT, sample("cement/activity-data.csv"), PLAIN, "clerk")
                        .rejected())
                .isZero();
        id = ((EvaluationOutcome.Evaluated) fixture.evaluations.evaluate(CEMENT, 2025, CarbonFixture.clerk(CEMENT)))
                .evaluation()
                .id();
    }

    private WebTestClient as(String name, String... authorities) {
        return WebTestClient.bindToController(
                        new EvaluationController(fixture.evaluations),
                        new EvaluationViewController(
                                fixture.evaluations, new EvaluationViews(fixture.store, CATALOG, KINDS)))
                .controllerAdvice(new ProblemAdvice())
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new TestingAuthenticationToken(name, "", authorities))))
                .configureClient()
                .codecs(c -> c.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
    }

    private WebTestClient clerk() {
        return as("clerk", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1");
    }

    private WebTestClient.ResponseSpec whatIf(WebTestClient client, String body) {
        return client.post()
                .uri("/api/v1/evaluations/" + id + "/what-if")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .bodyValue(body)
                .exchange();
    }

    @Test
    void whatIf_answersBoth_andSaysWhatIsInTheWay() {
        whatIf(clerk(), "{\"changes\":[{\"greenPower\":{\"share\":\"0.3\"}}]}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.comparison.change.unit")
                .isEqualTo("tCO2e")
                .jsonPath("$.gradeAfter.kind")
                .isEqualTo("grade");
        whatIf(clerk(), "{\"changes\":[{\"greenPower\":{\"share\":\"3\"}},{\"sun\":{}}]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations.length()")
                .isEqualTo(2);
        whatIf(clerk(), "{\"changes\":[{\"amount\":{\"source\":\"X\",\"activity\":\"clinker\",\"times\":\"2\"}}]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("changes/0")
                .jsonPath("$.violations[0].hint")
                .isEqualTo(
                        "no reading is of this source and activity; use one of those listed, or leave this change out");
        whatIf(as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2"), "{\"changes\":[]}")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void evaluation_carriesItsAssessment() {
        clerk().get()
                .uri("/api/v1/evaluations/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.assessment.completeness.share")
                .isEqualTo("1")
                .jsonPath("$.assessment.uncertainty.defaults")
                .isEqualTo("uncertainty/2026")
                .jsonPath("$.breakdown")
                .doesNotExist();
    }

    @Test
    void simulation_isBounded_andRepeats() {
        clerk().get()
                .uri("/api/v1/evaluations/" + id + "/simulation?seed=1&draws=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.draws")
                .isEqualTo(200)
                .jsonPath("$.upper.unit")
                .isEqualTo("tCO2e");
        clerk().get()
                .uri("/api/v1/evaluations/" + id + "/simulation?seed=1&draws=5")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].allowed")
                .isEqualTo("100..100000");
    }

    @Test
    void comparisonAndSeries_areForReaders() {
        clerk().get()
                .uri("/api/v1/evaluations/" + id + "/comparison?with=" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.change.value")
                .isEqualTo("0");
        clerk().get()
                .uri("/api/v1/evaluations/" + id + "/comparison?with=none")
                .exchange()
                .expectStatus()
                .isNotFound();
        String series = "/api/v1/evaluations/series?enterprise=" + CEMENT + "&from=2024&to=2025";
        clerk().get()
                .uri(series)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.months.length()")
                .isEqualTo(12);
        as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2")
                .get()
                .uri(series)
                .exchange()
                .expectStatus()
                .isForbidden();
        clerk().get()
                .uri(series.replace("from=2024", "from=2026"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
