// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import com.redis.testcontainers.RedisContainer;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import redis.embedded.RedisServer;

/**
 * A line to a real Redis that can be cut: one server a JVM, from a container where a Docker engine answers, else a process.
 */
final class TestRedis implements AutoCloseable {
    private static final URI SERVER = start();

    private final ServerSocket front;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    TestRedis() {
        try {
            front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    private static URI start() {
        try {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                RedisContainer container = new RedisContainer(DockerImageName.parse("redis:7-alpine"));
                container.start();
                System.out.println("Redis for the tests: a container");
                return URI.create(container.getRedisURI());
            }
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            RedisServer server = RedisServer.builder()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            System.out.println("Redis for the tests: a process of version 7.0.15");
            return URI.create("redis://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("redis://127.0.0.1:" + front.getLocalPort());
    }

    /** Ends every connection and takes no new one. */
    void cut() {
        isCut = true;
        open.forEach(TestRedis::end);
        open.clear();
    }

    void mend() {
        isCut = false;
    }

    /** Loses all that Redis knows. */
    static void empty() {
        RedisClient client = RedisClient.create(SERVER.toString());
        try (var connection = client.connect()) {
            connection.sync().flushall();
        } finally {
            client.shutdown();
        }
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket near = front.accept();
                if (isCut) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(SERVER.getHost(), SERVER.getPort());
                open.add(near);
                open.add(far);
                daemon(() -> pump(near, far));
                daemon(() -> pump(far, near));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line to redis");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
