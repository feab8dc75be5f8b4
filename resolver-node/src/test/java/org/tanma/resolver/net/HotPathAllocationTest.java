// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.util.ResourceLeakDetector;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleValue;

/** What a question that was answered before costs in memory, from the datagram that asks to the one that answers. */
class HotPathAllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int REQUESTS = 20_000;
    private static final int AT_A_TIME = 16;
    private static final long MOST_OCTETS = 256;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
    private RunningFaces running;

    @BeforeEach
    void start() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        running = RunningFaces.start();
        running.put(
                "20.500.12345/a",
                HandleValue.text(1, "URL", "https://example.org/" + "a".repeat(60), 0),
                HandleValue.text(2, "EMAIL", "somebody@example.org", 0),
                HandleValue.text(3, "DESC", "d".repeat(80), 0),
                HandleValue.text(4, "DESC", "e".repeat(40), 0));
    }

    @AfterEach
    void stop() {
        running.close();
        ResourceLeakDetector.setLevel(level);
    }

    /** Of all threads but this one, which is the client. */
    private long allocated() {
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            if (id != Thread.currentThread().getId()) {
                sum += Math.max(0, threads.getThreadAllocatedBytes(id));
            }
        }
        return sum;
    }

    @Test
    void udpHit_allocatesLittle() throws Exception {
        byte[] request = RawRequests.resolve(1, "20.500.12345/a");
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(10_000);
            DatagramPacket asked = new DatagramPacket(
                    request, request.length, InetAddress.getLoopbackAddress(), running.faces.handlePort());
            DatagramPacket answered = new DatagramPacket(new byte[1_000], 1_000);
            ask(socket, asked, answered, WARM_UP);
            long hits = running.cache.counts().hits();
            long before = allocated();
            ask(socket, asked, answered, REQUESTS);
            long octets = (allocated() - before) / REQUESTS;
            System.out.println("allocated by a UDP hit, socket to socket: " + octets + " octets");
            assertThat(running.cache.counts().hits() - hits).isEqualTo(REQUESTS);
            assertThat(octets).isLessThanOrEqualTo(MOST_OCTETS);
        }
    }

    private static void ask(DatagramSocket socket, DatagramPacket asked, DatagramPacket answered, int requests)
            throws Exception {
        for (int i = 0; i < requests; i += AT_A_TIME) {
            for (int n = 0; n < AT_A_TIME; n++) {
                socket.send(asked);
            }
            for (int n = 0; n < AT_A_TIME; n++) {
                socket.receive(answered);
            }
        }
    }
}
