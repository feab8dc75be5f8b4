// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorEdition;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.ParameterRule;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/** Every shipped edition keeps the promises of docs/adr/0009-data-editions.md. */
class EditionsTest {
    private static final EditionFolder SHIPPED = EditionFolder.shipped();
    private static final EngineCatalog CATALOG = EngineCatalog.read(SHIPPED);
    private static final Map<String, Dimension> DIMENSIONS =
            Map.of("carbon-content", Dimension.CARBON.per(Dimension.ENERGY), "oxidation-factor", Dimension.NONE);

    private static final Set<String> RANGED =
            Set.of("net-calorific-value", "carbon-content", "oxidation-factor", "gwp100", "emission-factor");

    static List<FactorEdition> factorEditions() {
        return CATALOG.factors().editions();
    }

    @Test
    void allSourcesSayWhatStyleAsks() {
        List<EditionSource> sources = new ArrayList<>();
        factorEditions().forEach(edition -> sources.add(edition.source()));
        CATALOG.methods().all().stream().map(AccountingMethod::source).forEach(sources::add);
        CATALOG.schemes().all().stream().map(Scheme::source).forEach(sources::add);
        sources.addAll(PortraitEditions.read(SHIPPED, CATALOG.units()).sources());
        assertThat(sources).hasSizeGreaterThan(30).allSatisfy(source -> {
            assertThat(List.of(
                            source.title(),
                            source.publisher(),
                            source.url(),
                            source.licence(),
                            source.transformation(),
                            source.enteredBy(),
                            source.checkedBy()))
                    .noneMatch(String::isBlank);
            assertThat(source.retrieved()).isAfter(LocalDate.of(2026, 1, 1));
            assertThat(source.originals().values()).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
            assertThat(source.notCovered())
                    .as("%s says what it lacks", source.ref())
                    .isNotEmpty();
        });
    }

    @Test
    void everyEdition_isSealedByTheDigestsOfItsFiles() {
        List<String> folders = new ArrayList<>(List.of("units/2026", "geography/2026", "activities/2026"));
        PortraitEditions.read(SHIPPED, CATALOG.units())
                .sources()
                .forEach(source -> folders.add(source.ref().toString()));
        factorEditions().forEach(edition -> folders.add(edition.ref().toString()));
        CATALOG.methods().all().forEach(method -> folders.add("methods/" + method.ref()));
        CATALOG.schemes().all().forEach(scheme -> folders.add("schemes/" + scheme.ref()));
        assertThat(folders).allSatisfy(folder -> {
            String path = folder + "/SOURCE.yaml";
            assertThat(YamlObject.parse(path, SHIPPED.read(path)).textMap("files"))
                    .isNotEmpty()
                    .allSatisfy((file, digest) -> assertThat(Digest.ofText(SHIPPED.read(folder + "/" + file)))
                            .isEqualTo(digest));
        });
    }

    @ParameterizedTest
    @MethodSource("factorEditions")
    void spotChecksTypedAgain_equalTheRows(FactorEdition edition) {
        List<String> header = List.of("id", "printed_value", "page");
        List<Boolean> checked = CsvTable.read(SHIPPED, edition.ref() + "/SPOTCHECK.csv", header, row -> {
            Factor factor =
                    CATALOG.factors().findById(edition.ref(), row.text("id")).orElseThrow();
            assertThat(factor.value().amount())
                    .as("%s %s, %s", edition.ref(), factor.id(), row.text("page"))
                    .isEqualByComparingTo(new BigDecimal(row.text("printed_value")));
            return true;
        });
        assertThat(checked)
                .hasSizeGreaterThanOrEqualTo(Math.min(10, edition.factors().size()));
    }

    @ParameterizedTest
    @MethodSource("factorEditions")
    void officialRows_areOnlyInEditionsWithAnOriginal(FactorEdition edition) {
        boolean claimsOfficial = edition.factors().stream()
                .anyMatch(factor ->
                        factor.quality() == Quality.OFFICIAL && !factor.id().startsWith("co2."));
        assertThat(edition.source().originals().isEmpty() && claimsOfficial).isFalse();
    }

    @ParameterizedTest
    @MethodSource("factorEditions")
    void rows_haveKnownPlaces_plausibleFiguresAndFittingUnits(FactorEdition edition) {
        assertThat(edition.factors()).isNotEmpty().allSatisfy(factor -> {
            assertThat(CATALOG.geographies().find(factor.geography())).isPresent();
            String parameter = parameter(factor);
            if (edition.ref().name().startsWith("energy-")) {
                assertThat(parameter).matches("level-[123]|benchmark|base");
                assertThat(factor.value().dimension()).isEqualTo(Dimension.ENERGY.per(Dimension.MASS));
                return;
            }
            if (edition.ref().name().equals("uncertainty")) {
                assertThat(factor.value().dimension()).isEqualTo(Dimension.NONE);
                assertThat(factor.value().coherentAmount()).isBetween(new BigDecimal("0.005"), BigDecimal.ONE);
                return;
            }
            assertThat(factor.value().signum()).isPositive();
            if (edition.ref().name().equals("standard-coal")) {
                assertThat(parameter).matches("standard-coal(-low|-high)?");
                assertThat(factor.value().unit().symbol()).startsWith("kgce/");
                return;
            }
            assertThat(parameter.equals("gwp100")
                            || Parameter.fromCode(parameter).isPresent())
                    .isTrue();
            Dimension expected = DIMENSIONS.get(parameter);
            if (expected != null) {
                assertThat(factor.value().dimension()).isEqualTo(expected);
            }
            if (RANGED.contains(parameter)) {
                assertThat(factor.value().coherentAmount())
                        .as("%s %s", edition.ref(), factor.id())
                        .isBetween(low(factor), high(factor));
            }
        });
    }

