// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.EntryContent;
import org.tanma.carbon.service.ledger.EntryKey;
import org.tanma.carbon.service.ledger.Period;

class FindingSearchTest {
    private static final String ENTERPRISE = CarbonFixture.CEMENT;
    private static final Period NOW = new Period(2026, 1);

    private final List<ActivityEntry> entries = new ArrayList<>();
    private final List<ActivityEntry> before = new ArrayList<>();
    private final FindingSearch search = new FindingSearch(CarbonFixture.CATALOG.units(), handle -> switch (handle) {
        case "88.118.1/SCALE" -> Optional.of(ENTERPRISE);
        case "88.118.2/SCALE" -> Optional.of("88.118.2/ENTERPRISE");
        default -> Optional.empty();
    });

    private static ActivityEntry entry(
            String source, String kind, String period, String amount, String unit, String meter, String evidence) {
        return new ActivityEntry(
                new EntryKey(ENTERPRISE, source, kind, Period.parse(period).orElseThrow()),
                1,
                new EntryContent(amount, unit, meter, evidence, Map.of(), ""),
                "clerk",
                Instant.EPOCH);
    }

    private void coal(String period, String amount, String unit) {
        entries.add(entry("KILN", "fuel/bituminous-coal", period, amount, unit, "", ""));
    }

    private void stock(String flow, String period, String amount) {
        entries.add(entry("YARD", "stock-" + flow + "/fuel/bituminous-coal", period, amount, "t", "", ""));
    }

    /** A quiet year: twelve months that differ a little. */
    private void year(List<ActivityEntry> into, int year, int level) {
        for (int month = 1; month <= 12; month++) {
            into.add(entry(
                    "KILN", "fuel/bituminous-coal", year + "-" + month, level * 100 + 7 * month + ".5", "t", "", ""));
        }
    }

    private List<Finding> found() {
        List<Finding> findings = search.find(ENTERPRISE, 2025, entries, before, NOW);
        List<ActivityEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(search.find(ENTERPRISE, 2025, shuffled, before, NOW)).isEqualTo(findings);
        return findings;
    }

    private List<String> kinds() {
        return found().stream()
                .map(f -> f.kind().code() + " " + f.periods().get(0).text())
                .toList();
    }

    @Test
    void quietYear_givesNoFindings_alsoBesideAYearAtAnotherLevel() {
        year(entries, 2025, 40);
        assertThat(found()).isEmpty();
        year(before, 2024, 10);
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4000000, t, unit-slip",
        "4.1, t, unit-slip",
        "40000000, kg, jump",
        "4080, kg, unit-slip",
        "40800000, t, unit-slip",
        "30000, t, jump",
        "0, t, zero"
    })
    void month_thatStandsOut_isNamed(String amount, String unit, String code) {
        year(entries, 2025, 40);
        entries.remove(5);
        coal("2025-06", amount, unit);
        assertThat(kinds()).containsExactly(code + " 2025-06");
    }

    @Test
    void month_farFromTheYearBefore_isNamed_evenWhereTheOwnYearIsTooShort() {
        year(before, 2024, 40);
        coal("2025-01", "4100", "t");
        coal("2025-02", "4100000", "t");
        coal("2025-03", "1000", "t");
        assertThat(kinds())
                .contains("unit-slip 2025-02", "jump-last-year 2025-03")
                .doesNotContain("jump-last-year 2025-01");
    }

    @Test
    void missingMonths_areTold_onceTheyAreOver() {
        year(entries, 2025, 40);
        entries.remove(11);
        entries.remove(3);
        assertThat(found()).extracting(f -> f.periods().toString()).hasSize(1);
        assertThat(found().get(0).periods()).containsExactly(new Period(2025, 4), new Period(2025, 12));
        assertThat(search.find(ENTERPRISE, 2025, entries, before, new Period(2025, 12))
                        .get(0)
                        .periods())
                .containsExactly(new Period(2025, 4));
    }

    @Test
    void yearBesideMonths_meterAndBillCountedTwice_areTold() {
        entries.add(entry("A", "electricity", "2025", "0", "MWh", "", ""));
        entries.add(entry("A", "electricity", "2025-03", "12.5", "MWh", "88.118.1/SCALE", "sha256:aa"));
        entries.add(entry("B", "electricity", "2025-03", "12.5", "MWh", "88.118.1/SCALE", "sha256:aa"));
        assertThat(found())
                .extracting(Finding::kind)
                .contains(FindingKind.OVERLAP, FindingKind.METER_TWICE, FindingKind.EVIDENCE_TWICE);
    }

    @Test
    void meters_ofOthersOrNobody_areTold() {
        entries.add(entry("A", "electricity", "2025-03", "12.5", "MWh", "88.118.2/SCALE", ""));
        entries.add(entry("B", "electricity", "2025-04", "12.5", "MWh", "88.118.9/GONE", ""));
        entries.add(entry("C", "electricity", "2025-05", "12.5", "MWh", "88.118.1/SCALE", ""));
        assertThat(found())
                .filteredOn(f -> f.kind() != FindingKind.GAP)
                .extracting(Finding::kind)
                .containsExactly(FindingKind.METER_FOREIGN, FindingKind.METER_UNKNOWN);
    }

    @Test
    void sameFigure_inThreeMonths_isTold_roundOnesAreNot() {
        year(entries, 2025, 40);
        for (int i = 0; i < 3; i++) {
            entries.remove(0);
            coal("2025-0" + (i + 1), "4123.5", "t");
        }
        assertThat(kinds()).containsExactly("identical 2025-01");
        entries.clear();
        for (int month = 1; month <= 12; month++) {
            coal("2025-" + month, "40", "t");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void stock_ofWhichMoreIsUsedThanThereWas_isNegative_overAllSources_whateverTheUnits() {
        year(entries, 2025, 40);
        stock("opening", "2025-03", "1000");
        stock("bought", "2025-03", "3000");
        assertThat(found()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(FindingKind.STOCK_NEGATIVE);
            assertThat(f.text().en()).contains("4000 t − 4021.5 t = -21.5 t");
        });
        entries.add(entry("BOILER", "fuel/bituminous-coal", "2025-03", "500000", "kg", "", ""));
        stock("sold", "2025-03", "10");
        assertThat(found())
                .filteredOn(f -> f.kind() == FindingKind.STOCK_NEGATIVE)
                .singleElement()
                .satisfies(f -> assertThat(f.text().zh()).contains("-531.5 t"));
    }

    @Test
    void stock_thatDoesNotBalance_orDoesNotGoOn_isTold() {
        year(entries, 2025, 40);
        stock("opening", "2025-03", "1000");
        stock("bought", "2025-03", "4000");
        stock("closing", "2025-03", "978.5");
        stock("opening", "2025-04", "978.5");
        assertThat(found()).isEmpty();
        stock("bought", "2025-04", "4000");
        stock("closing", "2025-04", "1200");
        stock("opening", "2025-05", "1100");
        assertThat(found())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.STOCK_DIFFERENCE, FindingKind.STOCK_BREAK);
    }

    @Test
    void stock_ofWhichPurchasesAreNotReported_saysNothing() {
        year(entries, 2025, 40);
        stock("opening", "2025-03", "1");
        stock("closing", "2025-03", "1");
        assertThat(found()).isEmpty();
    }

    @Test
    void everyKind_saysItsMethodInBothLanguages() {
        for (FindingKind kind : FindingKind.values()) {
            assertThat(kind.method().zh()).as(kind.code()).containsPattern("\\p{IsHan}");
            assertThat(kind.method().en()).as(kind.code()).doesNotContainPattern("\\p{IsHan}");
        }
    }
}
