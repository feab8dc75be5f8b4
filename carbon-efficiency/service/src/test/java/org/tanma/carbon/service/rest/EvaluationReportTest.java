// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.carbon.report.replay.Replayed;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.EvaluationReplay;
import org.tanma.carbon.service.evaluate.EvaluationReport;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.testing.SqlEngines;

class EvaluationReportTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private CarbonFixture fixture;
    private Evaluation evaluation;

    @BeforeEach
    void evaluate() {
        fixture = new CarbonFixture(ENGINE.open());
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
        fixture.ingest.csv(CEMENT, sample("cement/activity-data.csv"), PLAIN, "clerk");
        evaluation =
                ((EvaluationOutcome.Evaluated) fixture.evaluations.evaluate(CEMENT, 2025, clerk(CEMENT))).evaluation();
    }

    private WebTestClient as(String... authorities) {
        return WebTestClient.bindToController(
                        new EvaluationReportController(fixture.evaluations, new EvaluationReport(CATALOG)))
                .controllerAdvice(new ProblemAdvice())
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new TestingAuthenticationToken("somebody", "", authorities))))
                .configureClient()
                .responseTimeout(Duration.ofMinutes(1))
                .codecs(c -> c.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
    }

    private WebTestClient clerkOfCement() {
        return as("ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.1");
    }

    private byte[] fetch(WebTestClient client, String more, String accept) {
        return Objects.requireNonNull(client.get()
                .uri("/api/v1/evaluations/" + evaluation.id() + "/report" + more)
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    @ParameterizedTest
    @CsvSource({
        "'?kind=evaluation&lang=zh', 碳效评价报告, 示例水泥, 演示数据",
        "'?kind=inventory&lang=en', Greenhouse gas inventory report, Demonstration Cement, Demonstration data"
    })
    void pdf_namesEnterpriseDigestAndDemonstration(String query, String title, String name, String mark)
            throws IOException {
        byte[] octets = fetch(clerkOfCement(), query, "application/pdf");
        Files.createDirectories(Path.of("target/reports"));
        Files.write(
                Path.of("target/reports/" + (title.startsWith("G") ? "inventory-en" : "evaluation-zh") + ".pdf"),
                octets);
        try (PDDocument document = Loader.loadPDF(octets)) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(document)).contains(title, name);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document)).as("page %d", page).contains(mark, evaluation.resultDigest());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '*/*', application/pdf",
        "'', " + XLSX + ", " + XLSX,
        "'', 'application/json, application/pdf;q=0.5', application/json",
        ".xlsx, '*/*', " + XLSX,
        ".json, '*/*', application/json"
    })
    void form_followsAcceptOrTheName(String more, String accept, String type) {
        as("ROLE_REGULATOR")
                .get()
                .uri("/api/v1/evaluations/" + evaluation.id() + "/report" + more)
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(type)
                .expectHeader()
                .value("Content-Disposition", value -> assertThat(value).contains(evaluation.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html, 406, Accept, 'pdf, xlsx, json'",
        ".docx, '*/*', 400, form, 'pdf, xlsx, json'",
        "?kind=poem, '*/*', 400, kind, 'evaluation, inventory'"
    })
    void whatThereIsNot_isToldWithWhatThereIs(String more, String accept, int status, String path, String allowed) {
        clerkOfCement()
                .get()
                .uri("/api/v1/evaluations/" + evaluation.id() + "/report" + more)
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo(path)
                .jsonPath("$.violations[0].allowed")
                .isEqualTo(allowed);
    }

    @Test
    void reportOfOthers_isNotForAnEnterprise() {
        as("ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.2")
                .get()
                .uri("/api/v1/evaluations/" + evaluation.id() + "/report.pdf")
                .exchange()
                .expectStatus()
                .isForbidden();
        clerkOfCement()
                .get()
                .uri("/api/v1/evaluations/none/report.pdf")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void json_isReplayedWithoutTheNode() {
        byte[] document = fetch(as("ROLE_REGULATOR"), ".json", "*/*");
        assertThat(EvaluationReplay.isEvaluation(document)).isTrue();
        assertThat(new EvaluationReplay(CATALOG).replay(document))
                .isEqualTo(new Replayed.Same(evaluation.resultDigest()));
        String changed =
                new String(document, StandardCharsets.UTF_8).replaceFirst("\"share\":\"0\\.", "\"share\":\"1.");
        assertThat(new EvaluationReplay(CATALOG).replay(changed.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(type(Replayed.Differs.class))
                .satisfies(differs -> assertThat(differs.differences())
                        .singleElement()
                        .satisfies(one -> assertThat(one.path()).matches("/sources/[0-9]+/share")));
    }

    @Test
    void json_forTheEnterprise_holdsNoFiguresOfItsPeers() {
        byte[] document = fetch(clerkOfCement(), ".json", "*/*");
        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains("\"rows\":[]", "\"withheld\":[\"inputs/peers/rows\"]");
        assertThat(new EvaluationReplay(CATALOG).replay(document)).isInstanceOf(Replayed.InPart.class);
    }
}