    /** Widest believable range by parameter, in coherent units: GJ/t or GJ/Nm3, tC/GJ, tCO2/GJ, tCO2/t. */
    private static BigDecimal low(Factor factor) {
        return switch (parameter(factor)) {
            case "net-calorific-value" ->
                new BigDecimal(factor.value().dimension().equals(Dimension.ENERGY.per(Dimension.MASS)) ? "2" : "0.003");
            case "carbon-content" -> new BigDecimal("0.012");
            case "oxidation-factor" -> new BigDecimal("0.9");
            case "gwp100" -> BigDecimal.ONE;
            default -> new BigDecimal("0.001");
        };
    }

    private static BigDecimal high(Factor factor) {
        return switch (parameter(factor)) {
            case "net-calorific-value" ->
                new BigDecimal(
                        factor.value().dimension().equals(Dimension.ENERGY.per(Dimension.MASS)) ? "51.5" : "0.04");
            case "carbon-content" -> new BigDecimal("0.071");
            case "oxidation-factor" -> BigDecimal.ONE;
            case "gwp100" -> new BigDecimal("25200");
            default -> new BigDecimal("3.7");
        };
    }

    private static String parameter(Factor factor) {
        return factor.activity().substring(factor.activity().lastIndexOf('.') + 1);
    }

    @Test
    void rowsOfADataset_neverHoldTwiceForOnePlaceAndDay_withinAnEdition() {
        for (FactorEdition edition : factorEditions()) {
            Map<String, List<Factor>> same = new TreeMap<>();
            edition.factors()
                    .forEach(factor -> same.computeIfAbsent(
                                    factor.activity() + " " + factor.geography(), key -> new ArrayList<>())
                            .add(factor));
            same.values().forEach(rows -> {
                for (int i = 1; i < rows.size(); i++) {
                    assertThat(overlap(rows.get(i - 1), rows.get(i))).isFalse();
                }
            });
        }
    }

    @Test
    void levelsOfEnergyUse_neverGrowStricterFromOneToThree() {
        factorEditions().stream()
                .filter(edition -> edition.ref().name().equals("energy-limits"))
                .forEach(edition -> {
                    Map<String, List<Factor>> levels = new TreeMap<>();
                    edition.factors()
                            .forEach(factor -> levels.computeIfAbsent(
                                            factor.activity().replaceAll("[.]level-[123]", ""),
                                            key -> new ArrayList<>())
                                    .add(factor));
                    levels.forEach((product, rows) -> assertThat(rows)
                            .as("%s %s", edition.ref(), product)
                            .isSortedAccordingTo((a, b) -> a.value().compareTo(b.value())));
                });
    }

    private static boolean overlap(Factor earlier, Factor later) {
        @Nullable LocalDate end = earlier.validTo();
        @Nullable LocalDate begin = later.validFrom();
        return end == null || begin == null || !begin.isAfter(end);
    }

    @Test
    void gridEditions_followOneAnother_withoutGap() {
        assertThat(CATALOG.factors().editions().stream()
                        .filter(edition -> edition.ref().name().equals("grid-co2"))
                        .map(edition -> edition.factors().get(0).validFrom()))
                .containsExactly(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 1, 1), LocalDate.of(2023, 1, 1));
    }

    @Test
    void everyFuel_hasAllThreeParameters_andAName() {
        factorEditions().stream()
                .filter(edition -> edition.ref().toString().matches("fuels/(ndrc|gbt).*"))
                .forEach(edition -> CATALOG.factors().activities(edition.ref()).forEach(fuel -> {
                    assertThat(CATALOG.names().find(fuel)).as(fuel).isPresent();
                    assertThat(edition.factors().stream()
                                    .filter(factor -> factor.activity().startsWith(fuel + ".")))
                            .as("%s %s", edition.ref(), fuel)
                            .hasSize(3);
                }));
    }

    @Test
    void magnesiaNeverTakesTheRatioOfLime() {
        AccountingMethod cement = CATALOG.methods().findNewest("cement-ndrc").orElseThrow();
        assertThat(cement.terms().stream()
                        .filter(term -> term.findRule(Parameter.CO2_PER_MGO).isPresent()))
                .hasSize(3)
                .allSatisfy(term -> {
                    assertThat(constant(term, Parameter.CO2_PER_MGO).amount()).isEqualByComparingTo("1.1");
                    assertThat(constant(term, Parameter.CO2_PER_CAO)
                                    .times(Quantity.of("56", CATALOG.units().get("1")))
                                    .amount()
                                    .subtract(new BigDecimal("44"))
                                    .abs())
                            .isLessThan(new BigDecimal("1e-30"));
                });
    }

    private static Quantity constant(MethodTerm term, Parameter parameter) {
        ParameterRule.Constant constant = term.findRule(parameter).orElseThrow().constant();
        assertThat(constant).isNotNull();
        return constant.value();
    }
}
