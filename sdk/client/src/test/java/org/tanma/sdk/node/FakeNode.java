// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/** A web port on the loopback interface that keeps what it is sent and answers what it was told. */
public final class FakeNode implements AutoCloseable {
    /** One request as it came. */
    public record Received(
            String method, String target, String authorization, String mediaType, String language, String body) {}

    private record Prepared(int status, String mediaType, String body) {}

    private final HttpServer server;
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Prepared> special = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final AtomicReference<Prepared> prepared =
            new AtomicReference<>(new Prepared(404, "text/plain", "nothing"));

    private FakeNode(HttpServer server) {
        this.server = server;
    }

    public static FakeNode start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeNode node = new FakeNode(server);
        server.createContext("/", node::serve);
        server.start();
        return node;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers every request from now on like this. */
    public void answer(int status, String mediaType, String body) {
        prepared.set(new Prepared(status, mediaType, body));
    }

    /** Answers requests to addresses that begin like this from now on; the longest that fits counts. */
    public void answer(String targetStart, int status, String body) {
        special.put(targetStart, new Prepared(status, "application/json", body));
    }

    /** All requests so far. */
    public List<Received> all() {
        return List.copyOf(received);
    }

    /** The only request so far. */
    public Received received() {
        if (received.size() != 1) {
            throw new AssertionError(received.size() + " requests came instead of one");
        }
        return received.get(0);
    }

    public boolean isUntouched() {
        return received.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                header(exchange, "Authorization"),
                header(exchange, "Content-Type"),
                header(exchange, "Accept-Language"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String target = exchange.getRequestURI().toString();
        Prepared answer = special.entrySet().stream()
                .filter(e -> target.startsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(prepared::get);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
