// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.EngineCatalog;

class QuantityTest {
    private static final UnitCatalog UNITS = EngineCatalog.readShipped().units();

    private static Quantity quantity(String amount, String unit) {
        return Quantity.of(amount, UNITS.get(unit));
    }

    @Test
    void sums_keepTheLeftUnit() {
        assertThat(quantity("1", "t").plus(quantity("500", "kg"))).isEqualTo(quantity("1.5", "t"));
        assertThat(quantity("1", "kg").minus(quantity("1", "t"))).isEqualTo(quantity("-999", "kg"));
    }

    @Test
    void carbon_carbonDioxideAndItsEquivalent_neverAdd() {
        for (String other : new String[] {"tCO2", "tCO2e", "t"}) {
            assertThatThrownBy(() -> quantity("1", "tC").plus(quantity("1", other)))
                    .isInstanceOf(DimensionMismatchException.class)
                    .hasMessageContaining("different things");
        }
    }

    @Test
    void products_carryTheirDimension() {
        Quantity energy = quantity("2000", "10^4Nm3").times(quantity("389.31", "GJ/10^4Nm3"));
        assertThat(energy).isEqualTo(quantity("778620", "GJ"));
        assertThat(energy.times(quantity("15.3", "tC/TJ"))).isEqualTo(quantity("11912.886", "tC"));
        assertThat(quantity("1", "tCO2").dividedBy(quantity("2", "t")).unit().symbol())
                .isEqualTo("tCO2/t");
        assertThat(quantity("6", "GJ").dividedBy(quantity("2", "GJ")).dimension())
                .isEqualTo(Dimension.NONE);
    }

    @Test
    void carbonPerTerajoule_andPerGigajoule_areAThousandApart() {
        assertThat(quantity("26.18", "tC/TJ").in(UNITS.get("tC/GJ")).amount()).isEqualByComparingTo("0.02618");
    }

    @Test
    void equality_isOfFigureAndUnit_comparisonOfWhatIsMeasured() {
        assertThat(quantity("1.50", "t")).isEqualTo(quantity("1.5", "t")).hasToString("1.5 t");
        assertThat(quantity("1", "t")).isNotEqualTo(quantity("1000", "kg"));
        assertThat(quantity("1", "t").compareTo(quantity("1000", "kg"))).isZero();
        assertThat(quantity("1000", "t").amountText()).isEqualTo("1000");
    }

    @Test
    void figureTooLongToPrint_isRefused() {
        assertThat(quantity("1e1000", "t").amountText()).hasSize(1001);
        for (String amount : new String[] {"1e1001", "1e-1001", "1e999999999", "9".repeat(1001)}) {
            assertThatThrownBy(() -> quantity(amount, "t")).hasMessageContaining("at most 1000 digits");
        }
    }

    @Test
    void unit_needsAPositiveFactor() {
        assertThatThrownBy(() -> new Unit("x", Dimension.MASS, BigDecimal.ZERO)).hasMessageContaining("positive");
    }

    @Test
    void dimension_symbols() {
        Dimension rate = Dimension.CO2.per(Dimension.ENERGY.times(Dimension.MASS));
        assertThat(rate.coherentSymbol()).isEqualTo("tCO2/(t·GJ)");
        assertThat(Dimension.NONE.per(Dimension.MASS)).hasToString("1/t");
        assertThat(Dimension.MASS.times(Dimension.MASS)).hasToString("t^2");
        assertThat(rate.times(Dimension.MASS).times(Dimension.ENERGY)).isEqualTo(Dimension.CO2);
    }
}
