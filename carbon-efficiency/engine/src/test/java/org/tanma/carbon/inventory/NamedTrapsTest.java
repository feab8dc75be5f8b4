// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.CATALOG;
import static org.tanma.carbon.inventory.CementYear.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorQuery;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;

/** Slips seen in public code, each held by a test; the one of MgO is InventoryEngineTest.magnesia_countsWithItsOwnMolarMass. */
class NamedTrapsTest {
    @Test
    void gasIsCountedByTenThousandNormalCubicMetres() {
        String byTenThousand = new SectorYear("steel-ndrc/2013")
                .add("gas", "fuel/natural-gas", "2000", "10^4Nm3")
                .total();
        String byOne = new SectorYear("steel-ndrc/2013")
                .add("gas", "fuel/natural-gas", "20000000", "Nm3")
                .total();
        assertThat(byTenThousand).isEqualTo("43243.77618").isEqualTo(byOne);
    }

    @Test
    void cubicMetresAtTheMeter_areNoNormalCubicMetres() {
        assertThat(new SectorYear("steel-ndrc/2013")
                        .add("gas", "fuel/natural-gas", "20000000", "m3")
                        .missing())
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.reason()).isEqualTo(Missing.Reason.DIMENSION);
                    assertThat(missing.hint().en()).contains("temperature and pressure");
                });
    }

    /** A calorific value by Nm3 given as one by 10^4Nm3 is ten thousand times off, and refused, not computed. */
    @Test
    void calorificValueOfTheWrongVolume_isRefused() {
        assertThat(new SectorYear("steel-ndrc/2013")
                        .add("gas", "fuel/natural-gas", "2000", "10^4Nm3", "net-calorific-value", "389.31", "GJ/Nm3")
                        .missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.reason()).isEqualTo(Missing.Reason.RANGE));
    }

    /** The EU's mass balance takes 3.664, the Chinese guides 44/12: each by its own document, 0.07 % apart. */
    @Test
    void massOfCo2PerCarbon_isTheDocumentsOwn() {
        BigDecimal byGuide = new BigDecimal(new SectorYear("chemicals-ndrc/2013")
                .add("feed", "material-input/methanol", "1000", "t", "carbon-mass-content", "0.375", "tC/t")
                .total());
        BigDecimal byRegulation = CATALOG
                .methods()
                .find(EditionRef.parse("cbam-2025-2547/2025"))
                .orElseThrow()
                .findTerm("mass-balance")
                .orElseThrow()
                .rules()
                .stream()
                .flatMap(rule -> Stream.ofNullable(rule.constant()))
                .filter(constant -> constant.text().equals("3.664"))
                .findFirst()
                .orElseThrow()
                .value()
                .amount()
                .multiply(new BigDecimal("375"));
        assertThat(byGuide).isEqualByComparingTo("1375");
        assertThat(byRegulation).isEqualByComparingTo("1374");
    }

    @Test
    void tonnesOfCarbon_areNoTonnesOfCo2() {
        assertThat(new SectorYear("steel-ndrc/2013")
                        .add("lime", "flux/limestone", "1", "t", "emission-factor", "0.12", "tC/t")
                        .missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.reason()).isEqualTo(Missing.Reason.DIMENSION));
    }

    @Test
    void footprintFactorOfElectricity_isRefusedWhereAGridFactorIsNeeded_andTheOtherWayRound() {
        assertThat(CementYear.missing(new InventoryRequest(
                        "test",
                        2026,
                        new InventoryBasis(
                                EditionRef.parse("cbam-2025-2547/2025"), null, EditionRef.parse("gwp/ar5"), "CN"),
                        List.of(new ActivityEntry(
                                "grid",
                                ActivityId.parse("electricity"),
                                ActivityPeriod.ofYear(2026),
                                quantity("1", "MWh"),
                                Map.of(
                                        Parameter.EMISSION_FACTOR,
                                        new MeasuredValue(quantity("0.5777", "kgCO2e/kWh"), "notice")),
                                null,
                                null)),
                        List.of(),
                        Set.of("combustion", "process", "mass-balance"),
                        quantity("1", "t"))))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.reason()).isEqualTo(Missing.Reason.DIMENSION);
                    assertThat(missing.hint().en()).contains("footprint factor");
                });
        assertThat(electricity("electricity-footprint").dimension())
                .isNotEqualTo(electricity("grid-co2").dimension());
    }

    private static Quantity electricity(String dataset) {
        return CATALOG.factors()
                .find(new FactorQuery(
                        dataset,
                        null,
                        "grid-electricity.emission-factor",
                        CATALOG.geographies()
                                .chain(CATALOG.geographies().find("CN").orElseThrow()),
                        LocalDate.of(2023, 12, 31),
                        0))
                .orElseThrow()
                .factor()
                .value();
    }

    /** 100 t of argon with 20 % CO2 by volume hold 21.5686 t of CO2, not 20. */
    @Test
    void sharesByVolume_areNoSharesByMass() {
        BigDecimal total = new BigDecimal(weld("20", "80").total());
        assertThat(total)
                .isCloseTo(
                        new BigDecimal("880").divide(new BigDecimal("40.8"), MathContext.DECIMAL128),
                        Offset.offset(new BigDecimal("1e-28")));
    }

    private static SectorYear weld(String co2, String argon) {
        return new SectorYear("machinery-ndrc/2015")
                .add(
                        "weld",
                        "shielding-gas",
                        "100",
                        "t",
                        "co2-share",
                        co2,
                        "%",
                        "argon-share",
                        argon,
                        "%",
                        "opening-stock",
                        "0",
                        "t",
                        "closing-stock",
                        "0",
                        "t",
                        "transferred-out",
                        "0",
                        "t");
    }

    @Test
    void mixtureThatIsNoWhole_isRefused() {
        assertThat(weld("20", "70").missing()).singleElement().satisfies(missing -> {
            assertThat(missing.path()).endsWith("/co2-share");
            assertThat(missing.given()).isEqualTo("0.9");
        });
    }

    @Test
    void stockBelowZero_isRefused() {
        assertThat(new SectorYear("machinery-ndrc/2015")
                        .add(
                                "line",
                                "refrigerant/hfc-134a",
                                "1",
                                "t",
                                "opening-stock",
                                "0",
                                "t",
                                "closing-stock",
                                "2",
                                "t",
                                "transferred-out",
                                "0",
                                "t")
                        .missing())
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.path()).endsWith("/closing-stock");
                    assertThat(missing.given()).isEqualTo("-1 t");
                    assertThat(missing.allowed()).isEqualTo(">= 0");
                });
    }

    @Test
    void moreCodGoingOutThanIn_isRefused() {
        assertThat(new SectorYear("other-industry-ndrc/2015")
                        .add(
                                "pond",
                                "waste-water",
                                "1000",
                                "m3",
                                "cod-in",
                                "1",
                                "kg/m3",
                                "cod-out",
                                "2",
                                "kg/m3",
                                "sludge-cod",
                                "0",
                                "t",
                                "methane-capacity",
                                "0.25",
                                "1",
                                "methane-correction",
                                "0.5",
                                "1")
                        .missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.path()).endsWith("/cod-in"));
    }

    /** Anode effects: 0.034 and 0.0034 kg/t; one public table has C2F6 ten times too high. */
    @Test
    void c2f6_isATenthOfCf4() {
        List<GasTotal> gases = new SectorYear("aluminium-ndrc/2013")
                .add("pots", "anode-effect", "1000000", "t")
                .inventory()
                .totals()
                .gases();
        assertThat(gases.get(1).mass().amountText()).isEqualTo("34");
        assertThat(gases.get(2).mass().amountText()).isEqualTo("3.4");
    }
}
