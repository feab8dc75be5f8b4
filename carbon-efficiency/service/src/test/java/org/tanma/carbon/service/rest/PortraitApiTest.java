// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import org.tanma.carbon.service.portrait.MonitorFixture;
import org.tanma.carbon.service.portrait.SampleMeter;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.testing.SqlEngines;

class PortraitApiTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final String AT = "/api/v1/enterprises/88.118.5/ENTERPRISE";
    private static final String DIGEST = "sha256:" + "0".repeat(64);
    private static final String CAP = """
            {"thresholds":[{"name":"cap","subject":"emission","rule":"maximum","per":"month","bound":"6500","unit":"tCO2e"}]}
            """;

    private MonitorFixture fixture;
    private String evaluation;

    @BeforeEach
    void open() {
        fixture = new MonitorFixture(ENGINE.open(), new SampleMeter(r -> r));
        evaluation = fixture.evaluate(fixture.load("88.118.5", "automobile"));
    }

    private WebTestClient as(String name, String... authorities) {
        return client((exchange, chain) -> chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                        new TestingAuthenticationToken(name, "", authorities))));
    }

    private WebTestClient client(WebFilter signIn) {
        return WebTestClient.bindToController(
                        new PortraitController(
                                fixture.carbon.identifiers,
                                fixture.portraits,
                                fixture.service,
                                fixture.timeOfUse,
                                fixture.carbon.evaluations,
                                fixture.verifications),
                        new WarningController(fixture.carbon.identifiers, fixture.service, fixture.warnings),
                        new MonitorSettingController(fixture.carbon.identifiers, fixture.monitor))
                .controllerAdvice(new ProblemAdvice())
                .webFilter(signIn)
                .configureClient()
                .codecs(c -> c.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
    }

    private WebTestClient clerk() {
        return as("clerk", "ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.5");
    }

    private WebTestClient regulator() {
        return as("regulator", "ROLE_REGULATOR");
    }

    private WebTestClient nobody() {
        return client((exchange, chain) -> chain.filter(exchange));
    }

    private static WebTestClient.ResponseSpec put(WebTestClient client, String path, String body) {
        return client.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.ResponseSpec post(WebTestClient client, String path, String body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private String firstWarning(String state) {
        AtomicReference<String> id = new AtomicReference<>("");
        clerk().get()
                .uri(AT + "/warnings?year=2025&state=" + state)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.warnings[0].id")
                .value(found -> id.set(String.valueOf(found)));
        return id.get();
    }

    @Test
    void portrait_isReadByTheTrusted_withWarningsCounted() {
        for (WebTestClient trusted : new WebTestClient[] {clerk(), regulator()}) {
            trusted.get()
                    .uri(AT + "/portrait?year=2025")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.evaluation")
                    .isEqualTo(evaluation)
                    .jsonPath("$.dimensions[0].figures[0].position.status")
                    .isEqualTo("ranked")
                    .jsonPath("$.dimensions[0].figures[0].position.percentile")
                    .isNotEmpty()
                    .jsonPath("$.warnings.raised")
                    .isEqualTo(4)
                    .jsonPath("$.energy[0].standardCoalTce")
                    .isNotEmpty();
        }
        nobody().get().uri(AT + "/portrait?year=2025").exchange().expectStatus().isForbidden();
        as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2")
                .get()
                .uri(AT + "/portrait?year=2025")
                .exchange()
                .expectStatus()
                .isForbidden();
        clerk().get()
                .uri(AT + "/portrait?year=2024&lang=en")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(
                        "88.118.5/ENTERPRISE is not evaluated for 2024; evaluate it first by POST /api/v1/evaluations.");
        clerk().get().uri(AT + "/portrait?year=20250").exchange().expectStatus().isBadRequest();
    }

    @Test
    void warning_goesFromRaisedToAcknowledgedToCleared_withWhoAndWhy() {
        String id = firstWarning("raised");
        String path = "/api/v1/warnings/" + id;
        post(clerk(), path + "/acknowledgement", "{}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("why");
        post(clerk(), path + "/acknowledgement", "{\"why\":\"asked the shift leader\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("acknowledged");
        post(clerk(), path + "/acknowledgement", "{\"why\":\"again\"}")
                .expectStatus()
                .isEqualTo(409);
        post(as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2"), path + "/clearance", "{\"why\":\"x\"}")
                .expectStatus()
                .isNotFound();
        post(clerk(), path + "/clearance", "{\"why\":\"Spring Festival\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.events[2].who")
                .isEqualTo("clerk")
                .jsonPath("$.events[2].why")
                .isEqualTo("Spring Festival");
        clerk().post()
                .uri(AT + "/warnings/check?year=2025")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.warnings[0].state")
                .isEqualTo("cleared");
    }

    @Test
    void thresholds_areTakenWhole_orRefusedWithEverythingWrong() {
        put(clerk(), AT + "/thresholds", CAP)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        clerk().post()
                .uri(AT + "/warnings/check?year=2025")
                .exchange()
                .expectBody()
                .jsonPath("$.warnings[?(@.rule=='cap')].expected")
                .isNotEmpty();
        put(clerk(), AT + "/thresholds?lang=en", """
                {"thresholds":[{"name":"","subject":"emission","rule":"most","per":"week","bound":"1e3","unit":"t"},
                {"name":"x","subject":"GRID-10KV/electricity","rule":"plan","per":"month","bound":"5","unit":"MWh","extra":1}],
                "plannedStops":[{"from":"2025-02-30","to":"2025-01-01","reason":"x"}]}
                """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations[*].path")
                .value(paths -> assertThat(paths.toString())
                        .contains("thresholds[0].name")
                        .contains("thresholds[0].rule")
                        .contains("thresholds[0].per")
                        .contains("thresholds[0].bound")
                        .contains("thresholds[0].unit")
                        .contains("thresholds[1].extra")
                        .contains("thresholds[1].per")
                        .contains("plannedStops[0].from"));
        clerk().put()
                .uri(AT + "/thresholds")
                .header("If-Match", "\"7\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        put(clerk(), AT + "/thresholds", "[1]").expectStatus().isBadRequest();
        put(clerk(), AT + "/thresholds", "{\"a\":").expectStatus().isBadRequest();
        put(regulator(), AT + "/thresholds", "{}").expectStatus().isForbidden();
    }

    @Test
    void regulatorsThreshold_holdsForTheIndustry_andIsClearedByRegulators() {
        put(clerk(), "/api/v1/warning-thresholds/36", CAP).expectStatus().isForbidden();
        put(regulator(), "/api/v1/warning-thresholds/36", CAP).expectStatus().isOk();
        put(regulator(), "/api/v1/warning-thresholds/cars", CAP).expectStatus().isBadRequest();
        AtomicReference<String> found = new AtomicReference<>("");
        regulator()
                .post()
                .uri(AT + "/warnings/check?year=2025")
                .exchange()
                .expectBody()
                .jsonPath("$.warnings[?(@.owner=='industry:36')].id")
                .value(ids -> found.set(String.valueOf(((List<?>) ids).get(0))));
        String id = found.get();
        post(clerk(), "/api/v1/warnings/" + id + "/clearance", "{\"why\":\"x\"}")
                .expectStatus()
                .isForbidden();
        post(clerk(), "/api/v1/warnings/" + id + "/acknowledgement", "{\"why\":\"we look\"}")
                .expectStatus()
                .isOk();
        post(regulator(), "/api/v1/warnings/" + id + "/clearance", "{\"why\":\"explained\"}")
                .expectStatus()
                .isOk();
        regulator()
                .get()
                .uri("/api/v1/warnings?year=2025&industry=36&state=raised&limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.warnings.length()")
                .isEqualTo(1)
                .jsonPath("$.next")
                .isNotEmpty();
        clerk().get()
                .uri("/api/v1/warnings?year=2025")
                .exchange()
                .expectStatus()
                .isForbidden();
        nobody().get()
                .uri("/api/v1/warning-thresholds/36")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void ownTariff_isUsed_andOneWithHolesIsRefused() {
        put(clerk(), AT + "/tariff?lang=en", """
                {"title":"ours","firstYear":2025,"utcOffset":"+08:00","seasons":[{"months":[1,2,3,4,5,6,7,8,9,10,11],
                "bands":[{"from":"00:00","to":"08:00","period":"valley"},{"from":"09:00","to":"24:00","period":"dear"}]}]}
                """)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations[*].hint")
                .value(hints -> assertThat(hints.toString()).contains("months missing: [12]"));
        put(clerk(), AT + "/tariff", """
                {"title":"ours","firstYear":2025,"utcOffset":"+08:00","seasons":[{"months":[1,2,3,4,5,6,7,8,9,10,11,12],
                "bands":[{"from":"00:00","to":"08:00","period":"valley"},{"from":"08:00","to":"24:00","period":"peak"}]}]}
                """).expectStatus().isOk();
        clerk().get()
                .uri(AT + "/time-of-use?year=2025")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tariff.isOwn")
                .isEqualTo(true)
                .jsonPath("$.meters[0].periods.length()")
                .isEqualTo(2)
                .jsonPath("$.meters[0].periods[0].co2T")
                .isNotEmpty();
    }

    @Test
    void verification_isSaidByTheAssignedVerifier_andShownInThePortrait() {
        String path = "/api/v1/evaluations/" + evaluation + "/verifications";
        String said = "{\"outcome\":\"confirmed\",\"statement\":\"" + DIGEST + "\"}";
        post(clerk(), path, said).expectStatus().isForbidden();
        WebTestClient verifier = as("v", "ROLE_VERIFIER", "VERIFIES_88.118.5");
        post(verifier, path, "{\"outcome\":\"refused\",\"statement\":\"abc\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations.length()")
                .isEqualTo(2);
        post(verifier, path, said).expectStatus().isCreated();
        clerk().get()
                .uri(AT + "/portrait?year=2025")
                .exchange()
                .expectBody()
                .jsonPath("$.verification.state")
                .isEqualTo("confirmed")
                .jsonPath("$.verification.statement.verifiedBy")
                .isEqualTo("v");
        clerk().get().uri(path).exchange().expectBody().jsonPath("$.length()").isEqualTo(1);
        nobody().get().uri(path).exchange().expectStatus().isForbidden();
    }
}
