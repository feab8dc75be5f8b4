// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanma.carbon.inventory.CementYear.CATALOG;
import static org.tanma.carbon.inventory.CementYear.months;
import static org.tanma.carbon.inventory.CementYear.quantity;
import static org.tanma.carbon.inventory.CementYear.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.SharedParameter;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.report.ResultDocument;

class PhysicalGradingEngineTest {
    private static final EditionRef SCHEME = EditionRef.parse("physical-intensity/2026");
    /** Coal whose ton is a ton of standard coal. */
    private static final SharedParameter STANDARD_COAL =
            shared("fuel/bituminous-coal", Parameter.NET_CALORIFIC_VALUE, "29.3076", "GJ/t");

    private static InventoryRequest cement() {
        List<SharedParameter> parameters = new ArrayList<>(CementYear.parameters());
        parameters.add(STANDARD_COAL);
        return CementYear.request().withParameters(parameters);
    }

    private static Inventory energy(List<ActivityEntry> entries, SharedParameter... parameters) {
        Set<String> absent = new java.util.TreeSet<>(Set.of("fuel", "electricity", "heat"));
        entries.forEach(entry -> absent.remove(entry.activity().term()));
        return CementYear.inventory(new InventoryRequest(
                "test",
                CementYear.YEAR,
                new InventoryBasis(
                        EditionRef.parse("industry-energy/2015"), null, EditionRef.parse("gwp/ar5"), "CN-33"),
                entries,
                List.of(parameters),
                absent,
                null));
    }

    private static PhysicalRequest.Made made(String product, String amount, String unit) {
        return new PhysicalRequest.Made(product, quantity(amount, unit), Map.of(), Map.of());
    }

    private static PhysicalOutcome outcome(InventoryOutcome inventory, PhysicalRequest.Made made) {
        return CATALOG.physicalGradingEngine()
                .grade(new PhysicalRequest(SCHEME, List.of(made), Map.of(), null), inventory)
                .get(0);
    }

    private static PhysicalGrade graded(PhysicalOutcome outcome) {
        assertThat(outcome).isInstanceOf(PhysicalGrade.class);
        return (PhysicalGrade) outcome;
    }

    private static List<String> reasons(PhysicalOutcome outcome) {
        assertThat(outcome).isInstanceOf(PhysicalOutcome.NotGraded.class);
        return ((PhysicalOutcome.NotGraded) outcome)
                .reasons().stream().map(PhysicalOutcome.Refusal::code).toList();
    }

    /** 120 000 t of standard coal at the kiln; levels of clinker are 100, 107 and 117 kgce/t. */
    @ParameterizedTest
    @CsvSource({"1200000, 1", "1199999.9999999, 2", "1121495.4, 2", "1121495.2, 3", "1025641.1, 3", "1025641.0, 4"})
    void clinker_levelsBelongToTheirGrade(String tons, int grade) {
        PhysicalGrade graded = graded(outcome(
                CementYear.inventory(cement()),
                new PhysicalRequest.Made("clinker", quantity(tons, "t"), Map.of("kiln", BigDecimal.ONE), Map.of())));
        assertThat(graded.grade()).isEqualTo(grade);
        assertThat(graded.energy()).isEqualTo(quantity("120000000", "kgce"));
        assertThat(graded.toBetter() == null).isEqualTo(grade == 1);
        assertThat(graded.quality()).isEqualTo(Quality.UNVERIFIED);
    }

    @Test
    void wholeSite_addsElectricityInStandardCoal() {
        PhysicalGrade graded = graded(outcome(CementYear.inventory(cement()), made("clinker", "1200000", "t")));
        assertThat(graded.isWholeSite()).isTrue();
        // 96 000 MWh × 0.1229 kgce/kWh = 11 798 400 kgce
        assertThat(graded.energy()).isEqualTo(quantity("131798400", "kgce"));
        assertThat(graded.intensity()).isEqualTo(quantity("109.832", "kgce/t"));
        assertThat(graded.grade()).isEqualTo(3);
        assertThat(graded.toBetter()).isEqualTo(quantity("3398400", "kgce")); // 131 798 400 − 107 × 1 200 000
        assertThat(graded.parts()).hasSize(2).anySatisfy(part -> {
            assertThat(part.carrier()).isEqualTo("electricity");
            assertThat(part.origin()).isEqualTo("standard-coal/energy-yearbook-2022 electricity.standard-coal");
        });
    }

