// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.quantity.Quantity;

class FactorCatalogTest {
    private static final EngineCatalog SHIPPED = EngineCatalog.readShipped();

    private static Optional<FactorMatch> grid(FactorCatalog catalog, String place, int year, int mayBeYearsEarlier) {
        GeographyCatalog places = SHIPPED.geographies();
        return catalog.find(new FactorQuery(
                "grid-co2",
                null,
                "grid-electricity.emission-factor",
                places.chain(places.find(place).orElseThrow()),
                LocalDate.of(year, 12, 31),
                mayBeYearsEarlier));
    }

    @ParameterizedTest
    @CsvSource({
        "330500, 2023, 0.4974, REQUESTED, 0",
        "CN-33, 2022, 0.5153, REQUESTED, 0",
        "CN-33, 2021, 0.5422, REQUESTED, 0",
        "CN-33, 2025, 0.4974, REQUESTED, 2",
        "CN-GRID-EAST, 2023, 0.55, REQUESTED, 0",
        "CN, 2023, 0.5306, REQUESTED, 0",
        "540000, 2023, 0.5306, COUNTRY, 0"
    })
    void find_byPlaceAndYear(String place, int year, String value, FallbackLevel level, int yearsEarlier) {
        FactorMatch match = grid(SHIPPED.factors(), place, year, 3).orElseThrow();
        assertThat(match.factor().value().amount()).isEqualByComparingTo(value);
        assertThat(match.level()).isEqualTo(level);
        assertThat(match.yearsEarlier()).isEqualTo(yearsEarlier);
    }

    @Test
    void find_tooOldOrNotYetBegun_isEmpty() {
        assertThat(grid(SHIPPED.factors(), "CN", 2026, 2)).isEmpty();
        assertThat(grid(SHIPPED.factors(), "CN", 2020, 9)).isEmpty();
        assertThat(grid(SHIPPED.factors(), "WORLD", 2023, 0)).isEmpty();
    }

    @Test
    void find_fallsBackFromProvinceOverRegionToCountry() {
        Factor country = factor("CN", 2023, "0.53");
        Factor region = factor("CN-GRID-EAST", 2023, "0.55");
        assertThat(grid(catalog(country, region), "CN-33", 2023, 0))
                .hasValueSatisfying(match -> assertThat(match.level()).isEqualTo(FallbackLevel.GRID_REGION));
        assertThat(grid(catalog(country), "CN-33", 2023, 0))
                .hasValueSatisfying(match -> assertThat(match.level()).isEqualTo(FallbackLevel.COUNTRY));
    }

    @Test
    void find_laterYearBeatsNarrowerPlace() {
        FactorCatalog catalog = catalog(factor("CN", 2023, "0.53"), factor("CN-33", 2022, "0.51"));
        assertThat(grid(catalog, "CN-33", 2023, 3))
                .hasValueSatisfying(
                        match -> assertThat(match.factor().geography()).isEqualTo("CN"));
    }

    @Test
    void factor_withoutSource_isRefused() {
        assertThatThrownBy(() -> new Factor(
                        EditionRef.parse("x/1"),
                        "a",
                        "a.b",
                        "CN",
                        null,
                        null,
                        Quantity.of("1", SHIPPED.units().get("t")),
                        null,
                        "",
                        "",
                        "p. 1",
                        Quality.OFFICIAL))
                .hasMessageContaining("does not say where it comes from");
    }

    @Test
    void editionRef_refusesPathsAndSpaces() {
        for (String text : List.of("a", "../x", "a/..", "A/1", "a/b/c", "a/ 1", "/")) {
            assertThatThrownBy(() -> EditionRef.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Factor factor(String place, int year, String value) {
        return new Factor(
                EditionRef.parse("grid-co2/test"),
                place + year,
                "grid-electricity.emission-factor",
                place,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                Quantity.of(value, SHIPPED.units().get("tCO2/MWh")),
                null,
                "test",
                "test",
                "test",
                Quality.UNVERIFIED);
    }

    private static FactorCatalog catalog(Factor... factors) {
        EditionSource source = new EditionSource(
                EditionRef.parse("grid-co2/test"),
                "t",
                "t",
                "t",
                LocalDate.EPOCH,
                Map.of(),
                "t",
                "t",
                "t",
                "t",
                List.of());
        return new FactorCatalog(List.of(new FactorEdition(source, List.of(factors))));
    }
}
