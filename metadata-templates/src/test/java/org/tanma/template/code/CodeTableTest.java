// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeTableTest {
    private static final CodeTable INDUSTRIES = CodeTable.industries();
    private static final CodeTable REGIONS = CodeTable.regions();

    @Test
    void industries_haveTheNumbersOfTheAmendedStandard_andEachItsParent() {
        Map<Integer, Long> levels =
                INDUSTRIES.codes().stream().collect(Collectors.groupingBy(String::length, Collectors.counting()));
        assertThat(levels)
                .containsEntry(1, 20L)
                .containsEntry(2, 97L)
                .containsEntry(3, 473L)
                .containsEntry(4, 1382L);
        for (String code : INDUSTRIES.codes()) {
            if (code.length() > 2) {
                assertThat(INDUSTRIES.contains(code.substring(0, code.length() - 1)))
                        .as(code)
                        .isTrue();
            } else if (code.length() == 2) {
                assertThat(IndustrySections.shared().ofDivision(code)).as(code).isPresent();
            }
        }
        for (String group : INDUSTRIES.codes()) {
            if (group.length() == 3) {
                assertThat(INDUSTRIES.codes()).as(group).anyMatch(c -> c.length() == 4 && c.startsWith(group));
            }
        }
        assertThat(INDUSTRIES.nameOf("3011").orElseThrow().zh()).isEqualTo("水泥制造");
        assertThat(INDUSTRIES.nameOf("C").orElseThrow().en()).isEqualTo("Manufacturing");
    }

    @Test
    void regions_nest_andNamesAreThere() {
        assertThat(REGIONS.codes()).allMatch(c -> c.matches("[1-8]\\d{5}"));
        for (String code : REGIONS.codes()) {
            assertThat(REGIONS.contains(code.substring(0, 2) + "0000")).as(code).isTrue();
            if (!code.endsWith("00")) {
                boolean inCity = REGIONS.contains(code.substring(0, 4) + "00");
                boolean underProvince = code.startsWith("90", 2);
                assertThat(inCity || underProvince).as(code).isTrue();
            }
        }
        assertThat(REGIONS.codes().stream().filter(c -> c.endsWith("0000"))).hasSize(34);
        assertThat(REGIONS.nameOf("330522").orElseThrow().zh()).isEqualTo("长兴县");
        assertThat(REGIONS.nameOf("330000").orElseThrow().en()).isEqualTo("Zhejiang");
        assertThat(REGIONS.contains("500105")).as("merged in 2025, still known").isTrue();
    }

    @Test
    void nearest_sharesDigitsFirst() {
        assertThat(INDUSTRIES.nearest("3019", 2)).containsExactly("3012", "3011");
        assertThat(REGIONS.nearest("330599", 1)).containsExactly("330523");
        assertThat(INDUSTRIES.nearest("99", 1)).containsExactly("97");
    }
}
