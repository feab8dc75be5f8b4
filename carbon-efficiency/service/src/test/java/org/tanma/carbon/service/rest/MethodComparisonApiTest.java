// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.MethodComparer;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.testing.SqlEngines;

class MethodComparisonApiTest {
    private static final String ALUMINIUM = "88.118.6/ENTERPRISE";

    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private CarbonFixture fixture;
    private String address;

    @BeforeEach
    void evaluate() {
        fixture = new CarbonFixture(ENGINE.open());
        fixture.ingest.csv(ALUMINIUM, sample("aluminium/activity-data.csv"), PLAIN, "clerk");
        EvaluationOutcome outcome = fixture.evaluations.evaluate(ALUMINIUM, 2025, clerk(ALUMINIUM));
        address = "/api/v1/evaluations/"
                + ((EvaluationOutcome.Evaluated) outcome).evaluation().id() + "/by-method?method=";
    }

    private WebTestClient as(String... authorities) {
        MethodComparer comparer = new MethodComparer(fixture.store, CATALOG, KINDS);
        return WebTestClient.bindToController(new MethodComparisonController(fixture.evaluations, comparer))
                .controllerAdvice(new ProblemAdvice())
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new TestingAuthenticationToken("somebody", "", authorities))))
                .build();
    }

    @Test
    void anotherMethod_isAnsweredTermByTerm() {
        as("ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.6")
                .get()
                .uri(address + "aluminium-ets/2024")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.first.method")
                .isEqualTo("aluminium-ndrc/2013")
                .jsonPath("$.second.gwpSet")
                .isEqualTo("gwp/ar5")
                .jsonPath("$.difference.unit")
                .isEqualTo("tCO2e")
                .jsonPath("$.terms[?(@.term=='anode')].second.unit")
                .isEqualTo("tCO2e");
    }

    @Test
    void methodThatLacksData_saysWhatIsMissing() {
        as("ROLE_REGULATOR")
                .get()
                .uri(address + "flat-glass-ndrc/2013")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.second.missing[0].path")
                .isEqualTo("terms/batch-carbonate")
                .jsonPath("$.second.total")
                .doesNotExist();
    }

    @Test
    void unknownMethod_isRefusedWithAllThatServeTheYear() {
        as("ROLE_REGULATOR")
                .get()
                .uri(address + "aluminium-ets/1900")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].allowed")
                .<String>value(allowed -> assertThat(allowed).contains("aluminium-ets/2024"));
    }

    @Test
    void othersSeeNothing_andAnUnknownEvaluationIsNotFound() {
        as("ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1")
                .get()
                .uri(address + "aluminium-ets/2024")
                .exchange()
                .expectStatus()
                .isForbidden();
        as("ROLE_REGULATOR")
                .get()
                .uri("/api/v1/evaluations/none/by-method?method=aluminium-ets/2024")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
