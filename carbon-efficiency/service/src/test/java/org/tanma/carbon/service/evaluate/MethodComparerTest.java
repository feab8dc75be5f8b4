// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.kit.testing.SqlEngines;

class MethodComparerTest {
    private static final String ALUMINIUM = "88.118.6/ENTERPRISE";

    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    @Test
    void smelter_byTheCarbonMarketsGuide_takesTheDefaultForTheSlope_andKeepsNothing() {
        CarbonFixture fixture = new CarbonFixture(ENGINE.open());
        fixture.ingest.csv(ALUMINIUM, sample("aluminium/activity-data.csv"), PLAIN, "clerk");
        EvaluationOutcome outcome = fixture.evaluations.evaluate(ALUMINIUM, 2025, clerk(ALUMINIUM));
        String id = ((EvaluationOutcome.Evaluated) outcome).evaluation().id();
        MethodComparer comparer = new MethodComparer(fixture.store, CATALOG, KINDS);
        assertThat(comparer.methods(2025)).contains("aluminium-ets/2024").doesNotContain("cbam-2025-2547/2025");
        MethodDifference difference = comparer.compare(id, "aluminium-ets/2024").orElseThrow();
        assertThat(difference.second().readAs()).containsExactly("anode-effect-slope → anode-effect");
        assertThat(difference.second().leftOut()).contains("entries/POTLINE-1/anode-effect/anode-effect-minutes");
        assertThat(difference.terms())
                .filteredOn(term -> term.term().equals("anode"))
                .singleElement()
                .satisfies(
                        term -> assertThat(String.valueOf(term.first())).isNotEqualTo(String.valueOf(term.second())));
        assertThat(comparer.compare(id, "aluminium-ets/1900")).isEmpty();
        assertThat(comparer.compare("no-such-id", "aluminium-ets/2024")).isEmpty();
        assertThat(fixture.evaluations.list(ALUMINIUM)).hasSize(1);
    }
}
