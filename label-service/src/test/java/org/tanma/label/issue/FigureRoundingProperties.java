// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class FigureRoundingProperties {
    private static final GradingScheme SCHEME = Samples.scheme();

    @Property
    void rounding_neverMovesAFigureToAnotherGrade(@ForAll @BigRange(min = "0", max = "3") @Scale(9) BigDecimal exact) {
        BigDecimal rounded = new BigDecimal(FigureRounding.round(exact.toPlainString(), SCHEME.gradeMax()));
        assertThat(SCHEME.gradeOf(rounded)).isEqualTo(SCHEME.gradeOf(exact));
        assertThat(rounded.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Property
    void rounding_again_changesNothing(@ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal exact) {
        String once = FigureRounding.round(exact.toPlainString(), List.of());
        assertThat(FigureRounding.round(once, List.of())).isEqualTo(once);
    }

    @Example
    void examples() {
        assertThat(FigureRounding.round("0.8912345", SCHEME.gradeMax())).isEqualTo("0.891");
        assertThat(FigureRounding.round("0.6000001", SCHEME.gradeMax())).isEqualTo("0.6000001");
        assertThat(FigureRounding.round("0.80004", SCHEME.gradeMax())).isEqualTo("0.80004");
        assertThat(FigureRounding.round("0.6", SCHEME.gradeMax())).isEqualTo("0.6");
        assertThat(FigureRounding.round("1037310.4499", List.of())).isEqualTo("1040000");
        assertThat(FigureRounding.round("2.125", List.of())).isEqualTo("2.12");
        assertThat(FigureRounding.round("0", List.of())).isEqualTo("0");
    }
}
