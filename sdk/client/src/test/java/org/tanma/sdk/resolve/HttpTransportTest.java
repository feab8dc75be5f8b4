// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.sdk.node.FakeNode;
import org.tanma.sdk.node.NodeUnreachableException;
import org.tanma.sdk.node.UnreadableAnswerException;

class HttpTransportTest {
    private static final String RECORD = """
            {"responseCode":1,"handle":"20.500.12345/KILN-1","values":[
              {"index":1,"type":"URL","data":{"format":"string","value":"https://example.invalid/窑"},"ttl":300,
               "timestamp":"2026-01-01T00:00:00Z"},
              {"index":2,"type":"NOTE","data":"bare","ttl":86400,"timestamp":"2026-01-01T00:00:00Z"},
              {"index":100,"type":"HS_ADMIN","data":{"format":"admin","value":
                {"handle":"0.NA/20.500.12345","index":200,"permissions":"011111110011"}},"ttl":86400,
               "timestamp":"2026-01-01T00:00:00Z"}]}
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
    void resolve_readsEveryValue() throws Exception {
        node.answer(200, "application/json", RECORD);
        HandleRecord record = resolve("20.500.12345/KILN-1");
        assertThat(record.findByType("URL").orElseThrow().dataAsText()).isEqualTo("https://example.invalid/窑");
        assertThat(record.findByType("URL").orElseThrow().ttl()).isEqualTo(Ttl.ofSeconds(300));
        assertThat(record.findByType("URL").orElseThrow().timestampSeconds()).isEqualTo(1_767_225_600L);
        assertThat(record.findByIndex(2).orElseThrow().dataAsText()).isEqualTo("bare");
        AdminRecord admin = AdminRecord.decode(
                ByteBuffer.wrap(record.findByIndex(100).orElseThrow().data()));
        assertThat(admin.permissionDigits()).isEqualTo("011111110011");
        assertThat(node.received().target()).isEqualTo("/api/handles/20.500.12345/KILN-1");
    }

    @Test
    void format_isReadBackAsTheSameRecord() {
        node.answer(200, "application/json", RECORD);
        HandleRecord record = resolve("20.500.12345/KILN-1");
        String json = HandleRecordJson.format(record);
        assertThat(json).startsWith("{\"responseCode\":1,\"handle\":\"20.500.12345/KILN-1\"");
        String values = json.substring(json.indexOf('['), json.length() - 1);
        assertThat(HandleRecordJson.parse(record.name(), values)).isEqualTo(record);
    }

    @Test
    void resolve_encodesHandleAndQuery() {
        node.answer(200, "application/json", "{\"responseCode\":200,\"handle\":\"x\"}");
        try (TanmaClient client = TanmaClient.connect(node.url() + "/")) {
            HandleName odd = HandleName.parse("20.500.12345/窑 1?#%+");
            assertThat(client.resolve(odd, List.of(1, 2), List.of("A&B"))
                            .orElseThrow()
                            .values())
                    .isEmpty();
        }
        assertThat(node.received().target())
                .isEqualTo("/api/handles/20.500.12345/%E7%AA%91%201%3F%23%25%2B?index=1&index=2&type=A%26B");
    }

    @Test
    void resolve_unknownHandle_isEmpty() {
        node.answer(404, "application/json", "{\"responseCode\":100,\"handle\":\"20.500.12345/NO\"}");
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            assertThat(client.resolve("20.500.12345/NO")).isEmpty();
        }
    }

    @Test
    void resolve_refused_saysWhy() {
        node.answer(400, "application/json", "{\"responseCode\":301,\"message\":\"ask elsewhere\"}");
        assertThatExceptionOfType(ResolutionRefusedException.class)
                .isThrownBy(() -> resolve("20.500.12345/X"))
                .withMessage("20.500.12345/X: server not responsible for this handle (301), ask elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "7",
                "{}",
                "{\"responseCode\":\"1\"}",
                "{\"responseCode\":1}",
                "{\"responseCode\":1,\"handle\":\"20.500.12345/X\",\"values\":[{}]}",
                "{\"responseCode\":1,\"handle\":\"20.500.12345/X\",\"values\":[{\"index\":0,\"type\":\"A\",\"data\":\"b\",\"ttl\":1}]}",
                "{\"responseCode\":1,\"handle\":\"20.500.12345/X\",\"values\":[{\"index\":1,\"type\":\"A\",\"data\":{\"format\":\"hex\",\"value\":\"x\"}}]}"
            })
    void resolve_answerOfSomethingElse_saysSo(String body) {
        node.answer(200, "application/json", body);
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> resolve("20.500.12345/X"))
                .withMessageContaining("answered, but not as a node does");
    }

    @Test
    void resolve_answerForAnotherHandle_isNotTaken() {
        node.answer(200, "application/json", RECORD);
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> resolve("20.500.12345/KILN-2"))
                .withMessageEndingWith("values of a handle that was not asked for");
    }

    @Test
    void resolve_whereNothingListens_saysSo() {
        node.close();
        assertThatExceptionOfType(NodeUnreachableException.class)
                .isThrownBy(() -> resolve("20.500.12345/X"))
                .withMessage("no node answers at " + node.url());
    }

    private HandleRecord resolve(String handle) {
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            return client.resolve(handle).orElseThrow();
        }
    }
}
