// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.request;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.method.AccountingMethod;

class QualityEngineTest {
    private static final QualityEngine ENGINE = CementYear.CATALOG.qualityEngine();
    private static final AccountingMethod METHOD =
            CementYear.CATALOG.methods().find(CementYear.basis().method()).orElseThrow();

    private static InventoryRequest documented() {
        List<ActivityEntry> entries = request().entries().stream()
                .map(entry -> new ActivityEntry(
                        entry.source(),
                        entry.activity(),
                        entry.period(),
                        entry.amount(),
                        entry.measured(),
                        "M-1",
                        entry.source().equals("grid") ? "sha256:00" : null))
                .toList();
        SourceDetail metered = new SourceDetail(null, null, null, null, "metered");
        SourceDetail settled = new SourceDetail(null, null, null, null, "settled");
        return request().withEntries(entries).withDetails(Map.of("kiln", metered, "grid", settled));
    }

    private static SourceScore score(DataQualityScore found, String source, String activity) {
        return found.sources().stream()
                .filter(each -> each.source().equals(source)
                        && each.activity().toString().equals(activity))
                .findFirst()
                .orElseThrow();
    }

    /** Electricity: settled 80, digest 100, official factor 80, of 2023 for 2025: 100 − 2 × 20 = 60; mean 80. */
    @Test
    void everyPart_isShown_andTheirMeanIsTheScoreOfTheSource() {
        SourceScore grid = score(ENGINE.score(documented()).orElseThrow(), "grid", "electricity");
        assertThat(grid.amounts()).isEqualByComparingTo("80");
        assertThat(grid.evidence()).isEqualByComparingTo("100");
        assertThat(grid.parameters()).isEqualByComparingTo("80");
        assertThat(grid.timeliness()).isEqualByComparingTo("60");
        assertThat(grid.score()).isEqualByComparingTo("80");
    }

    /** Clinker: metered 100, a meter 60, all four contents measured 100, no factor whose age could count. */
    @Test
    void aPartThatDoesNotApply_isLeftOut() {
        SourceScore clinker = score(ENGINE.score(documented()).orElseThrow(), "kiln", "clinker");
        assertThat(clinker.timeliness()).isNull();
        assertThat(clinker.score()).isEqualByComparingTo("86.6667");
    }

    @Test
    void scoreIsWeighedByEmissions_andWhatIsUnknownIsSaid() {
        DataQualityScore found = ENGINE.score(documented()).orElseThrow();
        BigDecimal weighed = found.sources().stream()
                .map(each -> each.weight().multiply(each.score()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(weighed.subtract(found.score()).abs()).isLessThan(new BigDecimal("0.001"));
        assertThat(found.unknownAmounts()).isEqualByComparingTo("0");
        DataQualityScore bare = ENGINE.score(request()).orElseThrow();
        assertThat(bare.unknownAmounts()).isEqualByComparingTo("1");
        assertThat(bare.score()).isLessThan(found.score());
        assertThat(ENGINE.score(request().withEntries(List.of()))).isEmpty();
    }

    @Test
    void completeness_ofAWholeYear_isOne() {
        Completeness whole = Completeness.of(request(), METHOD);
        assertThat(whole.share()).isEqualByComparingTo("1");
        assertThat(whole.expectedMonths()).isEqualTo(60);
        assertThat(whole.openTerms()).isEmpty();
    }

    @Test
    void completeness_ofAHole_isKnownToo() {
        List<ActivityEntry> fewer = request().entries().stream()
                .filter(entry -> !(entry.source().equals("grid")
                        && entry.period().first().getMonthValue() > 6))
                .filter(entry -> !entry.activity().term().equals("kiln-feed"))
                .toList();
        Completeness found = Completeness.of(request().withEntries(fewer), METHOD);
        assertThat(found.openTerms()).containsExactly("kiln-feed");
        assertThat(found.reportedMonths()).isEqualTo(42);
        assertThat(found.expectedMonths()).isEqualTo(48);
        assertThat(found.sources()).containsEntry("grid electricity", new BigDecimal("0.5"));
        assertThat(found.share()).isEqualByComparingTo("0.765625");
    }
}
