// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ErrorResponse;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.UdpReassembly;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

class HandleUdpServerTest {
    private static final int RANDOM_SEED = 20_501;
    private RunningFaces running;
    private DatagramSocket socket;

    @BeforeEach
    void start() throws Exception {
        running = RunningFaces.start();
        running.put("20.500.12345/a", HandleValue.text(1, "DESC", "a", 0));
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(10_000);
    }

    @AfterEach
    void stop() {
        socket.close();
        running.close();
    }

    private void send(byte[] octets) throws IOException {
        socket.send(new DatagramPacket(
                octets, octets.length, InetAddress.getLoopbackAddress(), running.faces.handlePort()));
    }

    private byte[] receive() throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[2_000], 2_000);
        socket.receive(datagram);
        return Arrays.copyOf(datagram.getData(), datagram.getLength());
    }

    /** Whatever was sent before drew no answer but the ones already received: the next one is of this request. */
    private void assertNextAnswerIsOf(int requestId) throws IOException {
        send(RawRequests.resolve(requestId, "20.500.12345/a"));
        HandleMessage answer = RawRequests.decode(receive());
        assertThat(answer.envelope().requestId()).isEqualTo(requestId);
        assertThat(answer.header().responseCode()).isEqualTo(ResponseCode.SUCCESS);
    }

    private void putOfLength(int octets) {
        running.put(
                "20.500.12345/long",
                new HandleValue(1, "DESC", new byte[octets], Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of()));
    }

    @Test
    void truncatedRequest_isAProtocolErrorThatSaysWhere() throws Exception {
        byte[] request = RawRequests.resolve(5, "20.500.12345/a");
        for (int length :
                new int[] {WireLayout.ENVELOPE_OCTETS, WireLayout.BODY - 1, WireLayout.BODY, request.length - 1}) {
            send(Arrays.copyOf(request, length));
            HandleMessage answer = RawRequests.decode(receive());
            assertThat(answer.envelope().requestId()).isEqualTo(5);
            assertThat(answer.header().responseCode()).isEqualTo(ResponseCode.PROTOCOL_ERROR);
            assertThat(((ErrorResponse) answer.body()).message())
                    .isEqualTo("message at octet 20 needs " + (request.length - 20) + " octets, " + (length - 20)
                            + " are there");
        }
    }

    @Test
    void lessThanAnEnvelope_isDropped() throws Exception {
        byte[] request = RawRequests.resolve(5, "20.500.12345/a");
        for (int length = 0; length < WireLayout.ENVELOPE_OCTETS; length++) {
            send(Arrays.copyOf(request, length));
        }
        assertNextAnswerIsOf(6);
    }

    @Test
    void answerOfAnotherServer_isDropped() throws Exception {
        byte[] answer = RawRequests.resolve(5, "20.500.12345/a");
        ByteBuffer.wrap(answer).putInt(WireLayout.RESPONSE_CODE, ResponseCode.PROTOCOL_ERROR.code());
        send(answer);
        send(Arrays.copyOf(answer, WireLayout.BODY - 1));
        assertNextAnswerIsOf(6);
    }

    @Test
    void longestAnswer_comesInTwoDatagramsAndOneOctetMoreSendsToTcp() throws Exception {
        putOfLength(1);
        send(RawRequests.resolve(1, "20.500.12345/long"));
        int overhead = receive().length - WireLayout.ENVELOPE_OCTETS - 1;
        int longest = 2 * WireLimits.FRAGMENT_OCTETS - overhead;

        putOfLength(longest);
        send(RawRequests.resolve(2, "20.500.12345/long"));
        byte[] first = receive();
        UdpReassembly reassembly = new UdpReassembly(ByteBuffer.wrap(first));
        assertThat(reassembly.accept(ByteBuffer.wrap(first))).isEmpty();
        byte[] whole = reassembly.accept(ByteBuffer.wrap(receive())).orElseThrow();
        assertThat(RawRequests.decode(whole).header().responseCode()).isEqualTo(ResponseCode.SUCCESS);

        putOfLength(longest + 1);
        send(RawRequests.resolve(3, "20.500.12345/long"));
        HandleMessage refusal = RawRequests.decode(receive());
        assertThat(refusal.header().responseCode()).isEqualTo(ResponseCode.ERROR);
        assertThat(((ErrorResponse) refusal.body()).message())
                .isEqualTo("the answer has 985 octets; at most 984 are sent by UDP: ask again over TCP");
        assertNextAnswerIsOf(4);
    }

    @Test
    void requestOfSeveralDatagrams_isToldOnceToComeByTcp() throws Exception {
        byte[] request = RawRequests.resolve(5, "20.500.12345/a");
        request[WireLayout.MESSAGE_FLAGS] |= WireLayout.FLAG_TRUNCATED;
        send(request);
        assertThat(((ErrorResponse) RawRequests.decode(receive()).body()).message())
                .contains("over TCP");
        ByteBuffer.wrap(request).putInt(WireLayout.SEQUENCE_NUMBER, 1);
        send(request);
        assertNextAnswerIsOf(6);
    }

    @Test
    void errorAboutALongHandle_fitsOneDatagram() throws Exception {
        send(RawRequests.resolve(5, "20.501." + "9".repeat(380) + "/x"));
        byte[] answer = receive();
        assertThat(answer).hasSizeLessThanOrEqualTo(WireLimits.DATAGRAM_OCTETS);
        assertThat(RawRequests.decode(answer).header().responseCode()).isEqualTo(ResponseCode.SERVER_NOT_RESPONSIBLE);
        assertNextAnswerIsOf(6);
    }

    @Test
    void garbage_drawsNoMoreThanIsSentAndHarmsNobody() throws Exception {
        Random random = new Random(RANDOM_SEED);
        for (int i = 0; i < 500; i++) {
            byte[] octets = new byte[random.nextInt(600)];
            random.nextBytes(octets);
            send(octets);
        }
        send(RawRequests.resolve(Integer.MIN_VALUE, "20.500.12345/a"));
        byte[] answer = receive();
        while (RawRequests.decode(answer).envelope().requestId() != Integer.MIN_VALUE) {
            assertThat(answer).hasSizeLessThanOrEqualTo(WireLimits.DATAGRAM_OCTETS);
            assertThat(RawRequests.decode(answer).header().responseCode()).isEqualTo(ResponseCode.PROTOCOL_ERROR);
            answer = receive();
        }
    }
}
