// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.kit.testing.SqlEngines;

abstract class PeerSetStoreContractTest {
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");

    abstract SqlEngines engine();

    private PeerSetStore store() {
        return new PeerSetStore(engine().open().jdbi(), () -> NOW);
    }

    private static PeerSetDraft cement(int year, String firstEmissions) {
        return new PeerSetDraft(
                "3011",
                year,
                "constructed",
                true,
                List.of(
                        new PeerRow("A", new BigDecimal(firstEmissions), new BigDecimal("50000.00")),
                        new PeerRow("B", new BigDecimal("900000.5"), new BigDecimal("30000"))));
    }

    @Test
    void store_rows_sumsThemExactly() {
        PeerSetStore store = store();
        PeerSet stored =
                store.store(List.of(cement(2025, "1000000.25")), "regulator").get(0);
        assertThat(stored.content().totalEmissionsTco2()).isEqualTo(new BigDecimal("1900000.75"));
        assertThat(stored.content().totalValueAddedCny10k()).isEqualTo(new BigDecimal("80000.00"));
        assertThat(stored.edition()).isEqualTo("peers/3011/2025/v1");
        assertThat(store.findNewest("3011", 2025)).contains(stored);
    }

    @Test
    void store_sameAgain_addsNothing_andAnother_isTheNextVersion() {
        PeerSetStore store = store();
        store.store(List.of(cement(2025, "1")), "regulator");
        assertThat(store.store(List.of(cement(2025, "1")), "regulator"))
                .extracting(PeerSet::version)
                .containsExactly(1);
        assertThat(store.store(List.of(cement(2025, "2")), "regulator"))
                .extracting(PeerSet::version)
                .containsExactly(2);
        assertThat(store.list()).extracting(PeerSet::version).containsExactly(1, 2);
    }

    @Test
    void findNewest_ofAnotherYearOrIndustry_isEmpty() {
        PeerSetStore store = store();
        store.store(List.of(cement(2025, "1")), "regulator");
        assertThat(store.findNewest("3011", 2024)).isEmpty();
        assertThat(store.findNewest("3110", 2025)).isEmpty();
    }

    @Test
    void setsOfARegionOrSize_lieBesideTheUsualOne_inOneRowOfVersions() {
        PeerSetStore store = store();
        store.store(List.of(cement(2025, "1")), "regulator");
        PeerSetDraft usual = cement(2025, "1");
        PeerSelection zhejiang = new PeerSelection("33", "large", "tCO2", "CNY10k");
        PeerSet there = store.store(
                        List.of(new PeerSetDraft("3011", 2025, "survey", true, usual.rows(), zhejiang)), "regulator")
                .get(0);
        assertThat(there.edition()).isEqualTo("peers/3011/2025/v2");
        assertThat(store.findNewest("3011", 2025, zhejiang)).contains(there);
        assertThat(store.findNewest("3011", 2025)).map(PeerSet::version).contains(1);
        assertThat(store.findNewest("3011", 2025, new PeerSelection("32", "", "tCO2", "CNY10k")))
                .isEmpty();
    }
}
