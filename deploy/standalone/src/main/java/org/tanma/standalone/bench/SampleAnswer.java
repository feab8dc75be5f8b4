// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.ResolutionResponse;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/**
 * What a bare echo answers always: the octets a node answers for one record.
 *
 * @param handle that the answer is about
 * @param octets a message with its envelope, or the body of an answer by HTTP
 * @param contentType empty but for HTTP
 */
record SampleAnswer(Transport transport, String handle, byte[] octets, String contentType) {
    private static final int HTTP_OK = 200;

    /** The answer this record has by its own codec; by HTTP one of about the same size. */
    static SampleAnswer made(Transport transport, HandleRecord record) {
        String handle = record.name().toString();
        if (transport == Transport.HTTP) {
            return new SampleAnswer(transport, handle, RecordJson.of(record), "application/json; charset=UTF-8");
        }
        MessageHeader header =
                MessageHeader.request(OpCode.RESOLUTION, OpFlags.NONE).toAnswer(ResponseCode.SUCCESS, 1);
        ResolutionResponse body = new ResolutionResponse(record.name(), record.values());
        return new SampleAnswer(transport, handle, encode(HandleMessage.of(MessageEnvelope.of(0), header, body)), "");
    }

    /**
     * The answer that a node gives now.
     *
     * @throws IOException when it gives none that says success
     */
    static SampleAnswer asked(LoadPlan plan) throws IOException, InterruptedException {
        String handle = plan.pattern().name(plan.records() / 2);
        return plan.transport() == Transport.HTTP ? askedByHttp(plan, handle) : askedByTcp(plan, handle);
    }

    private static SampleAnswer askedByHttp(LoadPlan plan, String handle) throws IOException, InterruptedException {
        URI uri = URI.create(
                "http://" + plan.target().getHostString() + ":" + plan.target().getPort() + "/api/handles/" + handle);
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri).timeout(plan.timeout()).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != HTTP_OK) {
            throw new IOException(handle + ": HTTP " + answer.statusCode());
        }
        Optional<String> type = answer.headers().firstValue("content-type");
        return new SampleAnswer(plan.transport(), handle, answer.body(), type.orElse("application/json"));
    }

    private static SampleAnswer askedByTcp(LoadPlan plan, String handle) throws IOException {
        byte[] question = encode(HandleMessage.of(
                MessageEnvelope.of(1),
                MessageHeader.request(OpCode.RESOLUTION, new OpFlags(OpFlags.PUBLIC_ONLY)),
                ResolutionRequest.all(HandleName.parse(handle))));
        try (Socket socket = new Socket()) {
            int timeout = (int) plan.timeout().toMillis();
            socket.connect(plan.target(), timeout);
            socket.setSoTimeout(timeout);
            socket.getOutputStream().write(question);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
            int length = envelope.length < WireLayout.ENVELOPE_OCTETS
                    ? -1
                    : java.nio.ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH);
            if (length < WireLayout.HEADER_OCTETS || length > WireLimits.MESSAGE_OCTETS) {
                throw new IOException(handle + ": " + length);
            }
            byte[] octets = new byte[envelope.length + length];
            System.arraycopy(envelope, 0, octets, 0, envelope.length);
            in.readFully(octets, envelope.length, length);
            int code = java.nio.ByteBuffer.wrap(octets).getInt(WireLayout.RESPONSE_CODE);
            if (code != ResponseCode.SUCCESS.code()) {
                throw new IOException(handle + ": " + new ResponseCode(code));
            }
            return new SampleAnswer(plan.transport(), handle, octets, "");
        }
    }

    private static byte[] encode(HandleMessage message) {
        try {
            return HandleMessageCodec.encode(message);
        } catch (WireFormatException e) {
            throw new IllegalArgumentException("message " + message + " cannot be encoded", e);
        }
    }

    /** One line that {@link #read} reads. */
    String line() {
        Base64.Encoder text = Base64.getEncoder();
        return transport + " " + text.encodeToString(octets) + " " + contentType;
    }

    /** The answer that a line holds; its handle is not in it. */
    static SampleAnswer read(String line) {
        String[] parts = line.split(" ", 3);
        return new SampleAnswer(
                Transport.valueOf(parts[0]), "", Base64.getDecoder().decode(parts[1]), parts[2]);
    }
}
