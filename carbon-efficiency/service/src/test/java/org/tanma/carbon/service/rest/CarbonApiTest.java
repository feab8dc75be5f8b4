// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.sample;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.testing.SqlEngines;

class CarbonApiTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final String DATA = "/api/v1/activity-data?enterprise=" + CEMENT;
    private static final String YEAR = "{\"enterprise\":\"" + CEMENT + "\",\"year\":2025}";

    private CarbonFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CarbonFixture(ENGINE.open());
    }

    private WebTestClient as(String name, String... authorities) {
        return client((exchange, chain) -> chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                        new TestingAuthenticationToken(name, "", authorities))));
    }

    private WebTestClient client(WebFilter signIn) {
        return WebTestClient.bindToController(
                        new ActivityDataController(
                                fixture.identifiers, fixture.ingest, fixture.ledger, fixture.review, KINDS),
                        new EvaluationController(fixture.evaluations),
                        new PeerSetController(fixture.peerSets),
                        new EditionController(CATALOG, fixture.book))
                .controllerAdvice(new ProblemAdvice())
                .webFilter(signIn)
                .configureClient()
                .codecs(c -> c.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
    }

    private WebTestClient clerk() {
        return as("clerk", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1");
    }

    private WebTestClient nobody() {
        return client((exchange, chain) -> chain.filter(exchange));
    }

    private WebTestClient.ResponseSpec report(WebTestClient client, String more, String rows) {
        return client.post()
                .uri(DATA + more)
                .contentType(CSV)
                .bodyValue("source,kind,period,amount,unit\n" + rows)
                .exchange();
    }

    private void loadCement() {
        as("regulator", "ROLE_REGULATOR")
                .post()
                .uri("/api/v1/peer-sets")
                .contentType(CSV)
                .bodyValue(sample("peer-sets.csv"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$[0].edition")
                .isEqualTo("peers/2612/2025/v1");
        clerk().post()
                .uri(DATA)
                .contentType(CSV)
                .bodyValue(sample("cement/activity-data.csv"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void report_statusSaysHowItWent() {
        report(clerk(), "", "K,diesel,2025-01,3,t\n")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.rows[0].status")
                .isEqualTo("recorded");
        report(clerk(), "", "K,diesel,2025-01,3,t\n").expectStatus().isOk();
        report(clerk(), "&dryRun=true", "K,diesel,2025-02,3,t\n").expectStatus().isOk();
        report(clerk(), "", "K,diesel,2025-02,3,t\nK,diesel,2025-03,3,kWh\n")
                .expectStatus()
                .isEqualTo(207)
                .expectBody()
                .jsonPath("$.rows[1].row")
                .isEqualTo(3)
                .jsonPath("$.rows[1].violations[0].path")
                .isEqualTo("unit")
                .jsonPath("$.rejected")
                .isEqualTo(1);
        report(clerk(), "&atomic=true", "K,diesel,2025-04,3,t\nK,diesel,2025-05,3,kWh\n")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.rows[0].status")
                .isEqualTo("not-tried");
    }

    @Test
    void refusals_areInTheOneLanguageAskedFor() {
        report(as("clerk", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1"), "", "K,diesel,2025-03,3,kWh\n")
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .valueEquals("Content-Language", "zh-CN")
                .expectBody()
                .jsonPath("$.rows[0].violations[0].hint")
                .isEqualTo("“柴油”不用此单位计量");
        clerk().post()
                .uri(DATA)
                .contentType(CSV)
                .header("Accept-Language", "en")
                .bodyValue("source,kind,period,amount,unit\nK,diesel,2025-03,3,kWh\n")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Language", "en")
                .expectBody()
                .jsonPath("$.rows[0].violations[0].allowed")
                .isEqualTo("t, kg")
                .jsonPath("$.rows[0].violations[0].hint")
                .isEqualTo("this unit measures GJ, not diesel");
        for (String language : new String[] {"zh", "en"}) {
            boolean isChinese = language.equals("zh");
            clerk().post()
                    .uri("/api/v1/evaluations")
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Accept-Language", language)
                    .bodyValue(YEAR)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody(String.class)
                    .value(body -> {
                        assertThat(body).doesNotContain("\"allowed\":\"\"");
                        if (isChinese) {
                            assertThat(body).contains("数据不完整", "2025 年每月一个数值，种类例如 electricity（购入电力，单位 MWh）");
                        } else {
                            assertThat(body)
                                    .contains("a figure for each month of 2025, of a kind such as electricity (in MWh)")
                                    .doesNotContainPattern("\\p{IsHan}");
                        }
                    });
        }
        as("regulator", "ROLE_REGULATOR")
                .post()
                .uri("/api/v1/peer-sets?lang=en")
                .contentType(CSV)
                .bodyValue("a,b\n1,2\n")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The header row is not that of a peer set.");
    }

    @Test
    void report_asJson_isTakenToo() {
        clerk().post()
                .uri(DATA)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"entries\":[{\"source\":\"K\",\"kind\":\"柴油\",\"period\":\"2025-01\",\"amount\":\"3\",\"unit\":\"t\"}]}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.rows[0].kind")
                .isEqualTo("fuel/diesel");
    }

    @Test
    void report_forAnother_orForNobodyRegistered_isRefused() {
        report(as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2"), "", "K,diesel,2025-01,3,t\n")
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        report(nobody(), "", "K,diesel,2025-01,3,t\n").expectStatus().isForbidden();
        as("operator", "ROLE_OPERATOR")
                .post()
                .uri("/api/v1/activity-data?enterprise=88.118.7/ENTERPRISE")
                .contentType(CSV)
                .bodyValue("source,kind,period,amount,unit\n")
                .exchange()
                .expectStatus()
                .isNotFound();
        clerk().post()
                .uri("/api/v1/activity-data?enterprise=88.118.1")
                .contentType(CSV)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("enterprise");
    }

    @Test
    void activityData_areSeenByThoseTrusted_withTheCalendar() {
        report(clerk(), "", "K,diesel,2025-01,3,t\n");
        for (WebTestClient trusted : new WebTestClient[] {
            clerk(), as("v", "ROLE_VERIFIER", "VERIFIES_88.118.1"), as("r", "ROLE_REGULATOR"), as("o", "ROLE_OPERATOR")
        }) {
            trusted.get()
                    .uri(DATA + "&year=2025")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.entries[0].amount")
                    .isEqualTo("3")
                    .jsonPath("$.entries[0].recordedBy")
                    .isEqualTo("clerk")
                    .jsonPath("$.calendar[0].months[0].state")
                    .isEqualTo("full")
                    .jsonPath("$.calendar[0].months[1].state")
                    .isEqualTo("missing");
        }
        nobody().get().uri(DATA + "&year=2025").exchange().expectStatus().isForbidden();
        as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2")
                .get()
                .uri(DATA + "&year=2025")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void history_showsEveryVersion_toThoseTrusted() {
        report(clerk(), "", "K,diesel,2025-01,3,t\n");
        report(clerk(), "&reason=漏记一车", "K,diesel,2025-01,4,t\n");
        String history = "/api/v1/activity-data/history?enterprise=" + CEMENT + "&source=K&kind=柴油&period=2025-01";
        as("v", "ROLE_VERIFIER", "VERIFIES_88.118.1")
                .get()
                .uri(history)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].amount")
                .isEqualTo("3")
                .jsonPath("$[1].amount")
                .isEqualTo("4")
                .jsonPath("$[1].reason")
                .isEqualTo("漏记一车");
        nobody().get().uri(history).exchange().expectStatus().isForbidden();
        clerk().get().uri(history + "x").exchange().expectStatus().isNotFound();
    }

    @Test
    void evaluation_isMadeOnce_andReadByTheTrustedAlone() {
        loadCement();
        String location = clerk().post()
                .uri("/api/v1/evaluations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(YEAR)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
        clerk().post()
                .uri("/api/v1/evaluations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(YEAR)
                .exchange()
                .expectStatus()
                .isOk();
        clerk().get()
                .uri(String.valueOf(location))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.grade.status")
                .isEqualTo("graded")
                .jsonPath("$.grade.graded.grade.rank")
                .isEqualTo(2)
                .jsonPath("$.totals.total.unit")
                .isEqualTo("tCO2e")
                .jsonPath("$.enterprise.isDemonstration")
                .isEqualTo(true)
                .jsonPath("$.trace")
                .doesNotExist();
        for (String privately :
                new String[] {location, location + "/replay", "/api/v1/evaluations?enterprise=" + CEMENT}) {
            nobody().get().uri(privately).exchange().expectStatus().isForbidden();
            as("idle", "ROLE_VERIFIER")
                    .get()
                    .uri(privately)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2")
                    .get()
                    .uri(privately)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        clerk().get()
                .uri(location + "/replay")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.agrees")
                .isEqualTo(true);
        nobody().get().uri(location + "/trace").exchange().expectStatus().isForbidden();
        as("verifier", "ROLE_VERIFIER", "VERIFIES_88.118.1")
                .get()
                .uri(location + "/trace")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.children[0].children[0].id")
                .exists();
        clerk().get()
                .uri("/api/v1/evaluations?enterprise=" + CEMENT + "&year=2025")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1);
    }

    @Test
    void evaluation_ofAHole_isAProblemThatNamesIt() {
        report(clerk(), "", "K,diesel,2025-01,3,t\n");
        clerk().post()
                .uri("/api/v1/evaluations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(YEAR)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tanma:problem:incomplete")
                .jsonPath("$.violations[?(@.path=='entries/K/fuel/diesel/2025-02')]")
                .exists()
                .jsonPath("$.violations[?(@.path=='terms/clinker')]")
                .exists();
        clerk().post()
                .uri("/api/v1/evaluations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isBadRequest();
        as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2")
                .post()
                .uri("/api/v1/evaluations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(YEAR)
                .exchange()
                .expectStatus()
                .isForbidden();
        nobody().get().uri("/api/v1/evaluations/none").exchange().expectStatus().isNotFound();
    }

    @Test
    void peerSets_areGivenByARegulatorOnly_andShownAsSums() {
        clerk().post()
                .uri("/api/v1/peer-sets")
                .contentType(CSV)
                .bodyValue(sample("peer-sets.csv"))
                .exchange()
                .expectStatus()
                .isForbidden();
        loadCement();
        nobody().get()
                .uri("/api/v1/peer-sets")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(6)
                .jsonPath("$[0].isDemonstration")
                .isEqualTo(true)
                .jsonPath("$[0].rows")
                .doesNotExist();
    }

    @Test
    void editionsAndKinds_areOpen() {
        for (String path : new String[] {"factors", "methods", "schemes"}) {
            nobody().get()
                    .uri("/api/v1/" + path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$[0].edition")
                    .isNotEmpty()
                    .jsonPath("$[0].publisher")
                    .isNotEmpty();
        }
        nobody().get()
                .uri("/api/v1/activity-kinds")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.code=='clinker')].properties[0].code")
                .exists();
    }
}
