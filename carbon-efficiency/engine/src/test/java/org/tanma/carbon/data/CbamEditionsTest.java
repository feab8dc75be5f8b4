// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.cbam.goods.CbamGood;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorEdition;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.quantity.Dimension;

/** The CBAM editions keep the promises of docs/adr/0009-data-editions.md. */
class CbamEditionsTest {
    private static final EditionFolder SHIPPED = EditionFolder.shipped();
    private static final CbamCatalog CATALOG = EngineCatalog.read(SHIPPED).cbam();

    static List<FactorEdition> editions() {
        return CATALOG.editions();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyEdition_saysWhereItComesFrom_andIsSealed(FactorEdition edition) {
        assertThat(edition.source().notCovered()).isNotEmpty();
        assertThat(edition.source().originals().values())
                .isNotEmpty()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        String path = edition.ref() + "/SOURCE.yaml";
        assertThat(YamlObject.parse(path, SHIPPED.read(path)).textMap("files"))
                .containsKey("SPOTCHECK.csv")
                .allSatisfy((file, digest) -> assertThat(Digest.ofText(SHIPPED.read(edition.ref() + "/" + file)))
                        .isEqualTo(digest));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void spotChecksTypedAgain_equalTheRows(FactorEdition edition) {
        Map<String, String> byId = new HashMap<>();
        edition.factors().forEach(factor -> byId.put(factor.id(), factor.value().amountText()));
        if (edition.ref().name().equals("cbam-goods")) {
            CATALOG.goods().forEach(good -> byId.put(good.cn(), good.category()));
        }
        List<Boolean> checked = CsvTable.read(
                SHIPPED, edition.ref() + "/SPOTCHECK.csv", List.of("id", "printed_value", "page"), row -> {
                    String found = byId.get(row.text("id"));
                    assertThat(found).as(row.text("id")).isNotNull();
                    String printed = row.text("printed_value");
                    if (printed.matches("[0-9.]+")) {
                        assertThat(new BigDecimal(found)).as(row.text("id")).isEqualByComparingTo(printed);
                    } else {
                        assertThat(found.replace("-", " ")).isEqualToIgnoringCase(printed);
                    }
                    return true;
                });
        assertThat(checked)
                .hasSizeGreaterThanOrEqualTo(Math.min(10, edition.ref().name().equals("cbam-goods") ? 5 : 10));
    }

    @Test
    void figures_arePlausible_andOfOneMeasure() {
        CATALOG.defaults().forEach(value -> {
            assertThat(value.total().value().amount()).isBetween(new BigDecimal("0.1"), new BigDecimal("30"));
            BigDecimal indirect = value.indirect() == null
                    ? BigDecimal.ZERO
                    : value.indirect().value().amount();
            assertThat(value.direct()
                            .value()
                            .amount()
                            .add(indirect)
                            .subtract(value.total().value().amount())
                            .abs())
                    .as("%s: parts against total, rounding of two decimals", value.cn())
                    .isLessThanOrEqualTo(new BigDecimal("0.011"));
        });
        CATALOG.benchmarks()
                .forEach(benchmark ->
                        assertThat(benchmark.value().value().amount()).isBetween(BigDecimal.ZERO, new BigDecimal("6")));
    }

    @Test
    void everyDefaultAndBenchmark_isOfAGoodThatCbamCovers_once() {
        Set<String> seen = new HashSet<>();
        CATALOG.defaults().forEach(value -> {
            CbamGood good = CATALOG.findGood(value.cn()).orElseThrow();
            assertThat(good.isCovered()).as(value.cn()).isTrue();
            assertThat(good.isDirectOnly()).as(value.cn()).isEqualTo(value.indirect() == null);
            assertThat(seen.add(value.cn() + value.variant())).as(value.cn()).isTrue();
        });
        CATALOG.benchmarks().forEach(benchmark -> {
            assertThat(CATALOG.findGood(benchmark.cn()).orElseThrow().isCovered())
                    .isTrue();
            assertThat(seen.add(benchmark.cn() + benchmark.column() + benchmark.route()))
                    .isTrue();
        });
    }

    @Test
    void theFreeShare_fallsFromYearToYear_toNothing() {
        List<BigDecimal> shares = CATALOG.all("free-share").stream()
                .map(factor -> factor.value().amount())
                .toList();
        assertThat(shares).hasSize(9).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(shares.get(8).signum()).isZero();
    }

    @Test
    void whatIsAtSecondHand_isMarked() {
        assertThat(List.of("free-share", "cross-sectoral-factor", "price"))
                .allSatisfy(key -> assertThat(CATALOG.all(key))
                        .isNotEmpty()
                        .extracting(Factor::quality)
                        .containsOnly(Quality.UNVERIFIED));
        assertThat(CATALOG.all("waste-gas.efficiency-correction"))
                .extracting(factor -> factor.value().dimension())
                .containsExactly(Dimension.NONE);
    }
}
