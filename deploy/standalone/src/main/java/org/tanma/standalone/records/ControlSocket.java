// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where commands on this machine reach the running node: a socket in the data directory, which only the node's own user
 * may enter. It is on no network.
 *
 * <p>Shape: a connection brings one line, a {@link RecordRequest}, and takes lines: {@code "o "} and a result, {@code "e "}
 * and a notice, at last {@code "x "} and the exit code. At most {@value #TASKS} at a time; the next one waits.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int TASKS = 4;
    private static final int REQUEST_CHARACTERS = 65_536;

    private final ServerSocketChannel server;
    private final RecordTasks tasks;
    private final Semaphore room = new Semaphore(TASKS);
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private ControlSocket(ServerSocketChannel server, RecordTasks tasks) {
        this.server = server;
        this.tasks = tasks;
    }

    static Path path(Path data) {
        return data.resolve("control").resolve("node.sock");
    }

    /** Opens the socket in a data directory that this process holds alone; {@link IOException} when it cannot be. */
    public static ControlSocket open(Path data, RecordTasks tasks) throws IOException {
        Path path = path(data.toAbsolutePath().normalize());
        makePrivate(path.resolveSibling(".").normalize());
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        ControlSocket socket = new ControlSocket(server, tasks);
        start(socket::accept, "control");
        return socket;
    }

    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel connection = server.accept();
                open.add(connection);
                room.acquireUninterruptibly();
                start(() -> serve(connection), "control-task");
            } catch (AsynchronousCloseException e) {
                return;
            } catch (IOException e) {
                LOG.warn("the control socket failed", e);
                return;
            }
        }
    }

    private void serve(SocketChannel connection) {
        try (connection;
                BufferedReader in = new BufferedReader(Channels.newReader(connection, UTF_8));
                BufferedWriter out = new BufferedWriter(Channels.newWriter(connection, UTF_8))) {
            int exit = tasks.run(RecordRequest.parse(line(in)), new Prefixed(out));
            out.write("x " + exit + "\n");
        } catch (ClosedChannelException e) {
            LOG.debug("a command went away, or the node is stopping", e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("a command failed", e);
        } finally {
            open.remove(connection);
            room.release();
        }
    }

    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() == REQUEST_CHARACTERS) {
                throw new IOException("a request of more than " + REQUEST_CHARACTERS + " characters");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private record Prefixed(BufferedWriter out) implements TaskOutput {
        @Override
        public void result(String line) throws IOException {
            out.write("o " + line + "\n");
        }

        @Override
        public void notice(String line) throws IOException {
            out.write("e " + line.replace('\n', ' ') + "\n");
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.warn("the control socket did not close", e);
        }
    }
}
