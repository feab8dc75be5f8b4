// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class RegistrationJobApiTest {
    private static final String JOBS = "/api/v1/registrations/jobs";
    private static final MediaType XLSX = MediaType.parseMediaType(RegistrationController.XLSX);
    private static final String CSV = """
            deviceName,deviceKind,enterprise
            a,pump,88.118.1/ENTERPRISE
            b,pomp,88.118.1/ENTERPRISE
            """;

    @TempDir
    Path folder;

    private RegistrarApi api;

    @BeforeEach
    void open() {
        api = new RegistrarApi(folder);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private WebTestClient.ResponseSpec submit(String account, String query, String type, Object body, String key) {
        return api.client
                .post()
                .uri(JOBS + query)
                .header(RegistrarApi.ACCOUNT, account)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .header("Idempotency-Key", key)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String account, String path) {
        return api.client
                .get()
                .uri(path)
                .header(RegistrarApi.ACCOUNT, account)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange();
    }

    private String done(WebTestClient.ResponseSpec submitted) {
        String location = String.valueOf(submitted
                .expectStatus()
                .isAccepted()
                .returnResult(String.class)
                .getResponseHeaders()
                .getLocation());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        get("cement", location).expectBody().jsonPath("$.state").isEqualTo("done"));
        return location;
    }

    @Test
    void job_isDone_andGivesItsErrorsBack() {
        String job = done(submit("cement", "?template=device&mint=sequence:3:PUMP-", "text/csv", CSV, "k"));
        get("cement", job)
                .expectBody()
                .jsonPath("$.rows.registered")
                .isEqualTo(1)
                .jsonPath("$.rows.refused")
                .isEqualTo(1)
                .jsonPath("$.message")
                .isEqualTo("Done.");
        get("cement", "/api/v1/identifiers/88.118.1/PUMP-001").expectStatus().isOk();
        byte[] errors = get("cement", job + "/errors")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(errors, StandardCharsets.UTF_8))
                .startsWith("\uFEFFdeviceName,deviceKind,enterprise,result,registered handle,problems")
                .contains("b,pomp,88.118.1/ENTERPRISE,rejected,")
                .contains("pump");
        get("glass", job).expectStatus().isNotFound();
        get("boss", job).expectStatus().isOk();
        get("cement", JOBS).expectBody().jsonPath("$.length()").isEqualTo(1);
        assertThat(done(submit("cement", "?template=device&mint=sequence:3:PUMP-", "text/csv", CSV, "k")))
                .isEqualTo(job);
        submit("cement", "?template=device", "text/csv", CSV + "c,pump,88.118.1/ENTERPRISE\n", "k")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void wrongRequests_areToldWhatIsAllowed() {
        submit("cement", "?template=device", "image/png", "x", "k")
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.violations[0].allowed")
                .value((String allowed) -> assertThat(allowed).contains("application/jsonl"));
        submit("cement", "?template=device&mint=serial", "text/csv", CSV, "k")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].given")
                .isEqualTo("serial");
        submit("cement", "?template=device", "text/csv", "", "k").expectStatus().isBadRequest();
        submit("nobody", "?template=device", "text/csv", CSV, "k")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void mintRule_isSetAndUsed() {
        api.client
                .put()
                .uri("/api/v1/mint-rules/88.118.1/device")
                .header(RegistrarApi.ACCOUNT, "cement")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"rule\":\"pattern:M-{sequence:4}{check:mod10}\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].rule")
                .isEqualTo("pattern:M-{sequence:4}{check:mod10}");
        done(submit("cement", "?template=device", "text/csv", CSV, "k"));
        get("cement", "/api/v1/identifiers/88.118.1/M-00017").expectStatus().isOk();
        get("glass", "/api/v1/mint-rules/88.118.1").expectStatus().isForbidden();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("machines");
            String[][] cells = {
                {"suffix", "deviceName", "deviceKind", "enterprise"},
                {"K-1", "a", "kiln", "88.118.1/ENTERPRISE"},
                {"K-2", "b", "klin", "88.118.1/ENTERPRISE"}
            };
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    sheet.value(row, column, cells[row][column]);
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void workbook_comesBackWithWhatBecameOfEachRow() throws IOException {
        byte[] answer = api.client
                .post()
                .uri("/api/v1/registrations?template=device")
                .header(RegistrarApi.ACCOUNT, "cement")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .contentType(XLSX)
                .accept(XLSX)
                .bodyValue(workbook())
                .exchange()
                .expectStatus()
                .isEqualTo(207)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(4)).isEqualTo("result");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("registered");
            assertThat(rows.get(1).getCellText(5)).isEqualTo("88.118.1/K-1");
            assertThat(rows.get(2).getCellText(6)).contains("klin");
        }
    }

    @Test
    void workbook_asJob_givesTheBadRowsBackAsWorkbook() throws IOException {
        String job = done(submit("cement", "?template=device", XLSX.toString(), workbook(), "k"));
        byte[] errors = get("cement", job + "/errors")
                .expectHeader()
                .contentType(XLSX)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(errors))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("K-2");
            assertThat(rows.get(1).getCellText(6)).contains("klin");
        }
    }

    @Test
    void emptySheet_asWorkbook() throws IOException {
        byte[] sheet = get("cement", "/api/v1/templates/device/sheet?format=xlsx&lang=en")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(XLSX)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(book.getFirstSheet().read().get(0).getCellText(1)).isEqualTo("Device name");
        }
    }
}
