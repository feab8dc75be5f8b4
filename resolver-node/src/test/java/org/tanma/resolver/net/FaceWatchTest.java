// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.meter.AccessLine;
import org.tanma.resolver.meter.AccessLog;
import org.tanma.resolver.meter.EveryNth;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.FaceCounts;
import org.tanma.resolver.meter.FaceCounts.Kind;
import org.tanma.resolver.meter.Operation;

/** What is counted and told of the requests to real faces. */
class FaceWatchTest {
    private static final String HERE = "20.500.12345/a";
    private static final String NOT_HERE = "20.500.12345/none";
    private static final String SECRET = "bm90IGZvciBsb2dz";
    private static final int TIMEOUT = 10_000;

    /** Keeps every line. */
    private static final class Kept implements AccessLog {
        private final List<AccessLine> lines = new CopyOnWriteArrayList<>();

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public boolean wantsNext() {
            return true;
        }

        @Override
        public void write(AccessLine line) {
            lines.add(line);
        }
    }

    private final Kept kept = new Kept();
    private RunningFaces running;

    @BeforeEach
    void start() {
        running = RunningFaces.start(kept);
        running.put(HERE, HandleValue.text(1, "URL", "https://example.org/", 86_400));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private void askByUdp(byte[] request) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(TIMEOUT);
            InetAddress node = InetAddress.getLoopbackAddress();
            socket.send(new DatagramPacket(request, request.length, node, running.faces.handlePort()));
            socket.receive(new DatagramPacket(new byte[1_000], 1_000));
        }
    }

    private void askByTcp(byte[] request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.faces.handlePort())) {
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream().write(request);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
            in.readNBytes(ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH));
        }
    }

    private int askByHttp(String path, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.faces.httpPort() + path))
                .header(header, value)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Like a client that says nothing but what it wants. */
    private void askPlainly() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.faces.httpPort())) {
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream()
                    .write(("GET /api/handles/" + HERE + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes("US-ASCII"));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    private void assertCounted(Face face, Operation operation, int code, long count) {
        Kind kind = new Kind(face, operation, code);
        await().untilAsserted(() -> assertThat(running.faces.counts().answered(kind))
                .as(kind.toString())
                .isEqualTo(count));
        assertThat(running.faces.counts().kinds()).contains(kind);
    }

    private AccessLine line(Face face) {
        await().until(() -> kept.lines.stream().anyMatch(line -> line.face() == face));
        return kept.lines.stream()
                .filter(line -> line.face() == face)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void datagrams_areCountedOnceEach_howeverTheyWereAnswered() throws Exception {
        for (int i = 1; i <= 5; i++) {
            askByUdp(RawRequests.resolve(i, HERE));
        }
        askByUdp(RawRequests.resolve(6, NOT_HERE));
        assertCounted(Face.UDP, Operation.RESOLUTION, 1, 5);
        assertCounted(Face.UDP, Operation.RESOLUTION, 100, 1);
        assertThat(running.faces.counts().kinds()).hasSize(2);
        AccessLine line = line(Face.UDP);
        assertThat(line.handle()).isEqualTo(HERE);
        assertThat(line.peer()).isEqualTo(Optional.of(InetAddress.getLoopbackAddress()));
        assertThat(line.code()).isEqualTo(1);
        assertThat(line.octets()).isGreaterThan(WireLayout.BODY);
        assertThat(line.micros()).isNotNegative();
        assertThat(kept.lines).hasSize(6);
    }

    @Test
    void connections_areCountedOfTheirFace() throws Exception {
        askByTcp(RawRequests.resolve(1, HERE));
        askByTcp(RawRequests.resolve(2, HERE));
        askByTcp(RawRequests.resolve(3, NOT_HERE));
        assertCounted(Face.TCP, Operation.RESOLUTION, 1, 2);
        assertCounted(Face.TCP, Operation.RESOLUTION, 100, 1);
        assertThat(line(Face.TCP).handle()).isEqualTo(HERE);
    }

    @Test
    void operationNobodyKnows_isCountedWithoutItsNumber() throws Exception {
        byte[] request = RawRequests.resolve(1, HERE);
        ByteBuffer.wrap(request).putInt(WireLayout.OP_CODE, 77_777);
        askByTcp(request);
        await().until(() -> !running.faces.counts().kinds().isEmpty());
        assertThat(running.faces.counts().kinds()).allMatch(kind -> kind.operation() == Operation.OTHER);
        assertThat(line(Face.TCP).handle()).isEmpty();
    }

    @Test
    void http_isCountedByMethodAndStatus_andTellsNoSecrets() throws Exception {
        assertThat(askByHttp("/api/handles/" + HERE + "?pretty&token=" + SECRET, "Cookie", SECRET))
                .isEqualTo(200);
        assertThat(askByHttp("/api/handles/" + NOT_HERE, "Cookie", SECRET)).isEqualTo(404);
        askByHttp("/api/sessions/" + SECRET, "Authorization", "Basic " + SECRET);
        assertCounted(Face.HTTP, Operation.GET, 200, 1);
        await().until(() -> kept.lines.size() == 3);
        assertThat(line(Face.HTTP).handle()).isEqualTo(HERE);
        assertThat(kept.lines.toString()).doesNotContain(SECRET).doesNotContain("Basic");
        assertThat(running.faces.counts().workerTimes(Face.HTTP).count()).isPositive();
        assertThat(running.faces.counts().workerTimes(Face.HTTP).seconds()).isPositive();
    }

    @Test
    void plainHttp_isCountedWhenAnsweredFromTheCacheToo() throws Exception {
        for (int i = 0; i < 4; i++) {
            askPlainly();
        }
        assertCounted(Face.HTTP, Operation.GET, 200, 4);
        assertThat(running.cache.counts().hits()).isPositive();
        assertThat(kept.lines).hasSize(4).allMatch(line -> line.handle().equals(HERE));
    }

    @Test
    void plainQuestions_areTimedOnTheEventLoop_byEveryFace() throws Exception {
        for (int i = 1; i <= 3; i++) {
            askByUdp(RawRequests.resolve(i, HERE));
            askByTcp(RawRequests.resolve(i, HERE));
            askPlainly();
        }
        for (Face face : List.of(Face.UDP, Face.TCP, Face.HTTP)) {
            await().untilAsserted(() -> assertThat(
                            running.faces.counts().loopTimes(face).count())
                    .as(face.label())
                    .isPositive());
        }
    }

    @Test
    void oneInMany_isTimed_whetherTheLogIsOnOrNot() {
        for (AccessLog log : List.of(AccessLog.NONE, kept)) {
            FaceCounts counts = new FaceCounts();
            FaceWatch watch = new FaceWatch(Face.UDP, counts, log);
            for (int i = 0; i < 3 * EveryNth.N + 1; i++) {
                watch.atOnce(watch.start());
            }
            assertThat(counts.loopTimes(Face.UDP).count()).isEqualTo(4);
            assertThat(counts.loopTimes(Face.UDP).seconds()).isPositive();
            assertThat(counts.loopTimes(Face.TCP).count()).isZero();
            assertThat(counts.workerTimes(Face.UDP).count()).isZero();
        }
    }

    @Test
    void load_tellsOfOpenConnections() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.faces.handlePort())) {
            assertThat(socket.isConnected()).isTrue();
            await().until(() -> running.faces.load().tcpConnections() == 1);
        }
        await().until(() -> running.faces.load().tcpConnections() == 0);
        assertThat(running.faces.load()).isEqualTo(new NodeLoad(0, 0, 0, 0, 0, 0, 0));
    }
}
