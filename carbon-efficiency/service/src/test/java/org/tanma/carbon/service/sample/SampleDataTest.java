// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.GradeResult;
import org.tanma.carbon.service.ingest.CalendarCell;
import org.tanma.carbon.service.ingest.IngestReport;
import org.tanma.carbon.service.ingest.RowReport;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.kit.testing.SqlEngines;

class SampleDataTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static Evaluation load(CarbonFixture fixture, String enterprise, String folder) {
        IngestReport report = fixture.ingest.csv(enterprise, sample(folder + "/activity-data.csv"), PLAIN, "clerk");
        assertThat(report.rows()).allSatisfy(row -> assertThat(row.violations()).isEmpty());
        assertThat(report.rejected()).isZero();
        EvaluationOutcome outcome = fixture.evaluations.evaluate(enterprise, 2025, clerk(enterprise));
        assertThat(outcome).isInstanceOf(EvaluationOutcome.Evaluated.class);
        return ((EvaluationOutcome.Evaluated) outcome).evaluation();
    }

    @ParameterizedTest
    @CsvSource({
        "88.118.1, cement, cement-ndrc, 2, 3",
        "88.118.2, flat-glass, flat-glass-ndrc, 3, 3",
        "88.118.3, chemicals, chemicals-ndrc, 3, 3",
        "88.118.4, steel, steel-ndrc, 4, 3",
        "88.118.5, automobile, machinery-ndrc, 1, 1",
        "88.118.6, aluminium, aluminium-ndrc, 2, 3"
    })
    void everyEnterprise_isLoadedEvaluatedAndGraded(
            String prefix, String folder, String method, int gradeRank, int levelRank) {
        CarbonFixture fixture = new CarbonFixture(ENGINE.open());
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
        Evaluation evaluation = load(fixture, prefix + "/ENTERPRISE", folder);
        EvaluationResult result = evaluation.result();
        GradeResult.Graded graded = result.grade().graded();
        assertThat(result.editions().method()).startsWith(method + "/");
        assertThat(result.enterprise().isDemonstration()).isTrue();
        assertThat(result.notCovered()).isNotEmpty();
        assertThat(graded).isNotNull();
        assertThat(graded.grade().rank()).isEqualTo(gradeRank);
        assertThat(graded.level().rank()).isEqualTo(levelRank);
        assertThat(graded.peers().isDemonstration()).isTrue();
        assertThat(graded.peers().count()).isEqualTo(10);
        assertThat(fixture.review.of(prefix + "/ENTERPRISE", 2025).calendar())
                .flatExtracting(row -> row.months())
                .extracting(CalendarCell::state)
                .containsOnly(CalendarCell.State.FULL);
    }

    /** Clinker: carbon.md's published 0.535 tCO2/t of process emission; cement: 0.70 to 0.84 t for P·O 42.5. */
    @Test
    void cement_intensitiesLieWherePublishedOnesDo() {
        EvaluationResult result =
                load(new CarbonFixture(ENGINE.open()), CEMENT, "cement").result();
        BigDecimal clinker = result.sources().stream()
                .filter(s -> s.kind().equals("clinker"))
                .map(s -> new BigDecimal(s.emission().value())
                        .divide(new BigDecimal(s.amount().value()), java.math.MathContext.DECIMAL64))
                .findFirst()
                .orElseThrow();
        assertThat(clinker).isBetween(new BigDecimal("0.51"), new BigDecimal("0.55"));
        EvaluationResult.ActivityLevel level = result.activityLevel();
        assertThat(level).isNotNull();
        assertThat(new BigDecimal(level.total().value())).isBetween(new BigDecimal("0.70"), new BigDecimal("0.84"));
    }

    @Test
    void sampleAgain_isUnchanged() {
        CarbonFixture fixture = new CarbonFixture(ENGINE.open());
        load(fixture, CEMENT, "cement");
        IngestReport again = fixture.ingest.csv(CEMENT, sample("cement/activity-data.csv"), PLAIN, "clerk");
        assertThat(again.rows())
                .extracting(RowReport::status)
                .allMatch(s -> s.code().equals("unchanged"));
        assertThat(again.hasRecorded()).isFalse();
    }

    @Test
    void withoutPeers_theInventoryStands_andTheGradeSaysWhyNot() {
        Evaluation evaluation = load(new CarbonFixture(ENGINE.open()), CEMENT, "cement");
        assertThat(evaluation.isGraded()).isFalse();
        assertThat(evaluation.result().grade().reasons())
                .extracting(GradeResult.Reason::code)
                .containsExactly("no-peer-set");
    }
}
