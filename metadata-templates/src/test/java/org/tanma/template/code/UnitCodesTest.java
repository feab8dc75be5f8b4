// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodesTest {
    private static final UnitCodes UNITS = UnitCodes.ucum();

    @ParameterizedTest
    @CsvSource({
        "kW.h,MJ,3.6",
        "MW.h,kW.h,1000",
        "t,kg,1000",
        "kg{CO2e}/t,g/kg,1",
        "%,1,0.01",
        "t/d,kg/d,1000",
        "t/a,kg/a,1000",
        "min/d,s/d,60",
        "a,d,365.25",
        "[lb_av],kg,0.45359237",
        "[in_i],mm,25.4",
        "GJ,kW.h,277.777777777777777777778",
        "L,m3,0.001"
    })
    void factor_isOfTheDefinition(String from, String to, BigDecimal factor) {
        assertThat(UNITS.factor(from, to)).get().isEqualTo(factor);
        assertThat(UNITS.isComparable(from, to)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tonne", "kw", "kgce", "KWH", "", "m//s", "kW h", "吨"})
    void otherSpellings_areNoCodes(String code) {
        assertThat(UNITS.isValid(code)).isFalse();
        assertThat(UNITS.findFault(code)).isPresent();
        assertThatThrownBy(() -> UNITS.canonical(code)).hasMessageContaining("no UCUM code");
    }

    @Test
    void longText_isNotLookedAt() {
        assertThat(UNITS.isValid("m".repeat(UnitCodes.MAX_LENGTH + 1))).isFalse();
    }

    @Test
    void otherDimension_orScaleWithOffset_hasNoFactor() {
        assertThat(UNITS.factor("kW", "MJ")).isEmpty();
        assertThat(UNITS.isComparable("kW", "MJ")).isFalse();
        assertThat(UNITS.isValid("Cel")).isTrue();
        assertThat(UNITS.factor("Cel", "K")).isEmpty();
        assertThat(UNITS.factor("Cel", "Cel")).contains(BigDecimal.ONE);
        assertThat(UNITS.canonical("kW.h")).isEqualTo(UNITS.canonical("MJ"));
    }

    @Test
    void tradeUnits_areValidCodes_bothWays() {
        for (String code : new String[] {"TNE", "KGM", "KWH", "GV", "MTK", "B22", "H87"}) {
            String ucum = TradeUnits.shared().ucum(code).orElseThrow();
            assertThat(UNITS.isValid(ucum)).isTrue();
            assertThat(TradeUnits.shared().commonCode(ucum)).contains(code);
        }
        assertThat(TradeUnits.shared().nameOf("t").orElseThrow().zh()).isEqualTo("吨");
        assertThat(TradeUnits.shared().commonCode("furlong")).isEmpty();
    }
}
