// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.registrar.RegistrarRoom.CEMENT;
import static org.tanma.resolver.registrar.RegistrarRoom.kiln;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriUtils;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Equivalents;
import org.tanma.resolver.index.RecordMarks;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.audit.AuditFilter;
import org.tanma.resolver.rest.RegistrarApi;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolveTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String KILN = "88.118.1/KILN-1";
    private static final String DID = "did:web:cement.example%3A8443:kiln-1";

    private RegistrarApi api;

    @BeforeAll
    void open(@TempDir Path folder) {
        api = new RegistrarApi(folder);
        api.room.register(
                "device",
                CEMENT,
                RegistrationRow.of(1, KILN, kiln("1 号窑")),
                RegistrationRow.of(2, "88.118.1/KILN-2", kiln("2 号窑")));
    }

    @AfterAll
    void close() {
        api.close();
    }

    @AfterEach
    void takeEquivalentsAway() {
        for (String handle : List.of(KILN, "88.118.1/KILN-2")) {
            keys(handle).forEach(key -> change(HttpMethod.DELETE, "cement", handle, key));
            assertThat(keys(handle)).isEmpty();
        }
    }

    private Set<String> keys(String handle) {
        return Equivalents.keysOf(
                api.room.directory.find(HandleName.parse(handle)).orElseThrow().record());
    }

    private WebTestClient.ResponseSpec change(HttpMethod method, String account, String handle, String id) {
        return api.client
                .method(method)
                .uri(URI.create("/api/v1/equivalents?handle=" + encode(handle) + "&id=" + encode(id)))
                .header(RegistrarApi.ACCOUNT, account)
                .exchange();
    }

    private void add(String... ids) {
        for (String id : ids) {
            change(HttpMethod.PUT, "cement", KILN, id).expectStatus().isOk();
        }
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private WebTestClient.ResponseSpec get(String path, String accept) {
        return api.client
                .get()
                .uri(URI.create(path))
                .header(HttpHeaders.ACCEPT, accept)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange();
    }

    private JsonNode json(String path, int status) {
        return JSON.readTree(Objects.requireNonNull(get(path, "application/json")
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4006381333931             | /resolve/4006381333931                                    | gtin
            4006381333931             | /resolve/(01)04006381333931                               | gtin
            4006381333931             | /resolve/01/04006381333931                                | gtin
            4006381333931             | /resolve/https://any.example/x/01/04006381333931?17=271231 | gtin
            4006381333931             | /resolve/https:/any.example/x/01/04006381333931           | gtin
            4006381333931             | /resolve/https%3A%2F%2Fany.example%2F01%2F04006381333931  | gtin
            4006381333931             | /resolve?id=https%3A%2F%2Fany.example%2F01%2F4006381333931 | gtin
            (01)04006381333931(21)a/b | /resolve/https://id.gs1.org/01/04006381333931/21/a%2Fb    | sgtin
            (01)04006381333931(21)a/b | /resolve/01/04006381333931/21/a%2Fb                       | sgtin
            106141412345678908        | /resolve/(00)106141412345678908                           | sscc
            gln:9521321010017         | /resolve/https://id.gs1.org/417/9521321010017             | gln
            2.999.118.1               | /resolve/urn:oid:2.999.118.1                              | oid
            2.999.118.1               | /resolve/2.999.118.1                                      | oid
            2.999.118.1               | /resolve?id=/Joint-ISO-ITU-T/Example/118/1                | oid
            ecode:1000112345678901    | /resolve/https://www.iotroot.com/E=1000112345678901       | ecode
            ecode:1000112345678901    | /resolve/ECODE:1000112345678901                           | ecode
            did:web:a.example%3A8443  | /resolve/did:web:A.example%3a8443                         | did
            did:web:a.example%3A8443  | /resolve/did:web:a.example%253A8443                       | did
            did:bid:efnVUgqQFfYeu97ABf6sGm3WFtVXHZB2 | /resolve/did:bid:efnVUgqQFfYeu97ABf6sGm3WFtVXHZB2 | did
            88.118.1:SN 42/窑         | /resolve/88.118.1:SN%2042/%E7%AA%91                       | private
            20.500.12345/ELSEWHERE    | /resolve/20.500.12345/elsewhere                           | handle
            """)
    void resolve_everyKindAndSpelling_findsTheRecord(String equivalent, String path, String kind) {
        assertThat(json(path, 404).path("kind").asString()).isEqualTo(kind);

        add(equivalent);

        JsonNode answer = json(path, 200);
        assertThat(answer.path("handle").asString()).isEqualTo(KILN);
        assertThat(answer.path("kind").asString()).isEqualTo(kind);
        assertThat(answer.path("items").path("deviceName").asString()).isEqualTo("1 号窑");
        assertThat(answer.path("template").path("name").asString()).isEqualTo("device");
        assertThat(answer.path("equivalents").toString()).contains("\"hdl:88.118.1/KILN-1\"");
        assertThat(json("/resolve/" + KILN, 200)
                        .path("equivalents")
                        .path(0)
                        .path("canonical")
                        .asString())
                .isEqualTo(answer.path("canonical").asString());
    }

    @Test
    void resolve_serialOfAProduct_findsTheProduct_andSaysSo() {
        add("4006381333931");

        JsonNode answer = json("/resolve/01/04006381333931/10/L1/21/S1", 200);

        assertThat(answer.path("kind").asString()).isEqualTo("sgtin");
        assertThat(answer.path("matched").asString()).isEqualTo("https://id.gs1.org/01/04006381333931");
        assertThat(page("/resolve/01/04006381333931/10/L1/21/S1")).contains("this is the record of GTIN");
    }

    @Test
    void resolve_malformed_namesPositionReasonAndRepair() {
        JsonNode problem = json("/resolve/4006381333932", 400);
        assertThat(problem.path("kind").asString()).isEqualTo("gtin");
        assertThat(problem.path("position").asInt()).isEqualTo(12);
        assertThat(problem.path("detail").asString()).contains("the digits before it give 1", "4006381333931");
        assertThat(problem.path("violations").path(0).path("path").asString()).isEqualTo("id");
        assertThat(json("/resolve/did:web:192.0.2.1", 400).path("kind").asString())
                .isEqualTo("did");
        assertThat(json("/resolve/88.118.1", 400).path("detail").asString()).contains("0.NA/88.118.1");
        assertThat(json("/resolve/nonsense", 400).path("considered").toString()).contains("handle", "ecode");
        assertThat(json("/resolve/88.118.1/KLIN-1", 404).path("near").toString())
                .contains(KILN);
        JsonNode foreign = json("/resolve/10.1000/182", 404);
        assertThat(foreign.path("elsewhere").path("prefixHandle").asString()).isEqualTo("0.NA/10.1000");
        assertThat(foreign.path("elsewhere").path("proxy").asString()).isEqualTo("https://hdl.handle.net/10.1000/182");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                  | application/json
            application/json, application/problem+json           | application/json
            text/html,application/xhtml+xml,*/*;q=0.8            | text/html
            application/ld+json                                  | application/ld+json
            application/json;q=0.5, application/ld+json          | application/ld+json
            text/html;q=0.1, application/linkset+json;q=0.2      | application/linkset+json
            application/linkset                                  | application/linkset
            application/*                                        | application/json
            text/*                                               | text/html
            application/json;q=0, */*                            | application/ld+json
            """)
    void resolve_answersInTheFormAskedFor(String accept, String mediaType) {
        get("/resolve/" + KILN, accept)
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(HttpHeaders.CONTENT_TYPE, type -> assertThat(type).startsWith(mediaType))
                .expectHeader()
                .value(HttpHeaders.VARY, vary -> assertThat(vary).contains("Accept"));
    }

    @Test
    void resolve_noFormAccepted_is406() {
        get("/resolve/" + KILN, "image/png")
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("application/linkset+json"));
    }

    @Test
    void linkset_hasAnchorDescriptionFormsAndEquivalents() {
        add(DID, "2.999.118.1");

        JsonNode set = JSON.readTree(Objects.requireNonNull(get("/resolve/2.999.118.1", "application/linkset+json")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()))
                .path("linkset")
                .path(0);

        assertThat(set.path("anchor").asString()).endsWith("/resolve/" + KILN);
        assertThat(set.path("describedby").toString())
                .contains("TEMPLATE.DEVICE", "/schema", "application/schema+json");
        assertThat(set.path("alternate").toString()).contains("text/html", "application/ld+json");
        assertThat(set.path(RecordLinks.SAME_AS).toString()).contains(DID, "urn:oid:2.999.118.1");
        String text = Objects.requireNonNull(get("/resolve/" + KILN, "application/linkset")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(text).contains(">; rel=\"describedby\"; type=\"application/schema+json\"; anchor=\"");
        get("/resolve/" + KILN, "application/json")
                .expectHeader()
                .value(
                        HttpHeaders.LINK,
                        link -> assertThat(link)
                                .contains("rel=\"linkset\"; type=\"application/linkset+json\"", "rel=\"describedby\""));
    }

    @Test
    void linkedData_namesPropertiesAndTypes() {
        add(DID);

        JsonNode document = JSON.readTree(Objects.requireNonNull(get("/resolve/" + KILN, "application/ld+json")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));

        assertThat(document.path("@id").asString()).endsWith("/resolve/" + KILN);
        assertThat(document.path("sameAs").path(0).asString()).isEqualTo(DID);
        assertThat(document.path("ratedPowerKw").asString()).isEqualTo("630");
        JsonNode context = document.path("@context");
        assertThat(context.path("ratedPowerKw").path("@type").asString())
                .isEqualTo("http://www.w3.org/2001/XMLSchema#decimal");
        assertThat(document.path("enterprise").asString()).endsWith("/resolve/88.118.1/ENTERPRISE");
        assertThat(context.path("enterprise").path("@type").asString()).isEqualTo("@id");
        for (String term : document.propertyNames()) {
            assertThat(term.startsWith("@") || context.has(term)).as(term).isTrue();
        }
    }

    @Test
    void page_saysKindAndEquivalents_withoutScript() {
        add(DID, "4006381333931");

        assertThat(page("/resolve/4006381333931"))
                .contains("Asked for:", "GTIN (trade item)", "https://id.gs1.org/01/04006381333931")
                .contains("The same thing in other systems", "did:web:cement.example%3A8443:kiln-1")
                .contains("https://cement.example:8443/kiln-1/did.json")
                .doesNotContain("<script");
        assertThat(page("/resolve/4006381333932")).contains("400638133393<mark>2</mark>");
        assertThat(page("/resolve/%3Cb%3E")).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    private String page(String path) {
        return Objects.requireNonNull(
                get(path, "text/html").expectBody(String.class).returnResult().getResponseBody());
    }

    @Test
    void equivalents_changeOnlyByWhoMayWrite_andAreKeptByRegistrations() {
        change(HttpMethod.PUT, "glass", KILN, DID).expectStatus().isForbidden();
        change(HttpMethod.PUT, "inspector", KILN, DID).expectStatus().isForbidden();
        int before = audited();
        long version = json("/resolve/" + KILN, 200).path("version").asLong();
        add(DID);
        add(DID);
        assertThat(json("/resolve/" + KILN, 200).path("version").asLong()).isEqualTo(version + 1);
        assertThat(audited()).isEqualTo(before + 1);

        api.room.register("device", CEMENT, RegistrationRow.of(1, KILN, kiln("1 号窑")));
        JsonNode again = json("/resolve/" + DID, 200);
        assertThat(again.path("handle").asString()).isEqualTo(KILN);

        change(HttpMethod.DELETE, "glass", KILN, DID).expectStatus().isForbidden();
        change(HttpMethod.DELETE, "cement", KILN, DID).expectStatus().isOk();
        change(HttpMethod.DELETE, "cement", KILN, DID).expectStatus().isOk();
        json("/resolve/" + DID, 404);
    }

    @Test
    void retired_isSaidSo_with410_inEveryForm() {
        HandleName gone = HandleName.parse("88.118.1/KILN-9");
        api.room.store.apply(List.of(RecordChange.put(
                new HandleRecord(
                        gone,
                        List.of(
                                HandleValue.text(
                                        RecordMarks.RETIRED_INDEX,
                                        RecordMarks.RETIRED_TYPE,
                                        "{\"at\":\"2026-01-01T00:00:00Z\",\"reason\":\"scrapped\"}",
                                        0),
                                HandleValue.text(1500, Equivalents.TYPE, "did:web:gone.example", 0))),
                ExpectedVersion.absent())));

        JsonNode answer = json("/resolve/did:web:gone.example", 410);
        assertThat(answer.path("state").asString()).isEqualTo("retired");
        assertThat(answer.path("handle").asString()).isEqualTo(gone.toString());
        get("/resolve/" + gone, "application/linkset+json").expectStatus().isEqualTo(410);
        assertThat(page("/resolve/" + gone)).contains("Retired", "scrapped");
        change(HttpMethod.PUT, "cement", gone.toString(), DID).expectStatus().isEqualTo(409);
    }

    private int audited() {
        return api.audit
                .page(new AuditFilter("", "equivalent.add", KILN), Long.MAX_VALUE, 1000)
                .size();
    }

    @Test
    void equivalents_oneKeyBelongsToOneRecord_andMustBeWellFormed() {
        add("4006381333931");
        change(HttpMethod.PUT, "cement", "88.118.1/KILN-2", "(01)04006381333931")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains(KILN));
        change(HttpMethod.PUT, "cement", KILN, "88.118.1/KILN-2").expectStatus().isEqualTo(409);
        change(HttpMethod.PUT, "cement", KILN, "4006381333932").expectStatus().isBadRequest();
        change(HttpMethod.PUT, "cement", KILN, "nonsense").expectStatus().isBadRequest();
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
            change(method, "cement", KILN, RegistrarApi.ARC + ".1.1")
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.detail")
                    .value(detail -> assertThat(String.valueOf(detail)).contains("/api/v1/oids"));
        }
        change(HttpMethod.PUT, "cement", "88.118.1/NONE", DID).expectStatus().isNotFound();
        api.client
                .put()
                .uri("/api/v1/equivalents?handle=" + KILN + "&id=did:web:a.example")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void equivalents_addedAtOnce_areAllKept_andNoKeyTwice() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tasks = java.util.stream.IntStream.range(0, 24)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        change(
                                HttpMethod.PUT,
                                "cement",
                                i % 2 == 0 ? KILN : "88.118.1/KILN-2",
                                "did:web:a.example:" + i / 2);
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(keys(KILN).size() + keys("88.118.1/KILN-2").size()).isEqualTo(12);
    }
}