    @Test
    void share_ofASource_countsInPart() {
        PhysicalGrade graded = graded(outcome(
                CementYear.inventory(cement()),
                new PhysicalRequest.Made(
                        "clinker-electricity",
                        quantity("1200000", "t"),
                        Map.of("grid", new BigDecimal("0.6")),
                        Map.of())));
        assertThat(graded.energy()).isEqualTo(quantity("57600000", "kWh"));
        assertThat(graded.intensity()).isEqualTo(quantity("48", "kWh/t"));
        assertThat(graded.grade()).isEqualTo(1);
    }

    @Test
    void coal_ofNoMeasuredCalorificValue_isNotGraded_forTheTablesGiveNoRank() {
        PhysicalOutcome outcome =
                outcome(CementYear.inventory(CementYear.request()), made("clinker-coal", "1200000", "t"));
        assertThat(reasons(outcome)).containsExactly("energy");
        assertThat(((PhysicalOutcome.NotGraded) outcome).reasons().get(0).allowed())
                .contains("standardCoal/bituminous-coal (kgce/t)");
    }

    @Test
    void naturalGas_isARange_soItIsMeasuredOrGiven() {
        Inventory gas = energy(months("boiler", "fuel/natural-gas", "100", "10^4Nm3"));
        PhysicalOutcome without = outcome(gas, made("methanol-natural-gas", "10000", "t"));
        assertThat(reasons(without)).containsExactly("energy");
        assertThat(((PhysicalOutcome.NotGraded) without).reasons().get(0).allowed())
                .contains("1.1 kgce/m3 – 1.33 kgce/m3");
        PhysicalOutcome given = CATALOG.physicalGradingEngine()
                .grade(
                        new PhysicalRequest(
                                SCHEME,
                                List.of(made("methanol-natural-gas", "12900", "t")),
                                Map.of("natural-gas", new MeasuredValue(quantity("1.29", "kgce/Nm3"), "supplier")),
                                null),
                        gas)
                .get(0);
        // 12 000 000 Nm3 × 1.29 ÷ 12 900 t = 1200 kgce/t
        assertThat(graded(given).intensity()).isEqualTo(quantity("1200", "kgce/t"));
        assertThat(graded(given).grade()).isEqualTo(3);
        PhysicalOutcome wrongUnit = CATALOG.physicalGradingEngine()
                .grade(
                        new PhysicalRequest(
                                SCHEME,
                                List.of(made("methanol-natural-gas", "12900", "t")),
                                Map.of("natural-gas", new MeasuredValue(quantity("1.29", "kgce/m3"), "supplier")),
                                null),
                        gas)
                .get(0);
        assertThat(reasons(wrongUnit)).containsExactly("energy");
    }

    @Test
    void limits_notYetInForce_areNotComparedWith_unlessAsked() {
        Inventory site = energy(months("meter", "electricity", "1000", "MWh"));
        PhysicalRequest.Made furnace = new PhysicalRequest.Made(
                "eaf-70", quantity("24580", "t"), Map.of(), Map.of("hot-metal-share", new BigDecimal("10")));
        assertThat(reasons(outcome(site, furnace))).containsExactly("limits");
        PhysicalOutcome later = CATALOG.physicalGradingEngine()
                .grade(new PhysicalRequest(SCHEME, List.of(furnace), Map.of(), LocalDate.of(2026, 12, 31)), site)
                .get(0);
        // 12 000 MWh × 0.1229 ÷ 24 580 t = 60 kgce/t; 10 % hot metal lowers 61, 64 and 72 by 8
        PhysicalGrade graded = graded(later);
        assertThat(graded.intensity()).isEqualTo(quantity("60", "kgce/t"));
        assertThat(graded.lines()).extracting(line -> line.value().amountText()).containsExactly("53", "56", "64");
        assertThat(graded.grade()).isEqualTo(3);
    }

    @Test
    void correction_needsItsFigure_andTakesNoOther() {
        Inventory site = energy(months("meter", "electricity", "1000", "MWh"));
        assertThat(reasons(outcome(site, made("cement", "1000000", "t")))).containsExactly("figure");
        assertThat(reasons(outcome(
                        site,
                        new PhysicalRequest.Made(
                                "clinker", quantity("1", "t"), Map.of(), Map.of("wind", BigDecimal.ONE)))))
                .containsExactly("figure");
        PhysicalGrade graded = graded(outcome(
                site,
                new PhysicalRequest.Made(
                        "cement", quantity("100000", "t"), Map.of(), Map.of("clinker-share", new BigDecimal("80")))));
        assertThat(graded.lines())
                .extracting(line -> line.value().amountText())
                .containsExactly("85.5", "92.75", "100");
    }

