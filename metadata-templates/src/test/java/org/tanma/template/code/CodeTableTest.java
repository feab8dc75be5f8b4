// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeTableTest {
    private static final CodeTable REGIONS = CodeTable.regions();

    @Test
    void sections_areNamedInBothLanguages_andHoldTwoDigitDivisionsOnly() {
        IndustrySections sections = IndustrySections.shared();
        assertThat(sections.ofDivision("30").orElseThrow().letter()).isEqualTo("C");
        assertThat(sections.find("C").orElseThrow().name().en()).isEqualTo("Manufacturing");
        assertThat(sections.find("C").orElseThrow().name().zh()).isEqualTo("制造业");
        for (String none : List.of("00", "98", "301", "3", "", "3x")) {
            assertThat(sections.ofDivision(none)).as(none).isEmpty();
        }
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
        assertThat(REGIONS.contains("500105")).as("merged in 2025, still taken").isTrue();
    }

    @Test
    void nearest_sharesDigitsFirst() {
        assertThat(REGIONS.nearest("330599", 1)).containsExactly("330523");
    }
}
