// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradedResultTest {
    @ParameterizedTest
    @CsvSource({"0.6,1", "0.6000001,2", "0.8,2", "1.2,3", "1.2000001,4", "2.0,4", "2.01,5"})
    void gradeOf_onTheBound_isTheBetterGrade(String ratio, int grade) {
        assertThat(Samples.scheme().gradeOf(new BigDecimal(ratio))).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"0.6,LOW", "0.61,MEDIUM", "2.0,MEDIUM", "2.01,HIGH"})
    void levelOf_onTheBound_isTheBetterLevel(String intensity, CarbonLevel level) {
        assertThat(Samples.scheme().levelOf(new BigDecimal(intensity))).isEqualTo(level);
    }

    @Test
    void aGradeThatItsFiguresDeny_isRefused() {
        assertThatThrownBy(() -> Samples.graded("e", "1.21", 3, false))
                .hasMessage("the grade given is 3, but K = 1.21 makes it 4");
    }

    @Test
    void scheme_withBoundsThatDoNotRise_isRefused() {
        BilingualText name = BilingualText.same("x");
        assertThatThrownBy(() -> new GradingScheme("x", "1", name, "0.6", "2.0", List.of("1", "1", "2", "3")))
                .hasMessageContaining("do not rise");
        assertThatThrownBy(() -> new GradingScheme("x", "1", name, "0.6", "2.0", List.of("1")))
                .hasMessageContaining("needs 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h/path", "http://u@h", "ftp://h", "http://[::1]:8080", "http://h?x", "http://"})
    void links_baseThatCannotStandInACode_isRefused(String base) {
        assertThatThrownBy(() -> new CodeLinks(URI.create(base.equals("http://") ? "http:///" : base)))
                .hasMessageContaining("allowed: http(s)://HOST");
    }

    @Test
    void links_areUpperCase() {
        assertThat(new CodeLinks(URI.create("https://tanma.example.cn/")).url("0A"))
                .isEqualTo("HTTPS://TANMA.EXAMPLE.CN/C/0A");
    }
}
