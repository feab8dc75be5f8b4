// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;

class HandleHttpServerTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static RunningFaces running;

    @BeforeAll
    static void start() {
        running = RunningFaces.start();
        running.put(
                "20.500.12345/kiln",
                HandleValue.text(1, "URL", "https://kiln.example/窑?a=b", 1_735_689_600),
                HandleValue.text(2, "DESC.en", "<script>alert(1)</script> & more", 0),
                new HandleValue(300, "HS_SECKEY", new byte[] {1}, Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, List.of()));
        running.put(
                "20.500.12345/absolute",
                new HandleValue(
                        1,
                        "URL",
                        "http://a.example/".getBytes(StandardCharsets.UTF_8),
                        new Ttl(true, 1_735_776_000),
                        ValuePermissions.PUBLIC,
                        0,
                        List.of()));
        running.put("20.500.12345/a b+c/窑?#%", HandleValue.text(1, "DESC", "odd name", 0));
        running.put("20.500.12345/script", HandleValue.text(1, "URL", "javascript:alert(1)", 0));
        running.put("20.500.12345/split", HandleValue.text(1, "URL", "https://a.example/\r\nSet-Cookie: a=b", 0));
        running.put("20.500.12345.9/demo", HandleValue.text(1, "DESC", "demonstration", 0));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + running.faces.httpPort() + path);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Nested
    class Rest {
        @Test
        void record_isExactlyTheJsonOfTheInterface() throws Exception {
            HttpResponse<String> response = get("/api/handles/20.500.12345/kiln?index=1");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "content-type")).isEqualTo("application/json; charset=UTF-8");
            assertThat(response.body())
                    .isEqualTo("{\"responseCode\":1,\"handle\":\"20.500.12345/kiln\",\"values\":[{\"index\":1,"
                            + "\"type\":\"URL\",\"data\":{\"format\":\"string\",\"value\":\"https://kiln.example/窑?a=b\"},"
                            + "\"ttl\":86400,\"timestamp\":\"2025-01-01T00:00:00Z\"}]}");
        }

        @ParameterizedTest
        @CsvSource({
            "/api/handles/20.500.12345/none, 404, '{\"responseCode\":100,\"handle\":\"20.500.12345/none\"}'",
            "/api/handles/20.500.12345/kiln?type=EMAIL, 200,"
                    + " '{\"responseCode\":200,\"values\":[],\"handle\":\"20.500.12345/kiln\"}'",
            "/api/handles/20.500.12345/kiln?index=300, 200,"
                    + " '{\"responseCode\":200,\"values\":[],\"handle\":\"20.500.12345/kiln\"}'"
        })
        void absence_hasItsCode(String path, int status, String body) throws Exception {
            HttpResponse<String> response = get(path);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).isEqualTo(body);
        }

        @ParameterizedTest
        @CsvSource({
            "/api/handles/20.500.12345/kiln?index=300&publicOnly=false, 401, 402, administrators only",
            "/api/handles/20.500.9/x, 400, 301, answers for 20.500.12345",
            "/api/handles/no-slash, 400, 102, no '/'",
            "/api/handles/, 400, 102, no '/'",
            "/api/handles/20.500.12345/kiln?index=one, 400, 4, index 'one' is no number",
            "/api/handles/20.500.12345/%FF, 400, 4, UTF-8",
            "/api/handles, 400, 4, prefix is not given",
            "/api/other, 404, 5, /api/handles/PREFIX/SUFFIX"
        })
        void refusal_saysWhy(String path, int status, int code, String message) throws Exception {
            HttpResponse<String> response = get(path);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body())
                    .contains("\"responseCode\":" + code + ",")
                    .contains(message);
        }

        @Test
        void selection_byRepeatedIndexAndType_givesEither() throws Exception {
            assertThat(get("/api/handles/20.500.12345/kiln?index=7&index=1&type=desc.")
                            .body())
                    .contains("\"index\":1,")
                    .contains("\"index\":2,");
        }

        @Test
        void percentEncodedHandle_isTheHandleAsRegistered() throws Exception {
            assertThat(get("/api/handles/20.500.12345/a%20b+c%2F%E7%AA%91%3F%23%25")
                            .body())
                    .contains("odd name");
        }

        @Test
        void pretty_isIndentedAndEqual() throws Exception {
            String pretty = get("/api/handles/20.500.12345/kiln?pretty").body();

            assertThat(pretty).contains("\n  \"responseCode\" : 1");
            assertThat(com.google.gson.JsonParser.parseString(pretty))
                    .isEqualTo(com.google.gson.JsonParser.parseString(
                            get("/api/handles/20.500.12345/kiln?pretty=false").body()));
        }

        @Test
        void head_hasTheHeadersOfGetAndNoBody() throws Exception {
            HttpRequest head = HttpRequest.newBuilder(uri("/api/handles/20.500.12345/kiln"))
                    .method("HEAD", BodyPublishers.noBody())
                    .build();
            HttpResponse<String> response = CLIENT.send(head, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "content-length"))
                    .isEqualTo(header(get("/api/handles/20.500.12345/kiln"), "content-length"));
            assertThat(response.body()).isEmpty();
        }

        @Test
        void site_namesTheFaces() throws Exception {
            assertThat(get("/api/site").body())
                    .startsWith("{\"responseCode\":1,\"site\":{\"version\":1,\"protocolVersion\":\"2.11\"")
                    .contains("{\"query\":true,\"admin\":true,\"protocol\":\"HTTP\",\"port\":"
                            + running.faces.httpPort());
        }

        @Test
        void otherMethodOrBody_isRefused() throws Exception {
            HttpResponse<String> put = CLIENT.send(
                    HttpRequest.newBuilder(uri("/20.500.12345/kiln"))
                            .PUT(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(put.statusCode()).isEqualTo(405);
            assertThat(header(put, "allow")).isEqualTo("GET, HEAD, POST");
            HttpResponse<String> post = CLIENT.send(
                    HttpRequest.newBuilder(uri("/"))
                            .POST(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(post.statusCode()).isEqualTo(415);
            HttpResponse<String> garbage = CLIENT.send(
                    HttpRequest.newBuilder(uri("/"))
                            .header("content-type", HttpAnswers.MESSAGE_TYPE)
                            .POST(BodyPublishers.ofString("no message"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(garbage.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class Browsers {
        @Test
        void handleWithUrl_isARedirectThatExpiresWithTheValue() throws Exception {
            HttpResponse<String> relative = get("/20.500.12345/kiln");
            assertThat(relative.statusCode()).isEqualTo(302);
            assertThat(header(relative, "location")).isEqualTo("https://kiln.example/%E7%AA%91?a=b");
            assertThat(header(relative, "expires")).isEqualTo("Thu, 02 Jan 2025 00:00:00 GMT");
            assertThat(header(get("/20.500.12345/absolute"), "expires")).isEqualTo("Thu, 02 Jan 2025 00:00:00 GMT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/20.500.12345/script", "/20.500.12345/split", "/20.500.12345/kiln?noredirect"})
        void noWebAddressOrNotAskedFor_isAPage(String path) throws Exception {
            HttpResponse<String> response = get(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "content-type")).isEqualTo("text/html; charset=UTF-8");
            assertThat(header(response, "content-security-policy")).startsWith("default-src 'none'");
            assertThat(header(response, "set-cookie")).isEmpty();
            assertThat(response.body()).doesNotContain("href=\"javascript").doesNotContain("<script");
        }

        @Test
        void page_speaksTheBrowsersLanguageAndEscapesValues() throws Exception {
            String english = get("/20.500.12345/kiln?noredirect", "accept-language", "en-GB,en;q=0.8")
                    .body();
            assertThat(english)
                    .contains("<html lang=\"en\">")
                    .contains("Public values of this handle")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more")
                    .doesNotContain("HS_SECKEY");
            assertThat(get("/20.500.12345/kiln?noredirect", "accept-language", "zh-CN")
                            .body())
                    .contains("<html lang=\"zh-CN\">")
                    .contains("该标识的公开取值");
        }

        @Test
        void absentHandle_isAPageThatSaysSo() throws Exception {
            HttpResponse<String> response = get("/20.500.12345/%3Cb%3E?lang=en");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("not registered here").contains("20.500.12345/&lt;b&gt;");
        }

        @Test
        void demonstrationHandle_saysSo() throws Exception {
            assertThat(get("/20.500.12345.9/demo").body()).contains("演示数据");
            assertThat(get("/20.500.12345/script").body()).doesNotContain("演示数据");
        }

        @Test
        void start_tellsHowToAsk() throws Exception {
            HttpResponse<String> response = get("/?lang=en");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("/PREFIX/SUFFIX");
        }
    }

    @Nested
    class Connections {
        private String exchange(String octets) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.faces.httpPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Test
        void pipelinedRequests_areAnsweredInOrder() throws Exception {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                requests.append("GET /api/handles/20.500.12345/none-")
                        .append(i)
                        .append(" HTTP/1.1\r\nHost: x\r\n")
                        .append(i == 49 ? "Connection: close\r\n\r\n" : "\r\n");
            }

            String answers = exchange(requests.toString());

            for (int i = 0; i < 50; i++) {
                int at = answers.indexOf("none-" + i + "\"");
                assertThat(at).isPositive();
                answers = answers.substring(at);
            }
        }

        @Test
        void whatIsTooLong_isRefusedAndTheConnectionEnds() throws Exception {
            assertThat(exchange("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 414 ");
            assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(9_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ");
            assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 600000\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ");
        }

        @Test
        void garbage_isRefusedAndTheConnectionEnds() throws Exception {
            assertThat(exchange("\u0001\u0002\u0003 nothing \r\n\r\n")).startsWith("HTTP/1.1 400 ");
        }
    }
}
