// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.MemoryHandleStore;

class NodeFacesTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static NodeFaces open(int handlePort, int httpPort) {
        return NodeFaces.open(
                NodeFacesConfig.on(LOOPBACK, handlePort, httpPort),
                NodeServices.of(
                        new ResolutionPipeline(ResponsiblePrefixes.of("20.500.12345"), new MemoryHandleStore()),
                        InstantSource.fixed(RunningFaces.NOW)));
    }

    @Test
    void open_tcpPortTaken_namesFaceAddressAndPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            assertThatThrownBy(() -> open(taken.getLocalPort(), 0))
                    .isInstanceOf(AddressUnavailableException.class)
                    .hasMessageContaining(
                            "the Handle protocol by TCP cannot listen on 127.0.0.1 port " + taken.getLocalPort())
                    .extracting(e -> ((AddressUnavailableException) e).address())
                    .isEqualTo(new InetSocketAddress(LOOPBACK, taken.getLocalPort()));
            assertThatThrownBy(() -> open(0, taken.getLocalPort())).hasMessageContaining("Handle HTTP cannot listen");
        }
    }

    @Test
    void open_udpPortTaken_givesTheTcpPortBack() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, LOOPBACK)) {
            assertThatThrownBy(() -> open(taken.getLocalPort(), 0))
                    .isInstanceOf(AddressUnavailableException.class)
                    .hasMessageContaining("the Handle protocol by UDP cannot listen");
            new ServerSocket(taken.getLocalPort(), 1, LOOPBACK).close();
        }
    }

    @Test
    void close_givesAllPortsBackAndEndsConnections() throws Exception {
        NodeFaces faces = open(0, 0);
        int handlePort = faces.handlePort();
        int httpPort = faces.httpPort();
        try (Socket handle = new Socket(LOOPBACK, handlePort);
                Socket http = new Socket(LOOPBACK, httpPort)) {
            handle.getOutputStream().write(RawRequests.resolve(1, "20.500.12345/x"));
            assertThat(handle.getInputStream().read()).isPositive();
            faces.close();
            assertThat(handle.getInputStream().readAllBytes()).isNotEmpty();
            assertThat(http.getInputStream().read()).isEqualTo(-1);
        }
        open(handlePort, httpPort).close();
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S, 1, 1", "1, PT0.9S, 1, 1", "1, PT1S, 0, 1", "1, PT1S, 1025, 1", "1, PT1S, 1, 0"})
    void limits_outsideTheirRange_areRefused(int connections, Duration idle, int workers, int waiting) {
        assertThatThrownBy(() -> new NetLimits(connections, idle, workers, waiting))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void config_portsOutsideTheirRange_areRefused() {
        assertThatThrownBy(() -> NodeFacesConfig.on(LOOPBACK, 65_536, 0)).hasMessageContaining("Handle port 65536");
        assertThatThrownBy(() -> NodeFacesConfig.on(LOOPBACK, 0, -1)).hasMessageContaining("HTTP port -1");
    }

    @Test
    void buffers_areAllGivenBack_evenByConnectionsThatBreak() throws Exception {
        assertThat(leakIsSeen()).as("the detector sees a leak").isTrue();
        try (RunningFaces running = RunningFaces.start(new NetLimits(100, Duration.ofSeconds(5), 1, 1))) {
            running.put("20.500.12345/a", HandleValue.text(1, "DESC", "a".repeat(600), 0));
            for (int i = 0; i < 200; i++) {
                breakOff(running, i);
            }
        }
        assertThat(leaks()).isEmpty();
    }

    /** Requests of all kinds, whole and cut, whose answers nobody waits for. */
    private static void breakOff(RunningFaces running, int i) throws IOException {
        byte[] request = RawRequests.resolve(i, "20.500.12345/a");
        try (Socket handle = new Socket(LOOPBACK, running.faces.handlePort());
                Socket http = new Socket(LOOPBACK, running.faces.httpPort());
                DatagramSocket udp = new DatagramSocket()) {
            for (int n = 0; n < 20; n++) {
                handle.getOutputStream().write(request);
                udp.send(new DatagramPacket(request, request.length, LOOPBACK, running.faces.handlePort()));
            }
            handle.getOutputStream().write(request, 0, i % request.length);
            http.getOutputStream()
                    .write("GET /api/handles/20.500.12345/a HTTP/1.1\r\n\r\nGET /"
                            .repeat(3)
                            .getBytes());
        } catch (IOException e) {
            assertThat(e).as("a connection over the limit may be reset").hasMessageContaining("reset");
        }
    }

    private static boolean leakIsSeen() {
        UnpooledByteBufAllocator.DEFAULT.directBuffer(1);
        boolean isSeen = !leaks().isEmpty();
        RecordingLeakDetector.LEAKS.clear();
        return isSeen;
    }

    /** What the detector has to report: it looks when a buffer is allocated, at those that were collected before. */
    private static java.util.List<String> leaks() {
        for (int i = 0; i < 50 && RecordingLeakDetector.LEAKS.isEmpty(); i++) {
            System.gc();
            ByteBuf probe = ByteBufAllocator.DEFAULT.buffer();
            probe.release();
            UnpooledByteBufAllocator.DEFAULT.directBuffer(1).release();
        }
        return RecordingLeakDetector.LEAKS;
    }
}
