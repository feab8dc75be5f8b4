// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/** Messages of the Handle protocol over a connection that blocks: for what is done before and after a run. */
final class NativeExchange implements AutoCloseable {
    private final Socket socket = new Socket();
    private final DataInputStream in;

    /** Errors: {@link ServerUnreachableException} when nobody listens. */
    NativeExchange(LoadPlan plan) throws IOException {
        int timeout = (int) plan.timeout().toMillis();
        try {
            socket.connect(plan.target(), timeout);
        } catch (IOException e) {
            socket.close();
            throw new ServerUnreachableException(plan.target(), e);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeout);
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    }

    void send(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
    }

    HandleMessage receive() throws IOException {
        byte[] envelope = new byte[WireLayout.ENVELOPE_OCTETS];
        in.readFully(envelope);
        int length = ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH);
        if (length < 0 || length > WireLimits.MESSAGE_OCTETS) {
            throw new IOException("a message of " + length + " octets");
        }
        ByteBuffer message =
                ByteBuffer.allocate(WireLayout.ENVELOPE_OCTETS + length).put(envelope);
        in.readFully(message.array(), WireLayout.ENVELOPE_OCTETS, length);
        try {
            return HandleMessageCodec.decode(message.clear());
        } catch (WireFormatException e) {
            throw new IOException("an answer cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
