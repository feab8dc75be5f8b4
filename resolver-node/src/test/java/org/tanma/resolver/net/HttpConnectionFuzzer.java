// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;
import org.tanma.resolver.store.StoredRecord;

/**
 * Any octets on a connection of Handle HTTP, from this machine, so that they may change records, with a store behind it: what
 * comes back are responses with headers that the node writes and no error of its own; what is stored can be read; nothing is
 * held afterwards.
 *
 * <p>The first octet of an input says how many octets come at a time: all for 0.
 */
public class HttpConnectionFuzzer {
    private static final String START = "HTTP/1.1 ";
    private static final int MOST_PIECES = 64;
    private static final Set<String> WRITTEN = Set.of(
            "access-control-allow-headers",
            "access-control-allow-methods",
            "access-control-allow-origin",
            "access-control-expose-headers",
            "access-control-max-age",
            "allow",
            "cache-control",
            "connection",
            "content-language",
            "content-length",
            "content-security-policy",
            "content-type",
            "expires",
            "location",
            "referrer-policy",
            "vary",
            "www-authenticate",
            "x-content-type-options");

    public static void fuzzerInitialize() {
        fuzzerTestOneInput("\0GET /api/handles/20.500.12345/KILN-1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) {
            return;
        }
        FuzzCorpus.bounded(() -> {
            Queue<Runnable> work = new ArrayDeque<>();
            EmbeddedNode node = new EmbeddedNode(EmbeddedNode.PEERS, work::add);
            EmbeddedChannel connection = node.http();
            try {
                int piece = Math.max(Byte.toUnsignedInt(input[0]), input.length / MOST_PIECES);
                int atATime = input[0] == 0 ? input.length : piece;
                for (int at = 1; at < input.length && connection.isOpen(); at += atATime) {
                    int length = Math.min(atATime, input.length - at);
                    connection.writeInbound(Unpooled.copiedBuffer(input, at, length));
                    // Workers answer when what was read is taken in, not in its midst.
                    for (Runnable next = work.poll(); next != null; next = work.poll()) {
                        next.run();
                        connection.runPendingTasks();
                    }
                }
                boolean isClosed = !connection.isOpen();
                int responses = readResponses(connection);
                if (isClosed && responses == 0) {
                    throw new AssertionError("closed without a word");
                }
            } finally {
                connection.finishAndReleaseAll();
            }
            node.store.forEach(Optional.empty(), StoredRecord::decode);
            node.requireClean();
        });
    }

    private static int readResponses(EmbeddedChannel connection) {
        int responses = 0;
        for (ByteBuf piece = connection.readOutbound(); piece != null; piece = connection.readOutbound()) {
            String text = piece.toString(StandardCharsets.ISO_8859_1);
            piece.release();
            if (text.startsWith(START)) {
                responses++;
                requireHead(text.substring(START.length(), text.indexOf("\r\n\r\n")));
            }
        }
        return responses;
    }

    private static void requireHead(String head) {
        String[] lines = head.split("\r\n", -1);
        int status = Integer.parseInt(lines[0].substring(0, 3));
        if (status < 100 || status >= 500 && status != 503 && status != 501 && status != 505) {
            throw new AssertionError("status " + status);
        }
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 0
                    || !WRITTEN.contains(lines[i].substring(0, colon).toLowerCase(Locale.ROOT))
                    || lines[i].indexOf('\n') >= 0
                    || lines[i].indexOf('\r') >= 0) {
                throw new AssertionError("a header that the node does not write: " + lines[i]);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(HttpConnectionFuzzer.class, HttpConnectionFuzzer::fuzzerTestOneInput);
    }
}
