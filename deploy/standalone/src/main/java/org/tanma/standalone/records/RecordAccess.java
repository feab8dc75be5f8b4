// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoreInUseException;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/** Has a request done by the node that runs on a data directory, or, when none does, in this process. */
final class RecordAccess {
    private static final long CACHE_OCTETS = 64 << 20;

    private final Path data;
    private final RecordPhrases phrases;
    private final InstantSource clock;

    RecordAccess(Path data, RecordPhrases phrases, InstantSource clock) {
        this.data = data;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** An exit code. */
    int run(RecordRequest request, TaskOutput out) throws IOException {
        Path socket = ControlSocket.path(data.toAbsolutePath().normalize());
        if (Files.exists(socket)) {
            try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                return ask(connection, request, out);
            } catch (java.net.ConnectException e) {
                // Left behind by a node that was killed.
                return alone(request, out);
            }
        }
        return alone(request, out);
    }

    private int ask(SocketChannel connection, RecordRequest request, TaskOutput out) throws IOException {
        Writer to = Channels.newWriter(connection, UTF_8);
        to.write(request.line() + "\n");
        to.flush();
        BufferedReader from = new BufferedReader(Channels.newReader(connection, UTF_8));
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            String rest = line.length() < 2 ? "" : line.substring(2);
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case 'o' -> out.result(rest);
                case 'e' -> out.notice(rest);
                case 'x' -> {
                    return Integer.parseInt(rest);
                }
                default -> {}
            }
        }
        out.notice(phrases.text("node.wentAway"));
        return RecordTasks.REFUSED;
    }

    private int alone(RecordRequest request, TaskOutput out) throws IOException {
        Path records = data.resolve("records");
        if (request.verb() != RecordRequest.Verb.IMPORT && !Files.isDirectory(records)) {
            out.notice(phrases.text("data.none", data));
            return RecordTasks.MISUSED;
        }
        try (RocksHandleStore store =
                RocksHandleStore.open(RocksStoreConfig.of(records).withBlockCacheOctets(CACHE_OCTETS))) {
            return new RecordTasks(store, clock).run(request, out);
        } catch (StoreInUseException e) {
            out.notice(phrases.text("data.inUse", data));
            return RecordTasks.REFUSED;
        } catch (StoreException e) {
            out.notice(phrases.text("refused", e.getMessage()));
            return RecordTasks.REFUSED;
        }
    }
}
