// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.sdk.node.NodeUnreachableException;
import org.tanma.sdk.node.UnreadableAnswerException;

class NativeTransportTest {
    private static final HandleValue NAME = HandleValue.text(2000, "NAME", "1号回转窑", 1_750_000_000L);
    private static final HandleValue LONG = HandleValue.text(2001, "NOTE", "x".repeat(3000), 1_750_000_000L);
    private LoopbackNode node;

    @BeforeEach
    void start() throws Exception {
        node = LoopbackNode.start();
        node.add("20.500.12345/KILN-1", NAME, LONG);
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    @Test
    void resolve_overUdp_inSeveralDatagrams() {
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            HandleRecord record = client.resolve("20.500.12345/kiln-1").orElseThrow();
            assertThat(record.values()).containsExactly(NAME, LONG);
        }
        assertThat(node.overUdp()).isEqualTo(1);
        assertThat(node.overTcp()).isZero();
    }

    @Test
    void resolve_overTcpAlone() {
        try (TanmaClient client = TanmaClient.connect(node.url() + "?transport=tcp")) {
            assertThat(client.resolve("20.500.12345/KILN-1")).isPresent();
        }
        assertThat(node.overUdp()).isZero();
        assertThat(node.overTcp()).isEqualTo(1);
    }

    @Test
    void resolve_whenUdpStaysSilent_fallsBackToTcp() throws Exception {
        try (LoopbackNode silent = LoopbackNode.start(true);
                TanmaClient client = TanmaClient.connect(silent.url())) {
            silent.add("20.500.12345/KILN-1", NAME);
            assertThat(client.resolve("20.500.12345/KILN-1").orElseThrow().values())
                    .containsExactly(NAME);
            assertThat(silent.overUdp()).isEqualTo(3);
            assertThat(silent.overTcp()).isEqualTo(1);
        }
    }

    @Test
    void resolve_byTypeOrIndex() {
        HandleName kiln = HandleName.parse("20.500.12345/KILN-1");
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            assertThat(client.resolve(kiln, List.of(2000), List.of())
                            .orElseThrow()
                            .values())
                    .containsExactly(NAME);
            assertThat(client.resolve(kiln, List.of(), List.of("NOTE"))
                            .orElseThrow()
                            .values())
                    .containsExactly(LONG);
            assertThat(client.resolve(kiln, List.of(7), List.of()).orElseThrow().values())
                    .isEmpty();
        }
    }

    @Test
    void resolve_unknownHandle_isEmpty() {
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            assertThat(client.resolve("20.500.12345/NOTHING")).isEmpty();
        }
    }

    @Test
    void resolve_refused_saysWhy() {
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            assertThatExceptionOfType(ResolutionRefusedException.class)
                    .isThrownBy(() -> client.resolve("20.500.12345/BUSY"))
                    .withMessage("20.500.12345/BUSY: server busy (3), later, please")
                    .satisfies(e -> assertThat(e.responseCode()).isEqualTo(ResponseCode.SERVER_BUSY));
            assertThatExceptionOfType(InvalidHandleException.class).isThrownBy(() -> client.resolve("KILN-1"));
        }
    }

    @Test
    void resolve_answerForAnotherHandle_isNotTaken() {
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            assertThatExceptionOfType(UnreadableAnswerException.class)
                    .isThrownBy(() -> client.resolve("20.500.12345/ASTRAY"))
                    .withMessageEndingWith("values of a handle that was not asked for");
        }
    }

    @Test
    void resolve_whereNothingListens_saysSo() throws Exception {
        String nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "handle://127.0.0.1:" + taken.getLocalPort();
        }
        try (TanmaClient client = TanmaClient.connect(nobody)) {
            assertThatExceptionOfType(NodeUnreachableException.class)
                    .isThrownBy(() -> client.resolve("20.500.12345/KILN-1"))
                    .withMessage("no node answers at " + nobody);
        }
    }

    @Test
    void resolve_asksNobodyElse() {
        try (TanmaClient client = TanmaClient.connect(node.url())) {
            assertThat(client.resolve("20.500.12345/KILN-1")).isPresent();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("resolver-config-auto-update");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:2641", "ftp://127.0.0.1", "handle://", "handle://127.0.0.1?transport=x", "a b"})
    void connect_anythingElse_isRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> TanmaClient.connect(url));
    }
}
