// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade.rest;

import static org.awaitility.Awaitility.await;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.NOW;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.carbon.service.regrade.LedgerYearStore;
import org.tanma.carbon.service.regrade.RegradingStore;
import org.tanma.carbon.service.regrade.Regradings;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;

class RegradingApiTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final String REGRADINGS = "/api/v1/regradings";

    private CarbonFixture fixture;
    private RegradingStore store;
    private Regradings regradings;

    @BeforeEach
    void open() {
        SqlDatabase database = ENGINE.open();
        fixture = new CarbonFixture(database);
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
        store = new RegradingStore(database.jdbi());
        regradings = new Regradings(
                store,
                new LedgerYearStore(database.jdbi()),
                fixture.identifiers,
                fixture.evaluations.assessor(),
                () -> NOW,
                2);
    }

    @AfterEach
    void close() {
        regradings.close();
    }

    private WebTestClient as(String name, String... authorities) {
        return WebTestClient.bindToController(new RegradingController(regradings, store))
                .controllerAdvice(new ProblemAdvice())
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new TestingAuthenticationToken(name, "", authorities))))
                .build();
    }

    private WebTestClient regulator() {
        return as("regulator", "ROLE_REGULATOR");
    }

    private static WebTestClient.ResponseSpec ask(WebTestClient client, String body) {
        return client.post()
                .uri(REGRADINGS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void industry_isRegraded_andItsResultsAreRead() {
        fixture.ingest.csv(CEMENT, sample("cement/activity-data.csv"), PLAIN, "clerk");
        List<String> location = ask(regulator(), "{\"industry\":\"3011\",\"year\":2025}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.rules.peers")
                .isEqualTo("peers/3011/2025/v1")
                .returnResult()
                .getResponseHeaders()
                .getOrEmpty("Location");
        String address = location.get(0);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> regulator()
                        .get()
                        .uri(address)
                        .exchange()
                        .expectBody()
                        .jsonPath("$.outcome")
                        .isEqualTo("done")
                        .jsonPath("$.enterprises")
                        .isEqualTo(1)
                        .jsonPath("$.tallies[0].outcome")
                        .isEqualTo("graded"));
        regulator()
                .get()
                .uri(address + "/results")
                .exchange()
                .expectBody()
                .jsonPath("$.results[0].result.enterprise")
                .isEqualTo(CEMENT)
                .jsonPath("$.results[0].result.graded.grade")
                .isNumber()
                .jsonPath("$.cursor")
                .doesNotExist();
        regulator()
                .get()
                .uri(REGRADINGS)
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1);
    }

    @Test
    void everythingWrong_isSaidAtOnce() {
        ask(regulator(), "{\"industry\":\"cement\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("industry")
                .jsonPath("$.violations[0].given")
                .isEqualTo("cement")
                .jsonPath("$.violations[1].path")
                .isEqualTo("year");
        regulator().get().uri(REGRADINGS + "/none").exchange().expectStatus().isNotFound();
    }

    @Test
    void enterprises_mayNot() {
        WebTestClient clerk = as("clerk", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1");
        ask(clerk, "{\"industry\":\"3011\",\"year\":2025}").expectStatus().isForbidden();
        clerk.get().uri(REGRADINGS).exchange().expectStatus().isForbidden();
    }
}
