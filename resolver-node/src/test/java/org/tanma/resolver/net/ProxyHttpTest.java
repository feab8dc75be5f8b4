// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.proxy.NearHandles;
import org.tanma.resolver.proxy.ProxyConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.MemoryHandleStore;

/** Redirects and pages, as a browser gets them. */
class ProxyHttpTest {
    private static final MemoryHandleStore STORE = new MemoryHandleStore();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static NodeFaces faces;

    @BeforeAll
    static void start() throws Exception {
        put("kiln", HandleValue.text(1, "URL", "https://kiln.example/a", 0));
        put("alias", HandleValue.text(1, "HS_ALIAS", "20.500.12345/kiln", 0));
        put(
                "places",
                HandleValue.text(
                        1000,
                        "10320/loc",
                        "<locations http_sc='303'><location id='1' country='cn' href='https://cn.example/'/>"
                                + "<location id='2' href='https://world.example/'/>"
                                + "<location http_role='conneg' weight='0' href_template='https://form.example/{hdl}'/>"
                                + "</locations>",
                        0));
        put(
                "decoded",
                octets(
                        100,
                        "HS_ADMIN",
                        new AdminRecord(AdminRecord.MODIFY_VALUE, HandleName.parse("0.NA/20.500.12345"), 300).encode()),
                octets(7, "DATA", new byte[] {0, 1, (byte) 0xFF}),
                HandleValue.text(8, "NOTE", "two\nlines<b>", 1_700_000_000),
                new HandleValue(
                        300,
                        "HS_SECKEY",
                        "top secret".getBytes(StandardCharsets.UTF_8),
                        Ttl.DEFAULT,
                        ValuePermissions.PRIVATE,
                        0,
                        List.of()));
        ProxyConfig proxy = new ProxyConfig("http://pages.example", "x-country", NearHandles.in(STORE));
        faces = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(
                                new ResolutionPipeline(ResponsiblePrefixes.of("20.500.12345"), STORE),
                                InstantSource.fixed(RunningFaces.NOW))
                        .withProxy(proxy));
    }

    private static HandleValue octets(int index, String type, byte[] data) {
        return new HandleValue(index, type, data, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
    }

    private static void put(String suffix, HandleValue... values) {
        STORE.createOrReplace(new HandleRecord(HandleName.parse("20.500.12345/" + suffix), List.of(values)));
    }

    @AfterAll
    static void stop() {
        faces.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + faces.httpPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("accept-language", "en");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/20.500.12345/alias, 302, https://kiln.example/a",
        "/20.500.12345/alias?auth&cert, 302, https://kiln.example/a",
        "/20.500.12345/kiln?urlappend=%3Fx%3D1, 302, https://kiln.example/a?x=1",
        "/20.500.12345/places, 303, https://world.example/",
        "/20.500.12345/places?country=CN, 303, https://cn.example/",
        "/20.500.12345/places?locatt=id:1, 303, https://cn.example/",
        "/20.500.12345/alias?ignore_aliases, 200, ''",
        "/20.500.12345/alias?noredirect, 200, ''",
        "/20.500.12345/kiln?type=DESC, 200, ''",
        "/20.77/x, 404, ''"
    })
    void question_leadsTo(String path, int status, String location) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "location")).isEqualTo(location);
    }

    @Test
    void headers_chooseToo_andSayThatTheyDid() throws Exception {
        assertThat(header(get("/20.500.12345/places", "x-country", "cn"), "location"))
                .isEqualTo("https://cn.example/");
        HttpResponse<String> other = get("/20.500.12345/places", "accept", "application/json");
        assertThat(header(other, "location")).isEqualTo("https://form.example/20.500.12345/places");
        assertThat(header(other, "vary")).contains("Accept");
        assertThat(header(other, "cache-control")).isEqualTo("private");
        assertThat(header(other, "expires")).isEqualTo("Thu, 02 Jan 2025 00:00:00 GMT");
    }

    @Test
    void appendedTextThatWouldLeadElsewhere_isRefusedInWords() throws Exception {
        put("bare", HandleValue.text(1, "URL", "https://kiln.example", 0));

        HttpResponse<String> response = get("/20.500.12345/bare?urlappend=.evil.example");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "location")).isEmpty();
        assertThat(response.body()).contains("lead to another one").doesNotContain("evil");
    }

    @Test
    void page_spellsValuesOutAndHidesWhatIsPrivate() throws Exception {
        String page = get("/20.500.12345/decoded?noredirect").body();

        assertThat(page)
                .contains("<a href=\"/0.NA/20.500.12345?noredirect\" rel=\"noreferrer\">300:0.NA/20.500.12345</a>")
                .contains("change values")
                .contains("3 octets")
                .contains("<code>0001ff</code>")
                .contains("two\\u000alines&lt;b&gt;")
                .contains("may be remembered for 1 day")
                .contains("administrators may change it")
                .contains("changed <time datetime=\"2023-11-14T22:13:20Z\">2023-11-14 22:13 UTC</time>")
                .containsOnlyOnce("changed")
                .contains("href=\"/api/handles/20.500.12345/decoded?pretty\"")
                .contains("href=\"http://pages.example/resolve/20.500.12345/decoded\"")
                .doesNotContain("HS_SECKEY")
                .doesNotContain("top secret")
                .doesNotContain("<script");
    }

    @Test
    void page_listsEveryLocation() throws Exception {
        assertThat(get("/20.500.12345/places?noredirect").body())
                .contains("country cn · id 1")
                .contains("href=\"https://cn.example/\"")
                .contains("href=\"https://world.example/\"");
    }

    @Test
    void absentHandle_namesOnesNearIt() throws Exception {
        HttpResponse<String> response = get("/20.500.12345/kiln-1");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("not registered").contains(">20.500.12345/kiln</a>");
    }

    @Test
    void handleElsewhere_saysWhereToAsk() throws Exception {
        assertThat(get("/20.77/%E7%AA%91%20x").body())
                .contains("Another service answers")
                .contains("href=\"https://hdl.handle.net/20.77/%E7%AA%91%20x\"");
    }

    @Test
    void whatIsNoHandle_isToldWhatAHandleIs() throws Exception {
        HttpResponse<String> response = get("/favicon");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("a prefix, a slash and a suffix");
    }
}
