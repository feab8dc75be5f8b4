// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
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
import org.tanma.handle.wire.WireLimits;

/**
 * Resolves one handle through the node's own sockets, as a stranger would.
 *
 * <p>Each way waits five seconds at most. What comes back is empty when the handle was found, else what happened instead.
 */
record FaceProbe(InetAddress address, int handlePort, int httpPort, HandleName handle) {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int REQUEST_ID = 0x7A6E_6D61;
    private static final int HTTP_OK = 200;

    /** Of a node that listens on {@code listen}; one that listens everywhere is asked on the loopback address. */
    static FaceProbe of(InetAddress listen, int handlePort, int httpPort, HandleName handle) {
        InetAddress asked = listen.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listen;
        return new FaceProbe(asked, handlePort, httpPort, handle);
    }

    Optional<String> udp() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(address, handlePort));
            byte[] question = question();
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer =
                    new DatagramPacket(new byte[WireLimits.DATAGRAM_OCTETS], WireLimits.DATAGRAM_OCTETS);
            socket.receive(answer);
            return judge(ByteBuffer.wrap(answer.getData(), 0, answer.getLength()));
        } catch (IOException e) {
            return Optional.of("gives no answer: " + e.getMessage());
        }
    }

    Optional<String> tcp() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, handlePort), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(question());
            byte[] head = new byte[WireLayout.BODY];
            new DataInputStream(socket.getInputStream()).readFully(head);
            return judge(ByteBuffer.wrap(head));
        } catch (IOException e) {
            return Optional.of("gives no answer: " + e.getMessage());
        }
    }

    Optional<String> http() {
        try {
            URI uri = URI.create("http://" + Ports.literal(address) + ":" + httpPort + "/api/handles/" + handle);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HTTP_OK ? Optional.empty() : Optional.of("answers with HTTP " + status);
        } catch (IOException e) {
            return Optional.of("gives no answer: " + e.getMessage());
        }
    }

    private byte[] question() {
        try {
            return HandleMessageCodec.encode(HandleMessage.of(
                    MessageEnvelope.of(REQUEST_ID),
                    MessageHeader.request(OpCode.RESOLUTION, new OpFlags(OpFlags.PUBLIC_ONLY)),
                    ResolutionRequest.all(handle)));
        } catch (WireFormatException e) {
            throw new IllegalStateException("a request for " + handle + " has no wire form", e);
        }
    }

    private static Optional<String> judge(ByteBuffer answer) {
        if (answer.remaining() < WireLayout.BODY || answer.getInt(WireLayout.REQUEST_ID) != REQUEST_ID) {
            return Optional.of("answers what was not asked");
        }
        ResponseCode code = new ResponseCode(answer.getInt(WireLayout.RESPONSE_CODE));
        return code.equals(ResponseCode.SUCCESS) ? Optional.empty() : Optional.of("answers " + code);
    }
}
