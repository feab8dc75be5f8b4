// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.sdk.node.Credentials;
import org.tanma.sdk.node.FakeNode;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.NodeProblemException;
import org.tanma.sdk.node.UnreadableAnswerException;

class ReportClientsTest {
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
    void activityData_isPostedForTheEnterprise() {
        node.answer(201, "application/json", "{\"accepted\":12,\"rejected\":0,\"rows\":[]}");
        assertThat(new ActivityDataClient(connection())
                        .reportCsv("88.118.1/ENTERPRISE", "month\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .accepted())
                .isEqualTo(12);
        assertThat(node.received().target()).isEqualTo("/api/v1/activity-data?enterprise=88.118.1%2FENTERPRISE");
    }

    @Test
    void evaluate_complete_givesTheId() {
        node.answer(201, "application/json", "{\"id\":\"ev-1\",\"grade\":{\"status\":\"graded\"}}");
        Evaluation evaluation = new EvaluationClient(connection()).evaluate("88.118.1/ENTERPRISE", 2025);
        assertThat(evaluation.id()).isEqualTo("ev-1");
        assertThat(evaluation.isGraded()).isTrue();
        assertThat(node.received().body()).contains("\"year\":2025").contains("88.118.1/ENTERPRISE");
    }

    @Test
    void evaluate_incomplete_saysWhatIsMissing() {
        node.answer(422, "application/problem+json", """
                {"title":"Incomplete","status":422,"violations":[
                  {"path":"2025-03/electricity","given":"","allowed":"a reading","hint":""}]}
                """);
        assertThatExceptionOfType(NodeProblemException.class)
                .isThrownBy(() -> new EvaluationClient(connection()).evaluate("88.118.1/ENTERPRISE", 2025))
                .withMessage("Incomplete")
                .satisfies(e -> assertThat(e.violations().get(0).path()).isEqualTo("2025-03/electricity"));
    }

    @Test
    void issue_givesTokenAndAddress() {
        node.answer(
                201,
                "application/json",
                "{\"token\":\"ABC\",\"version\":2,\"url\":\"HTTP://X/C/ABC\",\"handle\":\"88.118.1/C-ABC\"}");
        IssuedCode code =
                new CodeClient(connection()).issue("ev-1", Optional.of(Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(code.token()).isEqualTo("ABC");
        assertThat(code.version()).isEqualTo(2);
        assertThat(node.received().body())
                .isEqualTo("{\"evaluation\":\"ev-1\",\"validUntil\":\"2027-01-01T00:00:00Z\"}");
    }

    @Test
    void answersWithoutWhatWasAskedFor_areNotTaken() {
        node.answer(201, "application/json", "{}");
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> new CodeClient(connection()).issue("ev-1", Optional.empty()));
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> new EvaluationClient(connection()).evaluate("88.118.1/ENTERPRISE", 2025));
    }

    private NodeConnection connection() {
        return NodeConnection.open(node.url(), Credentials.none());
    }
}
