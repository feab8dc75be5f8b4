// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node's web port, asked in JSON.
 *
 * <p>Immutable and safe between threads. Waits {@value #CONNECT_SECONDS} s for a connection and {@value #ANSWER_SECONDS}
 * s for an answer. Errors: {@link NodeUnreachableException} when nothing answers, {@link UnreadableAnswerException} when
 * what answers is no JSON, {@link NodeProblemException} from {@link NodeAnswer#required()}.
 */
public final class NodeConnection {
    /** Where a node's web port is unless said. */
    public static final String DEFAULT_URL = "http://127.0.0.1:8080";

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 300;
    private static final int UPLOAD_SECONDS = 3_600;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final Credentials credentials;
    private final Locale language;
    private final HttpClient client;

    private NodeConnection(String base, Credentials credentials, Locale language) {
        this.base = base;
        this.credentials = credentials;
        this.language = language;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
                .build();
    }

    /** The node at {@code url}, such as {@value #DEFAULT_URL}; messages are asked for in English. */
    public static NodeConnection open(String url, Credentials credentials) {
        return open(url, credentials, Locale.ENGLISH);
    }

    /** The node at {@code url}; throws {@link IllegalArgumentException} when that is no http or https address. */
    public static NodeConnection open(String url, Credentials credentials, Locale language) {
        URI uri = URI.create(url);
        boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!isHttp || uri.getHost() == null) {
            throw new IllegalArgumentException("'" + url + "' is not an address like " + DEFAULT_URL);
        }
        return new NodeConnection(url.endsWith("/") ? url.substring(0, url.length() - 1) : url, credentials, language);
    }

    /** The address this asks, without a slash at the end. */
    public String url() {
        return base;
    }

    public NodeAnswer get(String pathAndQuery) {
        return send(request(pathAndQuery).GET().build());
    }

    /** Posts {@code body} as it is; {@code mediaType} says what it is. */
    public NodeAnswer post(String pathAndQuery, String mediaType, byte[] body) {
        return send(request(pathAndQuery)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Posts {@code body} as JSON. */
    public NodeAnswer postJson(String pathAndQuery, Object body) {
        return post(pathAndQuery, "application/json", JSON.writeValueAsBytes(body));
    }

    /**
     * Posts a file as a stream.
     *
     * @param headers more of them by name
     */
    public NodeAnswer postFile(String pathAndQuery, String mediaType, Path file, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = request(pathAndQuery)
                .timeout(Duration.ofSeconds(UPLOAD_SECONDS))
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofFile(file));
        headers.forEach(request::header);
        return send(request.build());
    }

    public NodeAnswer delete(String pathAndQuery) {
        return send(request(pathAndQuery).DELETE().build());
    }

    /** Fetches what is no JSON into a file; false, and no file, when there is nothing to fetch. */
    public boolean download(String pathAndQuery, Path file) throws IOException {
        HttpRequest request =
                request(pathAndQuery).setHeader("Accept", "*/*").GET().build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() == NO_CONTENT) {
                    return false;
                }
                if (response.statusCode() != OK) {
                    new NodeAnswer(response.statusCode(), JSON.readTree(body)).required();
                    return false;
                }
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } catch (JacksonException e) {
                throw new UnreadableAnswerException(base, "HTTP status " + response.statusCode() + " without JSON", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeUnreachableException(base, e);
        }
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .timeout(Duration.ofSeconds(ANSWER_SECONDS))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", language.toLanguageTag());
        credentials.header().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private NodeAnswer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new NodeAnswer(response.statusCode(), read(response));
        } catch (IOException e) {
            throw new NodeUnreachableException(base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeUnreachableException(base, e);
        }
    }

    private JsonNode read(HttpResponse<byte[]> response) {
        if (response.statusCode() == NodeProblemException.UNKNOWN_CALLER && response.body().length == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode body = JSON.readTree(response.body());
            if (body.isObject() || body.isArray()) {
                return body;
            }
            throw new UnreadableAnswerException(base, "HTTP status " + response.statusCode() + " without JSON");
        } catch (JacksonException e) {
            throw new UnreadableAnswerException(base, "HTTP status " + response.statusCode() + " without JSON", e);
        }
    }
}
