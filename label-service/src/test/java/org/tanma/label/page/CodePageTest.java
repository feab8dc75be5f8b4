// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tanma.label.app.LabelNode;
import org.tanma.label.issue.CodeRevoker;
import org.tanma.label.issue.CodeToken;
import org.tanma.label.issue.Figure;
import org.tanma.label.issue.GradedResult;
import org.tanma.label.issue.Grading;
import org.tanma.label.issue.Samples;

class CodePageTest {
    /** What a phone gets in its first round trip. */
    private static final int FIRST_WINDOW = 14 * 1024;

    @TempDir
    Path directory;

    private LabelNode node;
    private WebTestClient client;

    @BeforeEach
    void start() {
        node = new LabelNode(directory, URI.create("http://127.0.0.1:8080"));
        client = node.client();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private EntityExchangeResult<String> open(String path, String language) {
        return client.get()
                .uri(URI.create(path))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private String page(String token, String language, int status) {
        var answer = open("/c/" + token, language);
        assertThat(answer.getStatus().value()).isEqualTo(status);
        return answer.getResponseBody();
    }

    @Test
    void valid_saysSoFirst_inBothLanguages() {
        String token = node.issue(Samples.graded("e1"));
        String zh = page(token, "zh-CN,zh;q=0.9", 200);
        String en = page(token, "en", 200);
        assertThat(zh).contains("<html lang=\"zh-CN\">", "演示码，有效 · 太湖示范水泥有限公司", "verdict check good", "无第三方核查");
        assertThat(en).contains("<html lang=\"en\">", "Demonstration, valid · Taihu Demonstration Cement Co., Ltd.");
        assertThat(zh.indexOf("有效 ·")).isLessThan(zh.indexOf("10.1")).isLessThan(zh.indexOf("class=\"scale\""));
        assertThat(en)
                .contains(
                        "10.1</strong> tonnes CO₂e per 10,000 yuan of value added",
                        "1,040,000",
                        "11% below the peer mean")
                .contains("▸ Grade 3 ≤ 1.2", "▸ high carbon > 2.0".replace(">", "&gt;"), "1.25%")
                .contains("cn-cement 2015", "AR5", "Not verified: Organic carbon", "Not covered: Transport")
                .contains("href=\"/resolve/88.118.1/C-" + token, "2027-06-30, to the end of that day (UTC+8)")
                .contains("aria-label=\"HTTP://127.0.0.1:8080/C/" + token);
    }

    @Test
    void emissionsTheSchemeLeavesOut_areToldApartFromTheTotal() {
        GradedResult all = Samples.graded("e1");
        String counting = page(node.issue(all), "en", 200);
        assertThat(counting).doesNotContain("Counted in the grade");
        Grading g = all.grading();
        Grading energyOnly = new Grading(
                g.valueAdded(),
                new Figure("4.2937", Figure.T_CO2E_PER_TEN_THOUSAND_CNY),
                g.peerMean(),
                g.peerCount(),
                g.peerYear(),
                g.ratio(),
                g.level(),
                g.efficiencyGrade(),
                null,
                g.scheme());
        String html = page(
                node.issue(new GradedResult(
                        "e2",
                        all.resultDigest(),
                        all.enterprise(),
                        2026,
                        all.emissions(),
                        energyOnly,
                        all.basis(),
                        true)),
                "en",
                200);
        assertThat(html)
                .contains("Counted in the grade</th><td class=\"number\">439,000</td>")
                .contains("<strong>1,040,000</strong>", "not evaluated");
    }

    @Test
    void page_isOneSmallRequest_withoutScriptOrInlineStyle() throws IOException {
        String token = node.issue(Samples.graded("e1"));
        for (String language : new String[] {"zh", "en"}) {
            String html = page(token, language, 200);
            assertThat(html).doesNotContain("<script", " style=", "<img", "javascript:");
            assertThat(html.replace("<link rel=\"icon\" href=\"data:,\">", "")).doesNotContain("<link");
            assertThat(html.replaceAll("(?s)<style>.*?</style>", "")).doesNotContain("url(", "http://", "https://");
            assertThat(gzip(html)).isLessThanOrEqualTo(FIRST_WINDOW);
        }
    }

    @Test
    void address_doesNotMindItsCase() {
        String token = node.issue(Samples.graded("e1"));
        for (String path : new String[] {"/C/" + token, "/c/" + token.toLowerCase(), "/C/" + token.toLowerCase()}) {
            assertThat(open(path, "zh").getResponseBody()).contains("演示码，有效");
        }
    }

    @Test
    void answer_mayBeKeptForAMinute_andIsNotSentTwice() {
        String token = node.issue(Samples.graded("e1"));
        var headers = open("/c/" + token, "zh").getResponseHeaders();
        assertThat(headers.getCacheControl()).isEqualTo("max-age=60, public");
        client.get()
                .uri("/c/" + token)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh")
                .header(HttpHeaders.IF_NONE_MATCH, headers.getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void unknownCode_isNotFound_andSaysWhatToDo() {
        String html = page("00000000000000000000", "zh", 404);
        assertThat(html).contains("查无此码", "00000000000000000000", "没有 I、L、O、U").doesNotContain("有效 ·");
        assertThat(page("%3Cscript%3E", "en", 404))
                .contains("Unknown code", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void revoked_superseded_expired_sayWhy() {
        String first = node.issue(Samples.graded("e1"));
        String second = node.issue(Samples.graded("e2"));
        assertThat(page(first, "en", 200))
                .contains("superseded", "href=\"/c/" + second + "?lang=en\"")
                .doesNotContain("Scan to open");
        node.now = Instant.parse("2027-06-30T16:00:00Z");
        assertThat(page(second, "en", 200)).contains("Demonstration, expired", "verdict check warn");
        node.context.getBean(CodeRevoker.class).revoke(new CodeToken(second), "wrong <b>meter</b>", Samples.REGULATOR);
        assertThat(page(second, "en", 200))
                .contains("Demonstration, revoked", "verdict check bad", "wrong &lt;b&gt;meter&lt;/b&gt;")
                .doesNotContain("aria-label=\"HTTP://");
    }

    @Test
    void changedRow_orNoStore_isNeverCalledValid() {
        String token = node.issue(Samples.graded("e1"));
        node.database().jdbi().useHandle(h -> h.execute("UPDATE code SET standing = replace(standing, 'clerk', 'x')"));
        assertThat(page(token, "zh", 200)).contains("无法核验", "与签名不符").doesNotContain("太湖示范水泥");
        node.database().close();
        var answer = open("/c/" + token, "zh");
        assertThat(answer.getStatus().value()).isEqualTo(503);
        assertThat(answer.getResponseBody()).contains("暂时无法核验");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void realEnterprise_bearsNoDemonstrationWords() {
        String token = node.issue(Samples.graded("e1", "0.3", 1, false));
        assertThat(page(token, "zh", 200)).contains("<h1>有效 · 太湖").doesNotContain("演示数据", "演示码");
    }

    private static int gzip(String html) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }
}
