// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnitCodesProperties {
    private static final UnitCodes UNITS = UnitCodes.ucum();
    private static final MathContext CLOSE = new MathContext(20, RoundingMode.HALF_EVEN);

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(
                "kg",
                "g",
                "t",
                "kW.h",
                "MJ",
                "GJ",
                "kW",
                "MW",
                "m",
                "mm",
                "km",
                "m2",
                "L",
                "m3",
                "d",
                "h",
                "a",
                "%",
                "1",
                "t/d",
                "kg/s",
                "kg{CO2e}/t",
                "GJ/t",
                "kW.h/t",
                "J/kg");
    }

    /** From one to the other and back is where one began. */
    @Property
    void factor_thereAndBack_isOne(@ForAll("units") String one, @ForAll("units") String other) {
        assertThat(UNITS.factor(one, other).isPresent()).isEqualTo(UNITS.isComparable(one, other));
        UNITS.factor(one, other)
                .ifPresent(there -> assertThat(
                                there.multiply(UNITS.factor(other, one).orElseThrow())
                                        .round(CLOSE))
                        .isEqualByComparingTo(BigDecimal.ONE));
    }

    /** Any text is judged, never an error. */
    @Property
    void anyText_isJudged(@ForAll String text) {
        assertThat(UNITS.isValid(text)).isEqualTo(UNITS.findFault(text).isEmpty());
    }
}
