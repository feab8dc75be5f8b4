// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ErrorResponse;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.ResolutionResponse;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.UdpFragments;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/** A node on the loopback interface that answers resolution requests over UDP and TCP with the records it was given. */
public final class LoopbackNode implements AutoCloseable {
    private static final int ATTEMPTS = 20;

    private final Map<HandleName, HandleRecord> records = new ConcurrentHashMap<>();
    private final AtomicInteger overUdp = new AtomicInteger();
    private final AtomicInteger overTcp = new AtomicInteger();
    private final boolean isUdpSilent;
    private final DatagramSocket udp;
    private final ServerSocket tcp;

    private LoopbackNode(DatagramSocket udp, ServerSocket tcp, boolean isUdpSilent) {
        this.udp = udp;
        this.tcp = tcp;
        this.isUdpSilent = isUdpSilent;
        start(this::serveUdp);
        start(this::serveTcp);
    }

    public static LoopbackNode start() throws IOException {
        return start(false);
    }

    /** With {@code isUdpSilent}, datagrams are received and never answered. */
    static LoopbackNode start(boolean isUdpSilent) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        for (int attempt = 1; ; attempt++) {
            ServerSocket tcp = new ServerSocket(0, 50, loopback);
            try {
                return new LoopbackNode(new DatagramSocket(tcp.getLocalPort(), loopback), tcp, isUdpSilent);
            } catch (BindException e) {
                tcp.close();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    public String url() {
        return "handle://127.0.0.1:" + tcp.getLocalPort();
    }

    public void add(String handle, HandleValue... values) {
        HandleName name = HandleName.parse(handle);
        records.put(name, new HandleRecord(name, List.of(values)));
    }

    int overUdp() {
        return overUdp.get();
    }

    int overTcp() {
        return overTcp.get();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private HandleMessage answer(ByteBuffer octets) throws WireFormatException {
        HandleMessage message = HandleMessageCodec.decode(octets);
        if (!(message.body() instanceof ResolutionRequest request)) {
            return message.toAnswer(ResponseCode.NOT_SUPPORTED, 1, ErrorResponse.of("only resolution"));
        }
        if (request.handle().suffix().equals("BUSY")) {
            return message.toAnswer(ResponseCode.SERVER_BUSY, 1, ErrorResponse.of("later, please"));
        }
        if (request.handle().suffix().equals("ASTRAY")) {
            return message.toAnswer(
                    ResponseCode.SUCCESS, 1, new ResolutionResponse(HandleName.parse("20.500.12345/OTHER"), List.of()));
        }
        HandleRecord record = records.get(request.handle());
        if (record == null) {
            return message.toAnswer(ResponseCode.HANDLE_NOT_FOUND, 1, ErrorResponse.of("unknown here"));
        }
        List<HandleValue> wanted = record.values().stream()
                .filter(value -> request.indexes().isEmpty() && request.types().isEmpty()
                        || request.indexes().contains(value.index())
                        || request.types().contains(value.type()))
                .toList();
        return wanted.isEmpty()
                ? message.toAnswer(ResponseCode.VALUES_NOT_FOUND, 1, ErrorResponse.of("none of these"))
                : message.toAnswer(ResponseCode.SUCCESS, 1, new ResolutionResponse(request.handle(), wanted));
    }

    private void serveUdp() throws IOException, WireFormatException {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        while (!udp.isClosed()) {
            udp.receive(packet);
            overUdp.incrementAndGet();
            if (!isUdpSilent) {
                byte[] answer =
                        HandleMessageCodec.encode(answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength())));
                for (byte[] datagram : UdpFragments.split(ByteBuffer.wrap(answer))) {
                    udp.send(new DatagramPacket(datagram, datagram.length, packet.getSocketAddress()));
                }
            }
            packet.setLength(512);
        }
    }

    private void serveTcp() throws IOException, WireFormatException {
        while (!udp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                overTcp.incrementAndGet();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
                int length = HandleMessageCodec.decodeEnvelope(ByteBuffer.wrap(envelope))
                        .messageLength();
                ByteBuffer whole = ByteBuffer.allocate(envelope.length + length)
                        .put(envelope)
                        .put(in.readNBytes(length));
                socket.getOutputStream().write(HandleMessageCodec.encode(answer(whole.flip())));
            }
        }
    }

    private interface Service {
        void run() throws IOException, WireFormatException;
    }

    private void start(Service service) {
        Thread thread = new Thread(() -> {
            try {
                service.run();
            } catch (IOException e) {
                if (!udp.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            } catch (WireFormatException e) {
                throw new AssertionError(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
