// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.tanma.standalone.config.Catalogue;
import org.tanma.standalone.config.ConfigCommand;
import org.tanma.standalone.config.Knob;
import org.tanma.standalone.config.NodeSettings;
import org.tanma.standalone.config.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole node without sample data in this JVM, and requests to its web port. */
final class RunningNode implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final Node node;
    private final Path data;
    private final URI web;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningNode(Node node, Path data, URI web) {
        this.node = node;
        this.data = data;
        this.web = web;
    }

    /** @param knobs further settings by key */
    static RunningNode start(Path data, Map<String, String> knobs) {
        Catalogue catalogue = Catalogue.load();
        Settings settings = new Settings(catalogue, ConfigCommand.phrases(new String[0], Map.of()));
        Stream.of("node.handle-port", "node.http-port", "node.web-port")
                .forEach(port -> settings.give(knob(catalogue, port), "0"));
        settings.give(knob(catalogue, "node.data"), data.toString());
        settings.give(knob(catalogue, "node.sample-data"), "false");
        knobs.forEach((key, value) -> settings.give(knob(catalogue, key), value));
        DataDirectory directory = DataDirectory.hold(data);
        NodeConfig config = UpCommand.config(NodeSettings.of(settings, Map.of()), directory);
        Node node = Node.start(config, directory, progress -> {});
        return new RunningNode(
                node,
                data,
                URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + config.webPort()));
    }

    private static Knob knob(Catalogue catalogue, String key) {
        return catalogue.knobs().stream()
                .filter(k -> k.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** An answer of the node. */
    record Answer(int status, String body, HttpResponse<String> whole) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        /** Last part of a problem's type; empty for what is no problem. */
        String problem() {
            boolean isProblem = whole.headers()
                    .firstValue("Content-Type")
                    .filter(t -> t.startsWith("application/problem+json"))
                    .isPresent();
            return isProblem ? json().path("type").asString("").replace("urn:tanma:problem:", "") : "";
        }
    }

    /** The first password of an account that the node made for itself. */
    String passwordOf(String account) {
        for (JsonNode known : JSON.readTree(data.resolve("accounts.json").toFile())) {
            if (known.path("name").asString("").equals(account)) {
                return known.path("password").asString("");
            }
        }
        return "";
    }

    static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** As the node's own account of this name. */
    String as(String account) {
        return basic(account, passwordOf(account));
    }

    /** @param authorization header, or empty for nobody; @param body JSON, or empty */
    Answer call(String method, String path, String authorization, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(web.resolve(path))
                .header("Accept-Language", "en")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer);
    }

    @Override
    public void close() {
        node.close();
    }
}
