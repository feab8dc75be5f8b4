// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/** A node that is told to stop, with time to drain, while clients keep asking on connections that stay open. */
class DrainIT {
    private static final HandleName OWN = HandleName.parse("0.NA/88.118");
    private static final int DRAIN_SECONDS = 4;
    private static final int OF_EACH_FACE = 4;
    private static final int TIMEOUT = 20_000;

    @TempDir
    private Path directory;

    /** Sends a request and reads its answer, true when that is the right one. */
    @FunctionalInterface
    private interface Exchange {
        boolean ask(Socket socket, DataInputStream in) throws IOException, WireFormatException;
    }

    private static boolean askNatively(Socket socket, DataInputStream in) throws IOException, WireFormatException {
        socket.getOutputStream()
                .write(HandleMessageCodec.encode(HandleMessage.of(
                        MessageEnvelope.of(7),
                        MessageHeader.request(
                                OpCode.RESOLUTION,
                                OpFlags.NONE.with(OpFlags.PUBLIC_ONLY).with(OpFlags.KEEP_ALIVE)),
                        new ResolutionRequest(OWN, List.of(), List.of()))));
        byte[] envelope = new byte[WireLayout.ENVELOPE_OCTETS];
        in.readFully(envelope);
        byte[] rest = new byte[ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH)];
        in.readFully(rest);
        ByteBuffer answer = ByteBuffer.allocate(envelope.length + rest.length)
                .put(envelope)
                .put(rest)
                .flip();
        return HandleMessageCodec.decode(answer).header().responseCode().equals(ResponseCode.SUCCESS);
    }

    private static int getStatus(String path, Socket socket, InputStream in) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: node\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the connection ended after '" + head + "'");
            }
            head.append((char) octet);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length: ") + "content-length: ".length();
        int length = Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)));
        assertThat(in.readNBytes(length)).hasSize(length);
        return Integer.parseInt(lower.substring("http/1.1 ".length(), "http/1.1 200".length()));
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT);
        return socket;
    }

    /** Asks until it is told that the node is ending: nothing that was sent until then may be lost. */
    private static int askUntil(AtomicBoolean isTold, int port, Exchange exchange)
            throws IOException, WireFormatException {
        int answered = 0;
        try (Socket socket = connect(port);
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (!isTold.get()) {
                assertThat(exchange.ask(socket, in)).isTrue();
                answered++;
            }
        }
        return answered;
    }

    /** Asks until the connection ends; the time of the last answer. */
    private static long askOn(int port, Exchange exchange) throws IOException, WireFormatException {
        long last = 0;
        try (Socket socket = connect(port);
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (exchange.ask(socket, in)) {
                last = System.nanoTime();
            }
        } catch (IOException e) {
            return last;
        }
        throw new AssertionError("a wrong answer");
    }

    @Test
    void requestsOfClientsThatHeedTheHealthCheck_areAllAnswered_andOthersAreAnsweredWhileItDrains() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (StandaloneProcess node = StandaloneProcess.up(
                directory.resolve("data"), "--empty", "--drain", Integer.toString(DRAIN_SECONDS))) {
            int handlePort = URI.create(node.url("handle")).getPort();
            int httpPort = URI.create(node.url("http")).getPort();
            int webPort = URI.create(node.url("web")).getPort();
            Exchange http = (socket, in) -> getStatus("/api/handles/" + OWN, socket, in) == 200;
            Exchange web = (socket, in) -> getStatus("/health/live", socket, in) == 200;
            AtomicBoolean isTold = new AtomicBoolean();
            List<Future<Integer>> heeding = new ArrayList<>();
            List<Future<Long>> heedless = new ArrayList<>();
            for (int i = 0; i < OF_EACH_FACE; i++) {
                heeding.add(threads.submit(() -> askUntil(isTold, handlePort, DrainIT::askNatively)));
                heeding.add(threads.submit(() -> askUntil(isTold, httpPort, http)));
                heeding.add(threads.submit(() -> askUntil(isTold, webPort, web)));
            }
            heedless.add(threads.submit(() -> askOn(handlePort, DrainIT::askNatively)));
            heedless.add(threads.submit(() -> askOn(httpPort, http)));
            try (Socket health = connect(webPort)) {
                assertThat(getStatus("/health/ready", health, health.getInputStream()))
                        .isEqualTo(200);
                long told = System.nanoTime();
                Future<Integer> exit = threads.submit(node::stop);
                int ready = 200;
                while (ready == 200) {
                    ready = getStatus("/health/ready", health, health.getInputStream());
                }
                assertThat(ready).isEqualTo(503);
                isTold.set(true);
                for (Future<Integer> one : heeding) {
                    assertThat(one.get()).isPositive();
                }
                for (Future<Long> one : heedless) {
                    assertThat(Duration.ofNanos(one.get() - told)).isGreaterThan(Duration.ofSeconds(DRAIN_SECONDS - 1));
                }
                assertThat(exit.get()).isEqualTo(143);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
