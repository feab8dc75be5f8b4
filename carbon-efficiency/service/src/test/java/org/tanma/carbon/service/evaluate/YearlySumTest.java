// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.service.CarbonFixture;

class YearlySumTest {
    private static YearlySum.Part part(String source, int month, String amount, String unit) {
        Unit known = CarbonFixture.CATALOG.units().get(unit);
        return new YearlySum.Part(source, month, Quantity.of(amount, known));
    }

    private static List<YearlySum.Part> months(String source, int last) {
        List<YearlySum.Part> parts = new ArrayList<>();
        for (int month = 1; month <= last; month++) {
            parts.add(part(source, month, "1", "t"));
        }
        return parts;
    }

    @Test
    void of_nothing_isNothing_notZero() {
        assertThat(YearlySum.of(List.of()).total()).isNull();
        assertThat(YearlySum.of(List.of()).gaps()).isEmpty();
    }

    @Test
    void of_monthsOfOneSource_andAYearOfAnother_addsThemInTheFirstUnit() {
        List<YearlySum.Part> parts = months("A", 12);
        parts.add(part("B", 0, "500", "kg"));
        assertThat(YearlySum.of(parts).total())
                .isEqualTo(part("A", 0, "12.5", "t").amount());
    }

    @Test
    void of_missingMonths_namesThem() {
        YearlySum sum = YearlySum.of(months("A", 10));
        assertThat(sum.total()).isNull();
        assertThat(sum.gaps())
                .singleElement()
                .satisfies(g -> assertThat(g.en()).isEqualTo("A: months missing: 11, 12"));
    }

    @Test
    void of_yearAndMonthsOfOneSource_isNotCountedTwice() {
        List<YearlySum.Part> parts = months("A", 12);
        parts.add(part("A", 0, "12", "t"));
        assertThat(YearlySum.of(parts).total()).isNull();
    }

    @Test
    void of_unlikeUnits_isRefused() {
        assertThat(YearlySum.of(List.of(part("A", 0, "1", "t"), part("B", 0, "1", "piece")))
                        .gaps())
                .hasSize(1);
    }
}
