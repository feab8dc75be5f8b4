// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

class LoadRunTest {
    private static final String HANDLE = "88.300.99/H0";

    private static LoadPlan plan(
            Transport transport, InetSocketAddress target, int depth, double rate, boolean single) {
        return new LoadPlan(
                transport,
                target,
                NamePattern.parse("88.300.99/H%d"),
                1,
                KeyChoice.Distribution.UNIFORM,
                0,
                1,
                2,
                depth,
                2,
                Duration.ofMillis(100),
                Duration.ofMillis(600),
                Duration.ofMillis(2_000),
                rate,
                single);
    }

    private static SampleAnswer sample(Transport transport) {
        HandleRecord record = new BenchRecords("88.300.99").named(HandleName.parse(HANDLE), 0);
        return SampleAnswer.made(transport, record);
    }

    private static LoadResult run(LoadPlan plan) throws InterruptedException {
        return LoadRun.run("test", plan, AnswerCheck.asked());
    }

    @ParameterizedTest
    @EnumSource
    void closedLoop_onAnEcho_countsAnswersAndNoErrors(Transport transport) throws InterruptedException {
        try (FloorServer echo = FloorServer.open(sample(transport), LoopKind.best(), 1)) {
            LoadResult result = run(plan(transport, echo.address(), 4, 0, false));
            assertThat(result.tally().failures()).isEmpty();
            assertThat(result.tally().answers()).isPositive();
            assertThat(result.tally().micros(50)).isPositive();
            assertThat(result.ratePerSecond()).isEqualTo(result.tally().answers() / 0.6);
            assertThat(result.tally().reconnects()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void portableLoops_workAsWell(Transport transport) throws InterruptedException {
        try (FloorServer echo = FloorServer.open(sample(transport), LoopKind.NIO, 1)) {
            assertThat(run(plan(transport, echo.address(), 1, 0, false)).tally().failures())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void openLoop_asksExactlyWhatIsDue(Transport transport) throws InterruptedException {
        try (FloorServer echo = FloorServer.open(sample(transport), LoopKind.best(), 1)) {
            LoadResult result = run(plan(transport, echo.address(), 64, 500, false));
            assertThat(result.tally().failures()).isEmpty();
            assertThat(result.tally().answers()).isBetween(298L, 302L);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "HTTP"})
    void onePerConnection_makesOneForEachQuestion(Transport transport) throws InterruptedException {
        try (FloorServer echo = FloorServer.open(sample(transport), LoopKind.best(), 1)) {
            LoadResult result = run(plan(transport, echo.address(), 1, 0, true));
            assertThat(result.tally().failures()).isEmpty();
            assertThat(result.tally().answers()).isPositive();
            assertThat(result.tally().reconnects())
                    .isBetween(result.tally().answers() - 4, result.tally().answers() + 4);
        }
    }

    @Test
    void openLoop_onAServerThatStalls_showsTheStallInTheTail() throws Exception {
        try (SlowEcho echo = new SlowEcho(sample(Transport.TCP).octets(), 60, Duration.ofMillis(400), false)) {
            LoadResult result = run(plan(Transport.TCP, echo.address(), 4, 200, false));
            assertThat(result.tally().failures()).isEmpty();
            assertThat(result.tally().answers()).isBetween(118L, 122L);
            assertThat(result.tally().micros(99)).isGreaterThan(250_000);
            assertThat(result.tally().micros(70))
                    .as("questions held up behind it count too")
                    .isGreaterThan(50_000);
        }
    }

    @Test
    void serverThatEndsEachConnectionAfterOneAnswer_isAskedOnNewOnes() throws Exception {
        try (SlowEcho echo = new SlowEcho(sample(Transport.TCP).octets(), 0, Duration.ZERO, true)) {
            LoadResult result = run(plan(Transport.TCP, echo.address(), 3, 0, false));
            assertThat(result.tally().failures()).isEmpty();
            assertThat(result.tally().answers()).isPositive();
            assertThat(result.tally().reconnects()).isPositive();
        }
    }

    @Test
    void lostDatagrams_areGivenUpAndCounted() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) silent.getLocalSocketAddress();
            LoadPlan patient = plan(Transport.UDP, address, 4, 100, false);
            LoadResult result = run(patient);
            assertThat(result.tally().answers()).isZero();
            assertThat(result.tally().failures()).containsKey("timeout");
            assertThat(result.tally().errors()).isBetween(58L, 62L);
        }
    }

    @Test
    void wrongAnswers_areErrors() throws InterruptedException {
        try (FloorServer echo = FloorServer.open(sample(Transport.UDP), LoopKind.best(), 1)) {
            LoadPlan plan = plan(Transport.UDP, echo.address(), 1, 100, false);
            LoadResult result = LoadRun.run("test", plan, AnswerCheck.fixed("88.300.99/other"));
            assertThat(result.tally().failures().keySet()).isEqualTo(java.util.Set.of(AnswerCheck.WRONG_HANDLE));
        }
    }

    @Test
    void noServer_isSaidAtOnce() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) taken.getLocalSocketAddress();
        }
        assertThatThrownBy(() -> run(plan(Transport.TCP, nobody, 1, 0, false)))
                .isInstanceOf(ServerUnreachableException.class);
    }

    @Test
    void floorProcess_answersLikeTheOneInHere() throws Exception {
        for (Transport transport : List.of(Transport.UDP, Transport.HTTP)) {
            try (FloorProcess floor = FloorProcess.start(sample(transport), LoopKind.best(), 1, List.of("-Xmx64m"))) {
                LoadResult result = run(plan(transport, floor.address(), 1, 50, false));
                assertThat(result.tally().failures()).isEmpty();
                assertThat(result.tally().answers()).isBetween(29L, 31L);
            }
        }
    }
}