    @Test
    void level_thatIsNotSet_isSkipped() {
        Inventory site = energy(months("meter", "electricity", "1000", "MWh"));
        PhysicalOutcome outcome = CATALOG.physicalGradingEngine()
                .grade(
                        new PhysicalRequest(
                                SCHEME,
                                List.of(new PhysicalRequest.Made(
                                        "eaf-50",
                                        quantity("22689.2", "t"), // 65 kgce/t
                                        Map.of(),
                                        Map.of("hot-metal-share", BigDecimal.ZERO))),
                                Map.of(),
                                LocalDate.of(2026, 7, 1)),
                        site)
                .get(0);
        assertThat(graded(outcome).lines())
                .extracting(PhysicalGrade.ReferenceLine::level)
                .containsExactly(1, 3);
        assertThat(graded(outcome).grade()).isEqualTo(3);
    }

    @Test
    void allReasons_atOnce() {
        Inventory site = energy(months("meter", "electricity", "1000", "MWh"));
        assertThat(reasons(outcome(
                        site,
                        new PhysicalRequest.Made(
                                "clinker", quantity("0", "t"), Map.of("kiln", BigDecimal.ONE), Map.of()))))
                .containsExactly("output", "source");
        assertThat(reasons(outcome(site, made("clinker", "5", "piece")))).containsExactly("output");
        assertThat(reasons(outcome(site, made("tea", "5", "t")))).containsExactly("product");
        assertThat(reasons(outcome(
                        new Incomplete(CementYear.missing(CementYear.request().withEntries(List.of()))),
                        made("clinker", "5", "t"))))
                .containsExactly("inventory");
        assertThat(reasons(CATALOG.physicalGradingEngine()
                        .grade(
                                new PhysicalRequest(
                                        EditionRef.parse("zhejiang-carbon-efficiency/2026"),
                                        List.of(made("clinker", "5", "t")),
                                        Map.of(),
                                        null),
                                site)
                        .get(0)))
                .containsExactly("scheme");
    }

    @Test
    void share_isAboveZeroAndAtMostOne() {
        assertThatThrownBy(() -> new PhysicalRequest.Made(
                        "clinker", quantity("1", "t"), Map.of("kiln", new BigDecimal("1.1")), Map.of()))
                .hasMessageContaining("at most 1");
    }

    @Test
    void orderOfReadings_changesNoByte() {
        List<ActivityEntry> shuffled = new ArrayList<>(cement().entries());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(bytes(cement().withEntries(shuffled))).isEqualTo(bytes(cement()));
    }

    private static String bytes(InventoryRequest request) {
        return ResultDocument.of(List.of(outcome(CementYear.inventory(request), made("clinker", "1200000", "t"))))
                .json();
    }

    @Test
    void everyProduct_hasALevelInItsEditions_inAnEnergyUnit() {
        PhysicalScheme scheme =
                CATALOG.schemes().find(SCHEME, PhysicalScheme.class).orElseThrow();
        assertThat(scheme.products()).hasSizeGreaterThan(50);
        scheme.products().values().forEach(product -> {
            List<org.tanma.carbon.factor.Factor> rows = product.limits().stream()
                    .flatMap(edition -> java.util.stream.IntStream.rangeClosed(1, 3)
                            .mapToObj(level -> CATALOG.factors().findById(edition, product.row() + ".level-" + level)))
                    .flatMap(java.util.Optional::stream)
                    .toList();
            assertThat(rows).as(product.id()).isNotEmpty();
            assertThat(ReferenceLines.numerator(rows.get(0), CATALOG.units()).symbol())
                    .as(product.id())
                    .isEqualTo(
                            product.measure() == PhysicalScheme.Measure.ELECTRICITY
                                    ? "kWh"
                                    : rows.get(0).value().unit().symbol().replaceAll("/.*", ""));
        });
    }

    @Test
    void everyTermOfEnergy_ofEveryMethod_hasACarrier() {
        PhysicalScheme scheme =
                CATALOG.schemes().find(SCHEME, PhysicalScheme.class).orElseThrow();
        CATALOG.methods()
                .all()
                .forEach(method -> assertThat(method.terms().stream()
                                .filter(term -> term.isEnergyRelated())
                                .map(term -> term.id()))
                        .as(method.ref().toString())
                        .allMatch(scheme.carriers()::containsKey));
    }
}
