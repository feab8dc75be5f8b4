// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.KINDS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.reading.ReadingIntake;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.testing.SqlEngines;

class ActivityApiTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String DATA = "/api/v1/activity-data?enterprise=" + CEMENT;

    private CarbonFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CarbonFixture(ENGINE.open());
    }

    private WebTestClient as(String name, String... authorities) {
        return WebTestClient.bindToController(
                        new ActivityDataController(
                                fixture.identifiers, fixture.ingest, fixture.ledger, fixture.review, KINDS),
                        new ActivityReviewController(fixture.identifiers, fixture.review, KINDS),
                        new PeriodController(fixture.identifiers, fixture.periods),
                        new SourceController(fixture.identifiers, fixture.sources),
                        new ReadingController(
                                fixture.identifiers,
                                new ReadingIntake(
                                        fixture.identifiers,
                                        KINDS,
                                        CATALOG.units(),
                                        fixture.readings,
                                        fixture.ledger,
                                        () -> CarbonFixture.NOW),
                                fixture.readings,
                                KINDS))
                .controllerAdvice(new ProblemAdvice())
                .webFilter((exchange, chain) -> chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                new TestingAuthenticationToken(name, "", authorities))))
                .configureClient()
                .codecs(c -> c.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
    }

    private WebTestClient admin() {
        return as("admin", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1");
    }

    private WebTestClient clerk() {
        return as("clerk", "ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.1");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("活动数据");
            List<String> header = List.of("排放源", "种类", "月份", "数量", "单位");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "KILN-1");
            sheet.value(1, 1, "烟煤");
            sheet.value(1, 2, LocalDate.of(2025, 3, 1));
            sheet.style(1, 2).format("yyyy-mm").set();
            sheet.value(1, 3, 18250.5);
            sheet.value(1, 4, "t");
            sheet.value(2, 0, "KILN-1");
            sheet.value(2, 1, "烟煤");
            sheet.value(2, 2, "2025-04");
            sheet.value(2, 3, "15O");
            sheet.value(2, 4, "t");
        }
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] workbook) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().read();
        }
    }

    @Test
    void workbook_comesBackWithWhatIsWrongInEachRow_andCanBeSentAgain() throws IOException {
        byte[] answer = Objects.requireNonNull(admin().post()
                .uri(DATA)
                .contentType(XLSX)
                .accept(XLSX)
                .header("Accept-Language", "zh")
                .bodyValue(workbook())
                .exchange()
                .expectStatus()
                .isEqualTo(207)
                .expectHeader()
                .contentType(XLSX)
                .expectBody()
                .returnResult()
                .getResponseBody());
        List<Row> rows = rows(answer);
        assertThat(rows.get(0).getCellText(5)).isEqualTo("填报结果");
        assertThat(rows.get(1).getCellText(5)).isEqualTo("已记录");
        assertThat(rows.get(1).getCellText(6)).isEqualTo("1");
        assertThat(rows.get(2).getCellText(5)).isEqualTo("未受理");
        assertThat(rows.get(2).getCellText(7)).contains("amount", "15O", "150");
        assertThat(fixture.ledger.newest(CEMENT, 2025).get(0).content().amount())
                .isEqualTo("18250.5");
        admin().post()
                .uri(DATA)
                .contentType(XLSX)
                .bodyValue(answer)
                .exchange()
                .expectStatus()
                .isEqualTo(207)
                .expectBody()
                .jsonPath("$.rows[0].status")
                .isEqualTo("unchanged");
    }

    @Test
    void csv_comesBackWithWhatIsWrong_whereItsFormIsAskedFor() {
        String answer = admin().post()
                .uri(DATA)
                .contentType(CSV)
                .accept(CSV)
                .header("Accept-Language", "en")
                .bodyValue("source,kind,period,amount,unit\nK,diesel,2025-01,3,t\nK,diesel,2025-02,3,kWh\n")
                .exchange()
                .expectStatus()
                .isEqualTo(207)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer)
                .contains("unit,Result,Ledger version,What is wrong")
                .contains("K,diesel,2025-01,3,t,recorded,1,")
                .contains("refused")
                .contains("needed is t, kg");
    }

    @Test
    void noWorkbook_isRefusedAsOne() {
        admin().post()
                .uri(DATA)
                .contentType(XLSX)
                .bodyValue("source,kind".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private WebTestClient.ResponseSpec period(WebTestClient client, String verb, String more) {
        return client.post()
                .uri("/api/v1/activity-periods/" + verb)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"enterprise\":\"" + CEMENT + "\",\"period\":\"2025-03\"" + more + "}")
                .exchange();
    }

    @Test
    void period_isClosedByTheAdmin_andOpenedAgainWithAReasonAlone() {
        period(clerk(), "closures", "").expectStatus().isForbidden();
        period(as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2"), "closures", "")
                .expectStatus()
                .isForbidden();
        period(admin(), "closures", "").expectStatus().isCreated();
        period(admin(), "closures", "").expectStatus().isEqualTo(409);
        clerk().post()
                .uri(DATA)
                .contentType(CSV)
                .bodyValue("source,kind,period,amount,unit\nK,diesel,2025-03,3,t\n")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.rows[0].violations[0].path")
                .isEqualTo("period");
        clerk().get()
                .uri("/api/v1/activity-data/calendar?year=2025&enterprise=" + CEMENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.closedMonths[0]")
                .isEqualTo(3);
        period(admin(), "reopenings", "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("reason");
        period(admin(), "reopenings", ",\"reason\":\"补录过磅单\"").expectStatus().isCreated();
        admin().get()
                .uri("/api/v1/activity-periods?enterprise=" + CEMENT)
                .exchange()
                .expectBody()
                .jsonPath("$[1].reason")
                .isEqualTo("补录过磅单")
                .jsonPath("$[1].isClosed")
                .isEqualTo(false);
    }

    @Test
    void source_isRegisteredInVersions_andNothingIsWrittenOverUnseen() {
        String path = "/api/v1/emission-sources?enterprise=" + CEMENT + "&source=KILN-1";
        String body = "{\"site\":\"一号厂区\",\"uncertaintyPercent\":\"2.5\",\"dataQuality\":\"metered\"}";
        clerk().put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        clerk().put()
                .uri(path)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        clerk().put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"device\":\"88.118.2/KILN\",\"uncertaintyPercent\":\"-1\",\"dataQuality\":\"good\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.violations.length()")
                .isEqualTo(3);
        as("v", "ROLE_VERIFIER", "VERIFIES_88.118.1")
                .get()
                .uri("/api/v1/emission-sources/history?enterprise=" + CEMENT + "&source=KILN-1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1);
    }

    @Test
    void calendarAndFindings_sayWhatIsMissingAndOdd_alsoAsATable() {
        StringBuilder rows = new StringBuilder("source,kind,period,amount,unit\n");
        for (int month = 1; month <= 11; month++) {
            rows.append("K,diesel,2025-")
                    .append(month)
                    .append(',')
                    .append(month == 5 ? "31000" : "3" + month + ".5")
                    .append(",t\n");
        }
        clerk().post()
                .uri(DATA)
                .contentType(CSV)
                .bodyValue(rows.toString())
                .exchange()
                .expectStatus()
                .isCreated();
        clerk().get()
                .uri("/api/v1/activity-data/findings?year=2025&enterprise=" + CEMENT)
                .header("Accept-Language", "en")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.kind=='unit-slip')].periods[0]")
                .isEqualTo("2025-05")
                .jsonPath("$[?(@.kind=='gap')].periods[0]")
                .isEqualTo("2025-12")
                .jsonPath("$[0].method")
                .isNotEmpty();
        String table = clerk().get()
                .uri("/api/v1/activity-data/calendar?format=csv&lang=zh&year=2025&enterprise=" + CEMENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(table)
                .contains("排放源,种类,名称,2025-01")
                .contains("柴油")
                .contains("异常：")
                .contains(",缺");
        clerk().get()
                .uri("/api/v1/activity-data/findings?year=9999&enterprise=" + CEMENT)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void readings_thatAreNone_areRefusedWithTheirPlace() {
        admin().post()
                .uri("/api/v1/readings")
                .contentType(MediaType.parseMediaType("application/jose"))
                .bodyValue("a.b".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.violations[0].path")
                .isEqualTo("body");
        admin().get()
                .uri("/api/v1/readings/terminal?terminal=88.118.1/GW-1")
                .exchange()
                .expectBody()
                .jsonPath("$.sequence")
                .isEqualTo(1);
        admin().get()
                .uri("/api/v1/readings?meter=88.118.1/GW-1&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z")
                .exchange()
                .expectBody()
                .jsonPath("$.readings.length()")
                .isEqualTo(0);
        as("other", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2")
                .get()
                .uri("/api/v1/readings?meter=88.118.1/GW-1&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z")
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
