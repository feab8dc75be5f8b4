// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.ChallengeAnswerRequest;
import net.handle.hdllib.Common;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.GenericRequest;
import net.handle.hdllib.HomeNaRequest;
import net.handle.hdllib.ListHandlesRequest;
import net.handle.hdllib.ListNAsRequest;
import net.handle.hdllib.MessageEnvelope;
import net.handle.hdllib.ModifyValueRequest;
import net.handle.hdllib.RemoveValueRequest;
import net.handle.hdllib.SessionSetupRequest;
import net.handle.hdllib.UnhomeNaRequest;
import net.handle.hdllib.Util;
import net.handle.hdllib.VerifyAuthRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/** What questions by UDP draw, octet for octet: a forged sender's address is worth little to whoever forges it. */
class AmplificationTest {
    private static final Logger LOG = LoggerFactory.getLogger(AmplificationTest.class);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final byte[] HANDLE = Util.encodeString("20.500.12345/a");
    private static final byte[] KEY_HANDLE = Util.encodeString("0.NA/20.500.12345");
    /** Two whole datagrams, for the shortest question that can draw them. */
    private static final double MOST_FACTOR = 14;

    private RunningFaces running;
    private DatagramSocket socket;

    @BeforeEach
    void start() throws Exception {
        running = RunningFaces.start();
        put("20.500.12345/a", 1);
        socket = new DatagramSocket(0, LOOPBACK);
    }

    @AfterEach
    void stop() {
        socket.close();
        running.close();
    }

    private void put(String handle, int octets) {
        running.put(
                handle, new HandleValue(1, "D", new byte[octets], Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of()));
    }

    /** All datagrams that a request draws. */
    private List<byte[]> ask(byte[] request) throws IOException {
        socket.send(new DatagramPacket(request, request.length, LOOPBACK, running.faces.handlePort()));
        List<byte[]> drawn = new ArrayList<>();
        socket.setSoTimeout(1_000);
        try {
            while (true) {
                DatagramPacket datagram = new DatagramPacket(new byte[70_000], 70_000);
                socket.receive(datagram);
                drawn.add(Arrays.copyOf(datagram.getData(), datagram.getLength()));
                socket.setSoTimeout(100);
            }
        } catch (SocketTimeoutException e) {
            return drawn;
        }
    }

    private static byte[] withEnvelope(AbstractMessage message) throws Exception {
        byte[] octets = message.getEncodedMessage();
        MessageEnvelope envelope = new MessageEnvelope();
        envelope.protocolMajorVersion = 2;
        envelope.protocolMinorVersion = 11;
        envelope.requestId = 7;
        envelope.messageLength = octets.length;
        byte[] whole = new byte[WireLayout.ENVELOPE_OCTETS + octets.length];
        Encoder.encodeEnvelope(envelope, whole);
        System.arraycopy(octets, 0, whole, WireLayout.ENVELOPE_OCTETS, octets.length);
        return whole;
    }

    private static Map<String, byte[]> administration() throws Exception {
        net.handle.hdllib.HandleValue[] values = {
            new net.handle.hdllib.HandleValue(2, Util.encodeString("URL"), Util.encodeString("https://x.example"))
        };
        Map<String, byte[]> requests = new LinkedHashMap<>();
        requests.put(
                "create", withEnvelope(new CreateHandleRequest(Util.encodeString("20.500.12345/b"), values, null)));
        requests.put("delete", withEnvelope(new DeleteHandleRequest(HANDLE, null)));
        requests.put("add", withEnvelope(new AddValueRequest(HANDLE, values, null)));
        requests.put("remove", withEnvelope(new RemoveValueRequest(HANDLE, 1, null)));
        requests.put("modify", withEnvelope(new ModifyValueRequest(HANDLE, values, null)));
        requests.put("list", withEnvelope(new ListHandlesRequest(KEY_HANDLE, null)));
        requests.put("home", withEnvelope(new HomeNaRequest(KEY_HANDLE, null)));
        requests.put("unhome", withEnvelope(new UnhomeNaRequest(KEY_HANDLE, null)));
        requests.put("list homed", withEnvelope(new ListNAsRequest(Common.BLANK_HANDLE, null)));
        requests.put("session", withEnvelope(new SessionSetupRequest(Common.KEY_EXCHANGE_CIPHER_CLIENT, new byte[64])));
        requests.put(
                "challenge answer",
                withEnvelope(new ChallengeAnswerRequest(Common.SECRET_KEY_TYPE, KEY_HANDLE, 300, new byte[21], null)));
        requests.put(
                "verify",
                withEnvelope(new VerifyAuthRequest(
                        KEY_HANDLE, new byte[16], new byte[20], (byte) 2, new byte[21], 300, null)));
        return requests;
    }

