// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tanma.handle.wire.WireLayout;

/** A server by TCP with a fixed answer that stands still once, or that ends each connection after one answer. */
final class SlowEcho implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final byte[] answer;
    private final int stallAt;
    private final Duration stall;
    private final boolean isSingle;

    /** Stands still for {@code stall} before answering its {@code stallAt}th question, all connections together. */
    SlowEcho(byte[] answer, int stallAt, Duration stall, boolean isSingle) throws IOException {
        this.answer = answer;
        this.stallAt = stallAt;
        this.stall = stall;
        this.isSingle = isSingle;
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            byte[] out = answer.clone();
            do {
                byte[] envelope = new byte[WireLayout.ENVELOPE_OCTETS];
                in.readFully(envelope);
                in.readFully(new byte[ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH)]);
                synchronized (this) {
                    if (asked.incrementAndGet() == stallAt) {
                        never.await(stall.toMillis(), TimeUnit.MILLISECONDS);
                    }
                }
                System.arraycopy(envelope, WireLayout.REQUEST_ID, out, WireLayout.REQUEST_ID, Integer.BYTES);
                connection.getOutputStream().write(out);
            } while (!isSingle);
        } catch (IOException | InterruptedException e) {
            // The driver is done with this connection.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
