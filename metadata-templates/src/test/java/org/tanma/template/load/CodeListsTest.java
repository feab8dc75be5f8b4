// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tanma.template.model.CodeList;

class CodeListsTest {
    @Test
    void provinces_areThirtyFourSixDigitCodes() {
        CodeList provinces = TemplateCatalog.load()
                .get("enterprise")
                .findItem("orgAddrProvince")
                .orElseThrow()
                .codes();
        assertThat(provinces.codes()).hasSize(34).allMatch(c -> c.code().matches("[1-8]\\d0000"));
        assertThat(provinces.findByWords("浙江省"))
                .get()
                .extracting(CodeList.Code::code)
                .isEqualTo("330000");
        assertThat(provinces.findByWords("zhejiang")).isPresent();
    }

    @Test
    void industrySections_coverEveryDivisionOnce() throws Exception {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream("/templates/codes/gbt4754-2017-sections.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().skip(1).toList();
            assertThat(lines).hasSize(20);
            int next = 1;
            char letter = 'A';
            for (String line : lines) {
                String[] cells = line.split(",");
                assertThat(cells[0]).isEqualTo(String.valueOf(letter++));
                assertThat(Integer.parseInt(cells[1])).isEqualTo(next);
                next = Integer.parseInt(cells[2]) + 1;
            }
            assertThat(next).isEqualTo(98);
        }
    }
}
