// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ErrorResponse;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionResponse;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;

class HandleTcpServerTest {
    private static final int RANDOM_SEED = 20_500;
    private RunningFaces running;

    @BeforeEach
    void start() {
        running = RunningFaces.start();
        for (int i = 0; i < 100; i++) {
            running.put("20.500.12345/" + i, HandleValue.text(1, "DESC", "number " + i, 0));
        }
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.faces.handlePort());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static HandleMessage read(DataInputStream in) throws IOException {
        byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
        assertThat(envelope).as("an answer").hasSize(WireLayout.ENVELOPE_OCTETS);
        int length = ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH);
        byte[] answer = Arrays.copyOf(envelope, WireLayout.ENVELOPE_OCTETS + length);
        in.readFully(answer, WireLayout.ENVELOPE_OCTETS, length);
        return RawRequests.decode(answer);
    }

    private static void assertAnswers(HandleMessage answer, int requestId, String text) {
        assertThat(answer.envelope().requestId()).isEqualTo(requestId);
        assertThat(((ResolutionResponse) answer.body()).values().get(0).dataAsText())
                .isEqualTo(text);
    }

    @Test
    void manyRequestsInOneWrite_areAnsweredInOrderOnOneConnection() throws Exception {
        int requests = 5_000;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < requests; i++) {
            all.writeBytes(RawRequests.resolve(i, "20.500.12345/" + i % 100));
        }
        try (Socket socket = connect()) {
            Thread writer = new Thread(() -> write(socket, all.toByteArray()));
            writer.start();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int i = 0; i < requests; i++) {
                HandleMessage answer = read(in);
                assertAnswers(answer, i, "number " + i % 100);
                assertThat(answer.header().flags().has(OpFlags.KEEP_ALIVE)).isTrue();
            }
            writer.join();
        }
    }

    private static void write(Socket socket, byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void requestsSplitAtEveryOctet_areAnswered() throws Exception {
        byte[] first = RawRequests.resolve(1, "20.500.12345/1");
        byte[] second = RawRequests.resolve(2, "20.500.12345/2");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int split = 0; split <= both.length; split++) {
                out.write(both, 0, split);
                out.flush();
                out.write(both, split, both.length - split);
                assertAnswers(read(in), 1, "number 1");
                assertAnswers(read(in), 2, "number 2");
            }
        }
    }

    @Test
    void requestOctetByOctet_isAnswered() throws Exception {
        try (Socket socket = connect()) {
            for (byte b : RawRequests.resolve(7, "20.500.12345/7")) {
                socket.getOutputStream().write(b);
                socket.getOutputStream().flush();
            }
            assertAnswers(read(new DataInputStream(socket.getInputStream())), 7, "number 7");
        }
    }

    @Test
    void peerThatSendsMuchAndReadsLate_getsEveryAnswer() throws Exception {
        running.put(
                "20.500.12345/large",
                new HandleValue(
                        1, "DESC", new byte[250_000], Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, java.util.List.of()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            all.writeBytes(RawRequests.resolve(i, "20.500.12345/large"));
        }
        try (Socket socket = connect()) {
            socket.getOutputStream().write(all.toByteArray());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int i = 0; i < 100; i++) {
                assertThat(read(in).envelope().requestId()).isEqualTo(i);
            }
        }
    }

    @Test
    void malformedBody_isAnErrorAndTheConnectionGoesOn() throws Exception {
        byte[] harmed = RawRequests.resolve(9, "20.500.12345/9");
        harmed[WireLayout.BODY] = 0x7F;
        try (Socket socket = connect()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(harmed);
            HandleMessage answer = read(in);
            assertThat(answer.header().responseCode()).isEqualTo(ResponseCode.PROTOCOL_ERROR);
            assertThat(answer.envelope().requestId()).isEqualTo(9);
            assertThat(((ErrorResponse) answer.body()).message()).contains("handle at octet 44");

            socket.getOutputStream().write(RawRequests.resolve(10, "20.500.12345/10"));
            assertAnswers(read(in), 10, "number 10");
        }
    }

    @Test
    void messageLongerThanAllowed_isRefusedAndTheConnectionEnds() throws Exception {
        byte[] request = RawRequests.resolve(11, "20.500.12345/11");
        ByteBuffer.wrap(request).putInt(WireLayout.MESSAGE_LENGTH, Integer.MAX_VALUE);
        try (Socket socket = connect()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(request, 0, WireLayout.ENVELOPE_OCTETS);
            HandleMessage answer = read(in);
            assertThat(answer.header().responseCode()).isEqualTo(ResponseCode.PROTOCOL_ERROR);
            assertThat(answer.envelope().requestId()).isEqualTo(11);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void otherVersions_areAnsweredInTheNewestBothKnow() throws Exception {
        int[][] askedAndAnswered = {
            {2, 3, 2, 3}, {2, 10, 2, 10}, {2, 11, 2, 11}, {2, 99, 2, 11}, {3, 0, 3, 0}, {7, 1, 2, 11}
        };
        try (Socket socket = connect()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int[] versions : askedAndAnswered) {
                byte[] request = RawRequests.resolve(1, "20.500.12345/1");
                request[WireLayout.MAJOR_VERSION] = (byte) versions[0];
                request[WireLayout.MINOR_VERSION] = (byte) versions[1];
                socket.getOutputStream().write(request);
                HandleMessage answer = read(in);
                assertThat(answer.envelope().majorVersion()).isEqualTo(versions[2]);
                assertThat(answer.envelope().minorVersion()).isEqualTo(versions[3]);
                assertThat(answer.header().responseCode())
                        .isEqualTo(versions[0] == 7 ? ResponseCode.PROTOCOL_ERROR : ResponseCode.SUCCESS);
            }
        }
    }

    @Test
    void garbage_harmsNobodyElse() throws Exception {
        Random random = new Random(RANDOM_SEED);
        for (int i = 0; i < 200; i++) {
            byte[] octets = new byte[random.nextInt(200)];
            random.nextBytes(octets);
            try (Socket socket = connect()) {
                socket.getOutputStream().write(octets);
            }
        }
        try (Socket socket = connect()) {
            socket.getOutputStream().write(RawRequests.resolve(1, "20.500.12345/1"));
            assertAnswers(read(new DataInputStream(socket.getInputStream())), 1, "number 1");
        }
    }

    @Test
    void connectionsOverTheLimitAndIdleOnes_areClosed() throws Exception {
        try (RunningFaces small = RunningFaces.start(new NetLimits(2, Duration.ofSeconds(1), 1, 1));
                Socket first = new Socket(InetAddress.getLoopbackAddress(), small.faces.handlePort());
                Socket second = new Socket(InetAddress.getLoopbackAddress(), small.faces.handlePort())) {
            second.getOutputStream().write(RawRequests.resolve(1, "20.500.12345/none"));
            read(new DataInputStream(second.getInputStream()));
            try (Socket third = new Socket(InetAddress.getLoopbackAddress(), small.faces.handlePort())) {
                third.setSoTimeout(900);
                assertThat(third.getInputStream().read()).as("over the limit").isEqualTo(-1);
            }
            first.setSoTimeout(10_000);
            assertThat(first.getInputStream().read()).as("idle").isEqualTo(-1);
        }
    }
}
