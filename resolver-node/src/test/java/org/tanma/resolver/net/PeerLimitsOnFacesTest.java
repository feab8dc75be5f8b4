// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ErrorResponse;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.limit.PeerLimits;
import org.tanma.resolver.limit.RateLimit;

/** Each limit on peers, exceeded over real sockets. The tests' own address is in no allowed list. */
class PeerLimitsOnFacesTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final NetworkLists NOBODY_ALLOWED = NetworkLists.of("", "");

    private static RunningFaces start(PeerLimits limits) {
        RunningFaces running = RunningFaces.start(NetLimits.DEFAULT.withPeers(limits), NOBODY_ALLOWED);
        running.put("20.500.12345/a", HandleValue.text(1, "DESC", "a", 0));
        return running;
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(LOOPBACK, port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Whether the node has ended the connection, in whatever way. */
    private static boolean isEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private static void ask(DatagramSocket socket, RunningFaces running, int requestId) throws IOException {
        byte[] request = RawRequests.resolve(requestId, "20.500.12345/a");
        socket.send(new DatagramPacket(request, request.length, LOOPBACK, running.faces.handlePort()));
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[2_000], 2_000);
        socket.receive(datagram);
        return Arrays.copyOf(datagram.getData(), datagram.getLength());
    }

    @Test
    void datagramsOverTheRate_areSentToTcpEachNthAndElseDropped() throws Exception {
        try (RunningFaces running = start(PeerLimits.DEFAULT.withDatagrams(new RateLimit(1, 3), 2));
                DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
            socket.setSoTimeout(10_000);
            List<ResponseCode> codes = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                ask(socket, running, i);
                if (i == 4) {
                    continue;
                }
                byte[] octets = receive(socket);
                HandleMessage answer = RawRequests.decode(octets);
                assertThat(answer.envelope().requestId()).isEqualTo(i);
                codes.add(answer.header().responseCode());
                if (answer.body() instanceof ErrorResponse error) {
                    assertThat(error.message()).isEqualTo(DatagramGate.SENT_TO_TCP);
                    assertThat(octets.length)
                            .as("no longer than what was asked")
                            .isLessThanOrEqualTo(RawRequests.resolve(i, "20.500.12345/a").length);
                }
            }
            assertThat(codes)
                    .containsExactly(
                            ResponseCode.SUCCESS, ResponseCode.SUCCESS, ResponseCode.SUCCESS, ResponseCode.ERROR);
            assertThat(running.faces.limitCounts().of(LimitEvent.DATAGRAM_DROPPED))
                    .isEqualTo(1);
            assertThat(running.faces.limitCounts().of(LimitEvent.DATAGRAM_SENT_TO_TCP))
                    .isEqualTo(1);
        }
    }

    @Test
    void referenceClientOverTheRate_getsItsAnswerByTcp() throws Exception {
        try (RunningFaces running = start(PeerLimits.DEFAULT.withDatagrams(new RateLimit(1, 1), 1))) {
            for (int i = 0; i < 3; i++) {
                HandleResolver client = new HandleResolver();
                client.setPreferredProtocols(
                        new int[] {net.handle.hdllib.Interface.SP_HDL_UDP, net.handle.hdllib.Interface.SP_HDL_TCP});
                AbstractResponse answer = client.sendRequestToServer(
                        new ResolutionRequest(Util.encodeString("20.500.12345/a"), null, null, null),
                        RunningSite.of(running),
                        RunningSite.of(running).servers[0]);
                assertThat(answer.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
            }
            assertThat(running.faces.limitCounts().of(LimitEvent.DATAGRAM_SENT_TO_TCP))
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionOverTheShareOfItsAddress_isClosed(boolean isHttp) throws Exception {
        try (RunningFaces running = start(PeerLimits.DEFAULT.withConnections(100, 2))) {
            int port = isHttp ? running.faces.httpPort() : running.faces.handlePort();
            List<Socket> sockets = List.of(connect(port), connect(port), connect(port));
            while (running.faces.limitCounts().of(LimitEvent.CONNECTION_OVER_SHARE) == 0) {
                Thread.onSpinWait();
            }
            int ended = 0;
            for (Socket socket : sockets) {
                socket.setSoTimeout(200);
                ended += isEnded(socket) ? 1 : 0;
            }
            for (Socket socket : sockets) {
                socket.close();
            }
            assertThat(ended).isEqualTo(1);
            assertThat(running.faces.limitCounts().of(LimitEvent.CONNECTION_OVER_SHARE))
                    .isEqualTo(1);
        }
    }

    @Test
    void blockedNetwork_isHeardOnNoFace() throws Exception {
        try (RunningFaces running = RunningFaces.start(NetLimits.DEFAULT, NetworkLists.of("127.0.0.0/8", ""));
                DatagramSocket socket = new DatagramSocket(0, LOOPBACK);
                Socket tcp = connect(running.faces.handlePort());
                Socket http = connect(running.faces.httpPort())) {
            assertThat(isEnded(tcp)).isTrue();
            assertThat(isEnded(http)).isTrue();
            assertThat(running.faces.limitCounts().of(LimitEvent.CONNECTION_BLOCKED))
                    .isEqualTo(2);
            ask(socket, running, 1);
            while (running.faces.limitCounts().of(LimitEvent.DATAGRAM_BLOCKED) == 0) {
                Thread.onSpinWait();
            }
            socket.setSoTimeout(50);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> receive(socket))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestThatIsNotCompleteInTime_endsItsConnection(boolean isHttp) throws Exception {
        try (RunningFaces running =
                start(PeerLimits.DEFAULT.withTimes(Duration.ofSeconds(1), Duration.ofSeconds(60)))) {
            byte[] request = isHttp
                    ? "GET /api/handles/20.500.12345/a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
                    : RawRequests.resolve(1, "20.500.12345/a");
            int port = isHttp ? running.faces.httpPort() : running.faces.handlePort();
            try (Socket slow = connect(port);
                    Socket silent = connect(port)) {
                slow.setSoTimeout(200);
                int sent = 0;
                while (sent < request.length - 1 && !isEndedAfter(slow, request[sent])) {
                    sent++;
                }
                assertThat(sent).as("octets sent, five a second").isBetween(4, 12);
                assertThat(isEnded(silent)).as("never asked").isTrue();
                assertThat(running.faces.limitCounts().of(LimitEvent.REQUEST_TOO_SLOW))
                        .isEqualTo(2);
            }
        }
    }

    private static boolean isEndedAfter(Socket socket, byte octet) throws IOException {
        try {
            socket.getOutputStream().write(octet);
        } catch (SocketException e) {
            return true;
        }
        return isEnded(socket);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void peerThatNeverReads_isClosedAndHoldsLittle(boolean isHttp) throws Exception {
        try (RunningFaces running = start(PeerLimits.DEFAULT.withTimes(Duration.ofSeconds(60), Duration.ofSeconds(1)));
                Socket socket = new Socket()) {
            running.put(
                    "20.500.12345/large",
                    new HandleValue(1, "D", new byte[250_000], Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of()));
            byte[] request = isHttp
                    ? "GET /api/handles/20.500.12345/large HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII)
                    : RawRequests.resolve(1, "20.500.12345/large");
            socket.setReceiveBufferSize(4_096);
            socket.connect(new java.net.InetSocketAddress(
                    LOOPBACK, isHttp ? running.faces.httpPort() : running.faces.handlePort()));
            long sent = 0;
            try {
                while (sent < 64L * 1024 * 1024) {
                    socket.getOutputStream().write(request);
                    sent += request.length;
                }
            } catch (SocketException e) {
                assertThat(running.faces.limitCounts().of(LimitEvent.ANSWER_NOT_TAKEN))
                        .isEqualTo(1);
            }
            assertThat(sent)
                    .as("octets taken from it, the system's buffers included")
                    .isLessThan(16L * 1024 * 1024);
        }
    }

    @Test
    void requestsOverTheRateByTcp_areAnsweredLater() throws Exception {
        try (RunningFaces running = start(PeerLimits.DEFAULT.withRequests(new RateLimit(200, 100)));
                Socket socket = connect(running.faces.handlePort())) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            long started = System.nanoTime();
            for (int round = 0; round < 4; round++) {
                ByteArrayOutputStream batch = new ByteArrayOutputStream();
                for (int i = 0; i < 100; i++) {
                    batch.writeBytes(RawRequests.resolve(i, "20.500.12345/a"));
                }
                socket.getOutputStream().write(batch.toByteArray());
                for (int i = 0; i < 100; i++) {
                    byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
                    in.readNBytes(java.nio.ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH));
                }
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .as("300 requests over the first 100 at 200 a second, the last hundred on credit")
                    .isGreaterThan(Duration.ofMillis(900));
            assertThat(running.faces.limitCounts().of(LimitEvent.REQUESTS_PUT_OFF))
                    .isPositive();
        }
    }
}
