// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.registrar.RegistrarRoom.CEMENT;
import static org.tanma.resolver.registrar.RegistrarRoom.kiln;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.rest.RegistrarApi;

class RecordPageTest {
    @TempDir
    Path folder;

    private RegistrarApi api;

    @BeforeEach
    void open() {
        api = new RegistrarApi(folder);
        Map<String, String> odd = kiln("<b>窑 & 炉</b>");
        api.room.register(
                "device",
                CEMENT,
                RegistrationRow.of(1, "88.118.1/KILN-1", kiln("1 号窑")),
                RegistrationRow.of(2, "88.118.1/线/炉 #2?", odd));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private String page(String path, int status, String language) {
        return Objects.requireNonNull(api.client
                .get()
                .uri(URI.create(path))
                .header(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .exists("Content-Security-Policy")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void record_showsKindItemsUnitsMeaningsAndRawValues() {
        String zh = page("/resolve/88.118.1/KILN-1", 200, "zh-CN");
        assertThat(zh)
                .contains("<html lang=\"zh-CN\">", "<h1>1 号窑</h1>", "设备", "额定功率", "630 kW", "窑炉", "(kiln)")
                .contains("href=\"/resolve/88.118.1/ENTERPRISE?lang=zh\"")
                .contains("<code>ratedPowerKw</code>", "HS_ADMIN", "0.NA/88.118.1")
                .contains("href=\"/resolve/88.118/TEMPLATE.DEVICE?lang=zh\"")
                .doesNotContain("演示数据 · ", "<script");
        String en = page("/resolve/88.118.1/KILN-1", 200, "en-GB");
        assertThat(en).contains("<html lang=\"en\">", "Rated power", "Device", "Handle values as stored");
        assertThat(page("/resolve/88.118.1/KILN-1?lang=en", 200, "zh")).contains("Rated power");
    }

    @Test
    void record_demonstrationSaysSo_andHidesWhatIsNotPublic() {
        assertThat(page("/resolve/88.118.1/ENTERPRISE", 200, "zh"))
                .contains("演示数据 · Demonstration data", "仅所属企业可见的内容未显示", "浙江省", "(330000)")
                .doesNotContain("张三");
    }

    @Test
    void record_oddHandleAndText_areEscaped() {
        assertThat(page("/resolve/88.118.1/%E7%BA%BF/%E7%82%89%20%232%3F", 200, "zh"))
                .contains("&lt;b&gt;窑 &amp; 炉&lt;/b&gt;")
                .contains("88.118.1/%E7%BA%BF/%E7%82%89%20%232%3F")
                .doesNotContain("<b>窑");
    }

    @Test
    void unknown_namesTheNearest_andWhereElseToAsk() {
        assertThat(page("/resolve/88.118.1/KLIN-1", 404, "zh"))
                .contains("未在本节点登记", "88.118.1/KLIN-1", "相近的标识")
                .contains("href=\"/resolve/88.118.1/KILN-1?lang=zh\"");
        assertThat(page("/resolve/10.1000/182", 404, "en"))
                .contains("Prefix 10.1000 does not belong to this node", "https://hdl.handle.net/10.1000/182");
        assertThat(page("/resolve/nothing", 400, "en")).contains("is like no identifier this node knows");
    }

    @Test
    void json_forPrograms() {
        for (String accept : List.of("application/json", "*/*")) {
            api.client
                    .get()
                    .uri("/resolve/88.118.1/KILN-1")
                    .header(HttpHeaders.ACCEPT, accept)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                    .expectBody()
                    .jsonPath("$.items.deviceName")
                    .isEqualTo("1 号窑");
        }
        api.client
                .get()
                .uri("/resolve/88.118.1/NONE")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