    @Test
    void administrationByUdp_isRefusedInOneDatagramAndChangesNothing() throws Exception {
        ByteBuffer before = running.store
                .find(HandleName.parse("20.500.12345/a"))
                .orElseThrow()
                .values()
                .octets();
        for (Map.Entry<String, byte[]> request : administration().entrySet()) {
            List<byte[]> drawn = ask(request.getValue());
            assertThat(drawn).as(request.getKey()).hasSize(1);
            ResponseCode code = RawRequests.decode(drawn.get(0)).header().responseCode();
            assertThat(code).as(request.getKey()).isNotIn(ResponseCode.SUCCESS, ResponseCode.AUTHENTICATION_NEEDED);
        }
        assertThat(running.store.find(HandleName.parse("20.500.12345/b"))).isEmpty();
        assertThat(running.store
                        .find(HandleName.parse("20.500.12345/a"))
                        .orElseThrow()
                        .values()
                        .octets())
                .isEqualTo(before);
    }

    @Test
    void noQuestion_drawsMoreThanFourteenTimesItsOctets() throws Exception {
        Map<String, byte[]> requests = new LinkedHashMap<>(administration());
        for (int octets : new int[] {1, 300, 700, 810, 850, 5_000, 200_000}) {
            String handle = "20.500.12345/" + octets;
            put(handle, octets);
            requests.put("record of " + octets + " octets", RawRequests.resolve(7, handle));
        }
        requests.put("absent handle", RawRequests.resolve(7, "20.500.12345/none"));
        requests.put("prefix of others", RawRequests.resolve(7, "20.999/x"));
        requests.put("empty handle", RawRequests.resolve(7, "1/"));
        requests.put("longest handle", RawRequests.resolve(7, "20.999/" + "x".repeat(400)));
        requests.put(
                "site", withEnvelope(new GenericRequest(Common.BLANK_HANDLE, AbstractMessage.OC_GET_SITE_INFO, null)));
        for (int operation : new int[] {0, 3, 106, 401, 402, 1_000, 1_003, 2_000, 2_001, -1}) {
            byte[] request = RawRequests.resolve(7, "20.500.12345/a");
            ByteBuffer.wrap(request).putInt(WireLayout.OP_CODE, operation);
            requests.put("operation " + operation, request);
        }
        for (int flag = 20; flag < Integer.SIZE; flag++) {
            byte[] request = RawRequests.resolve(7, "20.500.12345/810");
            ByteBuffer.wrap(request).putInt(WireLayout.OP_FLAGS, 1 << flag);
            requests.put("flag " + flag, request);
        }
        byte[] whole = RawRequests.resolve(7, "20.500.12345/a");
        for (int length : new int[] {WireLayout.ENVELOPE_OCTETS, 30, WireLayout.BODY, whole.length - 1}) {
            requests.put("cut to " + length, Arrays.copyOf(whole, length));
        }
        byte[] part = whole.clone();
        part[WireLayout.MESSAGE_FLAGS] |= WireLayout.FLAG_TRUNCATED;
        requests.put("first of several datagrams", part);
        byte[] huge = whole.clone();
        ByteBuffer.wrap(huge).putInt(WireLayout.MESSAGE_LENGTH, Integer.MAX_VALUE);
        requests.put("2 GiB declared", huge);
        requests.put("HTTP", "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        double largest = 0;
        String worst = "";
        for (Map.Entry<String, byte[]> request : requests.entrySet()) {
            List<byte[]> drawn = ask(request.getValue());
            int octets = drawn.stream().mapToInt(datagram -> datagram.length).sum();
            double factor = (double) octets / request.getValue().length;
            LOG.info(
                    "{}: {} octets draw {} in {} datagrams, x{}",
                    request.getKey(),
                    request.getValue().length,
                    octets,
                    drawn.size(),
                    factor);
            assertThat(drawn).as(request.getKey()).hasSizeLessThanOrEqualTo(HandleUdpServer.MOST_DATAGRAMS);
            assertThat(drawn)
                    .as(request.getKey())
                    .allSatisfy(datagram -> assertThat(datagram).hasSizeLessThanOrEqualTo(WireLimits.DATAGRAM_OCTETS));
            if (factor > largest) {
                largest = factor;
                worst = request.getKey();
            }
        }
        LOG.info("largest factor {} by {}", largest, worst);
        assertThat(largest).as(worst).isLessThanOrEqualTo(MOST_FACTOR);
    }
}
