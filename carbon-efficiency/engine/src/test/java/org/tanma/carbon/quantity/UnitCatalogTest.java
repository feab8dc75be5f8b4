// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.data.EngineCatalog;

class UnitCatalogTest {
    private static final UnitCatalog UNITS = EngineCatalog.readShipped().units();

    @ParameterizedTest
    @CsvSource({
        "t, t, 1",
        "吨, t, 1",
        "kg, t, 0.001",
        "万吨, t, 10000",
        "GJ, GJ, 1",
        "TJ, GJ, 1000",
        "百万千焦, GJ, 1",
        "kWh, GJ, 0.0036",
        "kwh, GJ, 0.0036",
        "千瓦时, GJ, 0.0036",
        "MWh, GJ, 3.6",
        "兆瓦时, GJ, 3.6",
        "万千瓦时, GJ, 36",
        "Nm3, Nm3, 1",
        "Nm³, Nm3, 1",
        "10^4 Nm3, Nm3, 10000",
        "10⁴Nm3, Nm3, 10000",
        "10⁴ Nm³, Nm3, 10000",
        "万Nm³, Nm3, 10000",
        "m3, m3, 1",
        "m³, m3, 1",
        "tC, tC, 1",
        "tCO2, tCO2, 1",
        "tCO₂, tCO2, 1",
        "tCO2e, tCO2e, 1",
        "万元, CNY, 10000",
        "CNY10k, CNY, 10000",
        "t/t, 1, 1",
        "kg/t, 1, 0.001",
        "%, 1, 0.01",
        "％, 1, 0.01",
        "GJ/10^4Nm3, GJ/Nm3, 0.0001",
        "tC/TJ, tC/GJ, 0.001",
        "kgCO2/kWh, tCO2/GJ, 0.2777777777777777777777777777777778",
        "tCO2/万元, tCO2/CNY, 0.0001",
        "TJ/Gg, GJ/t, 1",
        "kgce/t, GJ/t, 0.0293076",
        "kgce/重量箱, GJ/t, 0.586152",
        "kJ/(kg·°C), GJ/(t·°C), 0.001",
        "kJ/(kg·℃), GJ/(t·°C), 0.001",
        "kg/(t·AEmin/pot-d), 1/AEmin/pot-d, 0.001",
        "mol/piece, mol/piece, 1",
        "g/mol, t/mol, 0.000001"
    })
    void parse_writingsInUse(String text, String coherent, BigDecimal factor) {
        assertThat(UNITS.parse(text)).isInstanceOfSatisfying(ParsedUnit.Known.class, known -> {
            assertThat(known.unit().dimension().coherentSymbol()).isEqualTo(coherent);
            assertThat(known.unit().coherentFactor()).isEqualByComparingTo(factor);
        });
    }

    @ParameterizedTest
    @CsvSource({"MWH, MWh", "mWh, MWh", "mwh, MWh", "gj, GJ", "T, t", "tco2, tCO2", "tCO2/MWH, MWh"})
    void parse_wrongCase_isNeverGuessed(String text, String nearest) {
        assertThat(UNITS.parse(text)).isInstanceOfSatisfying(ParsedUnit.Unknown.class, unknown -> {
            assertThat(unknown.nearest()).first().isEqualTo(nearest);
            assertThat(unknown.differsInCaseOnly()).isTrue();
            assertThat(unknown.hint().en()).contains("case counts").contains(nearest);
        });
    }

    @Test
    void parse_nothingLikeIt_namesAllThatIsAllowed() {
        assertThat(UNITS.parse("furlong")).isInstanceOfSatisfying(ParsedUnit.Unknown.class, unknown -> {
            assertThat(unknown.differsInCaseOnly()).isFalse();
            assertThat(unknown.allowed()).contains("t", "GJ", "MWh", "10^4Nm3", "CNY10k");
        });
    }

    @Test
    void parse_overlongText_isUnknown() {
        assertThat(UNITS.parse("t".repeat(65))).isInstanceOf(ParsedUnit.Unknown.class);
        assertThat(UNITS.parse("t/t/t")).isInstanceOf(ParsedUnit.Unknown.class);
        assertThat(UNITS.parse("GJ/(t·furlong)")).isInstanceOf(ParsedUnit.Unknown.class);
        assertThat(UNITS.parse("GJ/(t·)")).isInstanceOf(ParsedUnit.Unknown.class);
        assertThat(UNITS.parse("GJ/()")).isInstanceOf(ParsedUnit.Unknown.class);
        assertThat(UNITS.parse("")).isInstanceOf(ParsedUnit.Unknown.class);
    }

    @Test
    void metersAndNormalMeters_areDifferentThings() {
        Quantity metered = Quantity.of("1", UNITS.get("m3"));
        assertThatThrownBy(() -> metered.in(UNITS.get("Nm3"))).isInstanceOf(DimensionMismatchException.class);
    }

    @Test
    void oneWriting_cannotStandForTwoUnits() {
        Unit tonne = Unit.coherent(Dimension.MASS);
        Unit joule = Unit.coherent(Dimension.ENERGY);
        List<UnitDefinition> definitions =
                List.of(new UnitDefinition(tonne, List.of("x")), new UnitDefinition(joule, List.of("x")));
        assertThatThrownBy(() -> new UnitCatalog(definitions)).hasMessageContaining("'x' stands for both");
    }
}
