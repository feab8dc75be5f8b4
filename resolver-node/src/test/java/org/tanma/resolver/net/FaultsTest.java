// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.limit.PeerLimits;
import org.tanma.resolver.limit.RateLimit;

/** What strangers do to a running node, and what becomes of the others: docs/faults.md is written from these. */
class FaultsTest {
    private static final Logger LOG = LoggerFactory.getLogger(FaultsTest.class);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int RANDOM_SEED = 20_024;
    /** Ten datagrams, then this: some ten thousand a second. */
    private static final long FLOOD_PAUSE_NANOS = 1_000_000;

    private static RunningFaces start(NetLimits limits) {
        RunningFaces running = RunningFaces.start(limits, NetworkLists.of("", ""));
        running.put("20.500.12345/a", HandleValue.text(1, "DESC", "a", 0));
        return running;
    }

    private static InetAddress local(int third) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, (byte) (third >> 8), (byte) third, 1});
    }

    /** Asks over a new connection; nanoseconds until the answer was there. */
    private static long askByTcp(RunningFaces running) throws IOException {
        long started = System.nanoTime();
        try (Socket socket = new Socket(LOOPBACK, running.faces.handlePort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(RawRequests.resolve(9, "20.500.12345/a"));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
            byte[] answer = Arrays.copyOf(
                    envelope, envelope.length + ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH));
            in.readFully(answer, envelope.length, answer.length - envelope.length);
            assertThat(RawRequests.decode(answer).header().responseCode()).isEqualTo(ResponseCode.SUCCESS);
        }
        return System.nanoTime() - started;
    }

    private static long mostOpenFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : 0;
    }

    /** Whether a new connection is taken, and a question on it answered. */
    private static boolean isServedByTcp(RunningFaces running) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(local(7_777), 0));
            socket.connect(new InetSocketAddress(LOOPBACK, running.faces.handlePort()), 10_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(RawRequests.resolve(9, "20.500.12345/a"));
            return socket.getInputStream().read() >= 0;
        } catch (SocketException e) {
            return false;
        }
    }

    /** Asks as clients do, once more when nothing came in half a second; how often it had to. */
    private static int askByUdp(DatagramSocket socket, RunningFaces running, int requestId) throws IOException {
        byte[] request = RawRequests.resolve(requestId, "20.500.12345/a");
        socket.setSoTimeout(500);
        for (int again = 0; again < 20; again++) {
            socket.send(new DatagramPacket(request, request.length, LOOPBACK, running.faces.handlePort()));
            DatagramPacket datagram = new DatagramPacket(new byte[2_000], 2_000);
            try {
                do {
                    socket.receive(datagram);
                } while (requestId(datagram) != requestId);
                return again;
            } catch (SocketTimeoutException e) {
                LOG.trace("asking again", e);
            }
        }
        throw new AssertionError("no answer by UDP in ten seconds");
    }

    private static int requestId(DatagramPacket datagram) {
        return RawRequests.decode(Arrays.copyOf(datagram.getData(), datagram.getLength()))
                .envelope()
                .requestId();
    }

    @Test
    void floodFromOneNetwork_leavesAnotherServed() throws Exception {
        PeerLimits limits = PeerLimits.DEFAULT.withDatagrams(new RateLimit(500, 1_000), 2);
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong sent = new AtomicLong();
        try (RunningFaces running = start(NetLimits.DEFAULT.withPeers(limits));
                DatagramSocket flooder = new DatagramSocket(new InetSocketAddress(local(1), 0));
                DatagramSocket other = new DatagramSocket(new InetSocketAddress(local(2), 0))) {
            Thread flood = new Thread(() -> flood(flooder, running, isOver, sent));
            flood.start();
            while (running.faces.limitCounts().of(LimitEvent.DATAGRAM_DROPPED) == 0) {
                Thread.onSpinWait();
            }
            int again = 0;
            long started = System.nanoTime();
            for (int i = 0; i < 400; i++) {
                again += askByUdp(other, running, i);
            }
            long nanos = System.nanoTime() - started;
            isOver.set(true);
            flood.join();
            LOG.info(
                    "flood: {} datagrams sent, {} dropped, {} sent to TCP; the other network: 400 of 400 answered in {} ms, {} asked again",
                    sent.get(),
                    running.faces.limitCounts().of(LimitEvent.DATAGRAM_DROPPED),
                    running.faces.limitCounts().of(LimitEvent.DATAGRAM_SENT_TO_TCP),
                    nanos / 1_000_000,
                    again);
            assertThat(again).as("of 400").isLessThan(40);
        } finally {
            isOver.set(true);
        }
    }

    private static void flood(DatagramSocket socket, RunningFaces running, AtomicBoolean isOver, AtomicLong sent) {
        byte[] request = RawRequests.resolve(1, "20.500.12345/a");
        try {
            while (!isOver.get()) {
                for (int i = 0; i < 10; i++) {
                    socket.send(new DatagramPacket(request, request.length, LOOPBACK, running.faces.handlePort()));
                    sent.incrementAndGet();
                }
                LockSupport.parkNanos(FLOOD_PAUSE_NANOS);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void tenThousandIdleConnections_areHeldToTheLimitAndGoneSoon() throws Exception {
        assumeThat(mostOpenFiles()).as("files this system lets a process open").isGreaterThan(12_500);
        NetLimits limits = new NetLimits(
                1_000,
                Duration.ofMinutes(5),
                2,
                64,
                PeerLimits.DEFAULT.withConnections(100, 50).withTimes(Duration.ofSeconds(3), Duration.ofSeconds(60)));
        List<Socket> idle = new ArrayList<>();
        try (RunningFaces running = start(limits);
                DatagramSocket udp = new DatagramSocket(new InetSocketAddress(local(9_999), 0))) {
            for (int i = 0; i < 10_000; i++) {
                Socket socket = new Socket();
                socket.bind(new InetSocketAddress(local(i % 300), 0));
                socket.connect(new InetSocketAddress(LOOPBACK, running.faces.handlePort()), 10_000);
                idle.add(socket);
                if (i % 1_000 == 0) {
                    askByUdp(udp, running, i);
                }
            }
            long refused = running.faces.limitCounts().of(LimitEvent.CONNECTION_OVER_TOTAL)
                    + running.faces.limitCounts().of(LimitEvent.CONNECTION_OVER_SHARE);
            assertThat(refused).as("closed at once").isGreaterThanOrEqualTo(5_000);
            long started = System.nanoTime();
            while (!isServedByTcp(running)) {
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
            }
            long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
            LOG.info(
                    "10,000 idle connections: {} over the limit closed at once, {} closed after 3 s without a request; a question by TCP is answered {} ms after the last of them was opened",
                    running.faces.limitCounts().of(LimitEvent.CONNECTION_OVER_TOTAL)
                            + running.faces.limitCounts().of(LimitEvent.CONNECTION_OVER_SHARE),
                    running.faces.limitCounts().of(LimitEvent.REQUEST_TOO_SLOW),
                    millis);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void anOctetASecond_endsTheConnectionAndNobodyElseWaits() throws Exception {
        PeerLimits limits = PeerLimits.DEFAULT.withTimes(Duration.ofSeconds(3), Duration.ofSeconds(60));
        try (RunningFaces running = start(NetLimits.DEFAULT.withPeers(limits));
                Socket tcp = new Socket(LOOPBACK, running.faces.handlePort());
                Socket http = new Socket(LOOPBACK, running.faces.httpPort())) {
            byte[] message = RawRequests.resolve(1, "20.500.12345/a");
            byte[] request =
                    "GET /api/handles/20.500.12345/a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            tcp.setSoTimeout(500);
            http.setSoTimeout(500);
            int seconds = 0;
            long slowest = 0;
            while (running.faces.limitCounts().of(LimitEvent.REQUEST_TOO_SLOW) < 2) {
                assertThat(seconds).isLessThan(20);
                trickle(tcp, message[seconds]);
                trickle(http, request[seconds]);
                slowest = Math.max(slowest, askByTcp(running));
                seconds++;
            }
            LOG.info(
                    "an octet a second by TCP and HTTP: both closed in second {}; others' slowest answer {} us",
                    seconds,
                    slowest / 1_000);
        }
    }

    /** Sends an octet, then waits half a second for the answer that will not come. */
    private static void trickle(Socket socket, byte octet) throws IOException {
        try {
            socket.getOutputStream().write(octet);
            socket.getInputStream().read();
        } catch (SocketTimeoutException | SocketException e) {
            LOG.trace("nothing came", e);
        }
    }

    @Test
    void twoGibibytesDeclared_costNothingOnAnyFace() throws Exception {
        try (RunningFaces running = start(NetLimits.DEFAULT);
                DatagramSocket udp = new DatagramSocket(0, LOOPBACK)) {
            udp.setSoTimeout(10_000);
            askByTcp(running);
            System.gc();
            long before = used();
            for (int declared : new int[] {Integer.MAX_VALUE, -1, 262_145}) {
                byte[] message = RawRequests.resolve(1, "20.500.12345/a");
                ByteBuffer.wrap(message).putInt(WireLayout.MESSAGE_LENGTH, declared);
                for (int i = 0; i < 20; i++) {
                    byte[] answer = exchange(running.faces.handlePort(), message);
                    assertThat(RawRequests.decode(answer).header().responseCode())
                            .isEqualTo(ResponseCode.PROTOCOL_ERROR);
                    udp.send(new DatagramPacket(message, message.length, LOOPBACK, running.faces.handlePort()));
                    DatagramPacket drawn = new DatagramPacket(new byte[2_000], 2_000);
                    udp.receive(drawn);
                    assertThat(drawn.getLength()).isLessThan(512);
                }
            }
            for (String length : new String[] {"2147483648", "4294967295", "524309", "99999999999999999999"}) {
                byte[] answer = exchange(
                        running.faces.httpPort(),
                        ("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-hdl-message\r\nContent-Length: "
                                        + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String status = new String(answer, 0, Math.min(12, answer.length), StandardCharsets.US_ASCII);
                LOG.info("HTTP body of {} octets declared: '{}'", length, status);
                assertThat(status).startsWith("HTTP/1.1 4");
            }
            System.gc();
            LOG.info("2 GiB declared: {} kB more in use afterwards", (used() - before) / 1_024);
            assertThat(used() - before).isLessThan(64L * 1_024 * 1_024);
            askByTcp(running);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** What comes back until the node closes the connection. */
    private static byte[] exchange(int port, byte[] octets) throws IOException {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(octets);
            java.io.ByteArrayOutputStream answer = new java.io.ByteArrayOutputStream();
            byte[] buffer = new byte[4_096];
            try {
                for (int read = socket.getInputStream().read(buffer);
                        read >= 0;
                        read = socket.getInputStream().read(buffer)) {
                    answer.write(buffer, 0, read);
                }
            } catch (SocketException e) {
                LOG.trace("reset", e);
            }
            return answer.toByteArray();
        }
    }

    @Test
    void garbageOnAllFaces_harmsNobody() throws Exception {
        Random random = new Random(RANDOM_SEED);
        try (RunningFaces running = start(NetLimits.DEFAULT);
                DatagramSocket udp = new DatagramSocket(0, LOOPBACK)) {
            for (int i = 0; i < 1_000; i++) {
                byte[] octets = new byte[random.nextInt(1_000)];
                random.nextBytes(octets);
                udp.send(new DatagramPacket(octets, octets.length, LOOPBACK, running.faces.handlePort()));
                if (i % 5 == 0) {
                    discard(running.faces.handlePort(), octets);
                    discard(running.faces.httpPort(), octets);
                }
            }
            LOG.info(
                    "garbage: 1,000 datagrams, 200 connections on each of TCP and HTTP; then answered in {} us",
                    askByTcp(running) / 1_000);
        }
    }

    private static void discard(int port, byte[] octets) throws IOException {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            socket.getOutputStream().write(octets);
        } catch (SocketException e) {
            LOG.trace("closed by the node", e);
        }
    }
}
