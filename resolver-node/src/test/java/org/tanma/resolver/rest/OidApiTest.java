// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.resolver.oid.OidRequest;
import org.tanma.resolver.oid.OrsDocuments;
import org.tanma.resolver.oid.OrsRoom;
import org.tanma.resolver.store.ExpectedVersion;

class OidApiTest {
    private static final String CEMENT = "cement";

    @TempDir
    static Path folder;

    private static OrsRoom room;
    private static WebTestClient client;

    @BeforeAll
    static void open() {
        room = new OrsRoom(folder);
        OrsDocuments documents = new OrsDocuments(
                room.allotments,
                room.store,
                prefix -> prefix.equals("88.118.5") ? Optional.of("湖州示范水泥 <A&B>") : Optional.empty());
        client = WebTestClient.bindToController(
                        new OidController(room.registrar, room.allotments), new OrsDocumentController(documents))
                .controllerAdvice(new ProblemAdvice())
                .webFilter((exchange, chain) -> {
                    String account = exchange.getRequest().getHeaders().getFirst(RegistrarApi.ACCOUNT);
                    return account == null
                            ? chain.filter(exchange)
                            : chain.filter(exchange)
                                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                            UsernamePasswordAuthenticationToken.authenticated(
                                                    account,
                                                    "",
                                                    AuthorityUtils.createAuthorityList(
                                                            "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.5"))));
                })
                .configureClient()
                .build();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private static WebTestClient.ResponseSpec post(Map<String, String> body, String account) {
        WebTestClient.RequestBodySpec request =
                client.post().uri("/api/v1/oids").contentType(MediaType.APPLICATION_JSON);
        if (!account.isEmpty()) {
            request.header(RegistrarApi.ACCOUNT, account);
        }
        return request.header(HttpHeaders.ACCEPT_LANGUAGE, "en").bodyValue(body).exchange();
    }

    @Test
    void post_allots_andAgainGivesTheSame() {
        room.put("88.118.5/MILL-1");
        Map<String, String> body = Map.of("handle", "88.118.5/MILL-1", "label", "Mill", "arc", "40");
        post(body, CEMENT)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.LOCATION, "/api/v1/oids/2.999.7.5.40")
                .expectBody()
                .jsonPath("$.urn")
                .isEqualTo("urn:oid:2.999.7.5.40")
                .jsonPath("$.iri")
                .isEqualTo("/Joint-ISO-ITU-T/Example/7/5/40")
                .jsonPath("$.dnsName")
                .isEqualTo("40.5.7.999.2.oid-res.org")
                .jsonPath("$.kind")
                .isEqualTo("record");
        post(body, CEMENT).expectStatus().isOk();
        client.get()
                .uri("/api/v1/oids/urn:oid:2.999.7.5.40")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.handle")
                .isEqualTo("88.118.5/MILL-1")
                .jsonPath("$.label")
                .isEqualTo("Mill");
        client.get()
                .uri("/api/v1/oids?handle=88.118.5/mill-1")
                .exchange()
                .expectBody()
                .jsonPath("$.oids[0].oid")
                .isEqualTo("2.999.7.5.40");
    }

    @Test
    void post_withoutAccount_orForOthers_isRefused() {
        post(Map.of("handle", "88.118.5/KILN-1"), "").expectStatus().isUnauthorized();
        post(Map.of("handle", "88.118.6/OVEN-1"), CEMENT).expectStatus().isForbidden();
    }

    @Test
    void post_wrong_saysWhichFieldAndWhatIsAllowed() {
        post(Map.of("handle", "88.118.5/NOWHERE"), CEMENT)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("handle")
                .jsonPath("$.violations[0].given")
                .isEqualTo("88.118.5/NOWHERE")
                .jsonPath("$.violations[0].allowed")
                .isEqualTo("a registered handle, or none: then a record is made");
        room.put("88.118.5/MILL-2");
        post(Map.of("handle", "88.118.5/MILL-2", "arc", "1"), CEMENT)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("arc");
        post(Map.of("for", "nothing"), CEMENT).expectStatus().isBadRequest();
    }

    @Test
    void list_isPagedByNumber() {
        client.get()
                .uri("/api/v1/oids?limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.oids[0].kind")
                .isEqualTo("enterprise")
                .jsonPath("$.next")
                .isEqualTo("5");
        client.get()
                .uri("/api/v1/oids?after=5")
                .exchange()
                .expectBody()
                .jsonPath("$.oids.length()")
                .isEqualTo(0)
                .jsonPath("$.next")
                .doesNotExist();
        client.get().uri("/api/v1/oids?limit=0").exchange().expectStatus().isBadRequest();
        client.get().uri("/api/v1/oids?after=x").exchange().expectStatus().isBadRequest();
        client.get().uri("/api/v1/oids?under=9.9").exchange().expectStatus().isBadRequest();
    }

    @Test
    void history_isForItsEnterprise() {
        client.get()
                .uri("/api/v1/oids/2.999.7.5.1/history")
                .exchange()
                .expectStatus()
                .isForbidden();
        client.get()
                .uri("/api/v1/oids/2.999.7.5.1/history")
                .header(RegistrarApi.ACCOUNT, CEMENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.events[0].action")
                .isEqualTo("allotted");
    }

    private static String xml(String path) {
        byte[] body = client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_XML)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    /** The element names are those of the ASN.1 modules of X.672. */
    @Test
    void cinf_isExtendedXer() {
        assertThat(xml("/oid/2.999.7.5/cinf.xml"))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<ChildInformation><disclosure><disclosedChildren><disclosedChild>"
                        + "<orsSupported>true</orsSupported><unicodeLabels><numericLabel>1</numericLabel>"
                        + "<non-numeric><labels>窑炉</labels></non-numeric></unicodeLabels></disclosedChild>")
                .endsWith("</disclosedChildren><otherChildren>0</otherChildren></disclosure></ChildInformation>");
        assertThat(xml("/oid/2.999.7.5.1/cinf")).contains("<disclosedChildren></disclosedChildren>");
    }

    @Test
    void rinf_isExtendedXer() {
        assertThat(xml("/oid/2.999.7.5.1/rinf.xml"))
                .contains(
                        "<RegistrationInformation><disclosure><description>&lt;p&gt;Object with handle 88.118.5/KILN-1",
                        "Registration authority: 88.118&lt;/p",
                        "State: ACTIVE",
                        "<firstRegistration><registrationDate>2026-11-21</registrationDate><registrant><non-enciphered>"
                                + "<familyNameOrOrganization>湖州示范水泥 &lt;A&amp;B&gt;</familyNameOrOrganization>");
        assertThat(xml("/oid/2.999.7/rinf.xml")).contains("secondary identifier node 88.118");
    }

    @ParameterizedTest
    @CsvSource({"/oid/2.999.7.5.1/rinf,application/json", "/oid/2.999.7.5.1/rinf.json,application/xml"})
    void rinf_isJsonWhenAskedFor(String path, String accept) {
        client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.handle")
                .isEqualTo("88.118.5/KILN-1")
                .jsonPath("$.state")
                .isEqualTo("ACTIVE");
    }

    @Test
    void documents_ofWhatIsNotThere_are404_ofWhatIsGone410() {
        client.get().uri("/oid/2.999.7.5.77/rinf.xml").exchange().expectStatus().isNotFound();
        client.get().uri("/oid/2.999.x/cinf").exchange().expectStatus().isBadRequest();
        room.put("88.118.5/OLD-1");
        String deleted = "/oid/" + room.allot("88.118.5/OLD-1", "").oid() + "/rinf.json";
        HandleName old = HandleName.parse("88.118.5/OLD-1");
        HandleRecord retired =
                new HandleRecord(old, List.of(HandleValue.text(1400, "RETIRED", "{\"reason\":\"scrapped\"}", 1)));
        room.store.createOrReplace(retired);
        assertState(deleted, "RETIRED");
        room.store.delete(old, ExpectedVersion.any());
        assertState(deleted, "DELETED");
        assertThat(room.registrar
                        .allot(OidRequest.ofHandle("88.118.5/KILN-1"), OrsRoom.OPERATOR)
                        .isNew())
                .isFalse();
    }

    private static void assertState(String path, String state) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo(state);
    }
}
