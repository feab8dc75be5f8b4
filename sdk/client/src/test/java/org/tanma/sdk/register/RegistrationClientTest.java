// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.sdk.node.BatchReport;
import org.tanma.sdk.node.Credentials;
import org.tanma.sdk.node.FakeNode;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.NodeProblemException;
import org.tanma.sdk.node.Violation;
import tools.jackson.databind.json.JsonMapper;

class RegistrationClientTest {
    private static final String MIXED = """
            {"template":"device","accepted":1,"rejected":1,"rows":[
              {"row":1,"status":"registered","handle":"88.118.1/KILN-1","violations":[]},
              {"row":2,"status":"rejected","violations":[
                {"path":"ratedPowerKw","given":"15OkW","allowed":"a decimal number in kW","hint":"a letter O?"}]}]}
            """;
    private FakeNode node;

    @BeforeEach
    void start() throws Exception {
        node = FakeNode.start();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void registerCsv_mixed_reportsEachRow() {
        node.answer(207, "application/json", MIXED);
        byte[] csv = "name,ratedPowerKw\n窑,15OkW\n".getBytes(StandardCharsets.UTF_8);
        BatchReport report = client(Credentials.ofAccount("cement", "s:t"))
                .registerCsv("device", csv, new RegistrationOptions(true, false));
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.isAllAccepted()).isFalse();
        assertThat(report.rows().get(0).handle()).hasValue("88.118.1/KILN-1");
        assertThat(report.rows().get(1).violations())
                .containsExactly(new Violation("ratedPowerKw", "15OkW", "a decimal number in kW", "a letter O?"));
        FakeNode.Received sent = node.received();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/api/v1/registrations?template=device&atomic=true&dryRun=false");
        assertThat(sent.mediaType()).isEqualTo("text/csv; charset=utf-8");
        assertThat(sent.body()).contains("窑,15OkW");
        assertThat(sent.authorization()).isEqualTo("Basic Y2VtZW50OnM6dA==");
    }

    @Test
    void register_json_sendsRecords() {
        node.answer(201, "application/json", "{\"accepted\":2,\"rejected\":0,\"rows\":[]}");
        List<RegistrationRecord> records = List.of(
                new RegistrationRecord(Optional.of("88.118.1/KILN-1"), Map.of("name", "窑")),
                new RegistrationRecord(Optional.empty(), Map.of("ratedPowerKw", 1500)));
        BatchReport report =
                client(Credentials.ofToken("abc")).register("device", records, RegistrationOptions.DEFAULT);
        assertThat(report.isAllAccepted()).isTrue();
        assertThat(node.received().authorization()).isEqualTo("Bearer abc");
        assertThat(JsonMapper.shared().readTree(node.received().body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                                {"template":"device","atomic":false,"dryRun":false,"records":[
                                  {"handle":"88.118.1/KILN-1","items":{"name":"窑"}},{"items":{"ratedPowerKw":1500}}]}
                                """));
    }

    @Test
    void registerCsv_allRefused_isAReportAndNoError() {
        node.answer(422, "application/json", MIXED);
        assertThat(client(Credentials.none())
                        .registerCsv("device", new byte[0], RegistrationOptions.DEFAULT)
                        .rejected())
                .isEqualTo(1);
        assertThat(node.received().authorization()).isEmpty();
    }

    @Test
    void registerCsv_problem_carriesItsViolations() {
        node.answer(403, "application/problem+json", """
                {"type":"urn:tanma:problem:forbidden","title":"Not yours","detail":"88.118.2 is not your prefix",
                 "status":403,"violations":[{"path":"handle","given":"88.118.2/X","allowed":"88.118.1/…","hint":""}]}
                """);
        assertThatExceptionOfType(NodeProblemException.class)
                .isThrownBy(() ->
                        client(Credentials.none()).registerCsv("device", new byte[0], RegistrationOptions.DEFAULT))
                .withMessage("88.118.2 is not your prefix")
                .satisfies(e -> {
                    assertThat(e.status()).isEqualTo(403);
                    assertThat(e.type()).isEqualTo("urn:tanma:problem:forbidden");
                    assertThat(e.violations()).hasSize(1);
                });
    }

    private RegistrationClient client(Credentials credentials) {
        return new RegistrationClient(NodeConnection.open(node.url(), credentials));
    }
}
