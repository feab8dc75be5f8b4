// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.ledger.SourceContent;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;

class EvaluationViewsTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private SqlDatabase database;
    private CarbonFixture fixture;
    private EvaluationViews views;

    @BeforeEach
    void open() {
        database = ENGINE.open();
        fixture = new CarbonFixture(database);
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
        views = new EvaluationViews(fixture.store, CATALOG, KINDS);
        report(new String(sample("cement/activity-data.csv"), StandardCharsets.UTF_8));
    }

    private void report(String csv) {
        assertThat(fixture.ingest
                        .csv(CEMENT, csv.getBytes(StandardCharsets.UTF_8), PLAIN, "clerk")
                        .rejected())
                .isZero();
    }

    private Evaluation evaluated() {
        return ((EvaluationOutcome.Evaluated) fixture.evaluations.evaluate(CEMENT, 2025, clerk(CEMENT))).evaluation();
    }

    private EvaluationInputs inputs(Evaluation evaluation) {
        return CanonicalJson.read(
                fixture.store.find(evaluation.id()).orElseThrow().inputs(), EvaluationInputs.class);
    }

    private static EvaluationResult compute(EvaluationInputs inputs) {
        EvaluationComputation computation =
                new EvaluationComputation(CATALOG, KINDS, IndustryCatalog.load(), SchemeBook.ofShipped(CATALOG));
        return ((EvaluationComputation.Computed.Whole) computation.compute(inputs)).result();
    }

    @Test
    void evaluation_isAssessed_andReplaysToTheSameBytes() {
        Evaluation evaluation = evaluated();
        AssessmentResult assessment = evaluation.result().assessment();
        assertThat(assessment).isNotNull();
        assertThat(assessment.completeness().share()).isEqualTo("1");
        assertThat(new BigDecimal(assessment.uncertainty().percent())).isPositive();
        assertThat(fixture.evaluations.replay(evaluation.id()).orElseThrow().agrees())
                .isTrue();
    }

    @Test
    void inputsKeptBeforeAssessments_giveTheBytesOfThen() {
        EvaluationInputs now = inputs(evaluated());
        EvaluationInputs then = new EvaluationInputs(
                now.enterprise(),
                now.year(),
                now.method(),
                now.gwpSet(),
                now.scheme(),
                now.dataEditions(),
                now.entries(),
                now.peers(),
                null,
                null,
                null,
                null);
        assertThat(CanonicalJson.write(then))
                .doesNotContain(
                        "\"details\":", "\"valueChain\":", "\"uncertainty\":", "\"declared\":", "\"selection\":");
        assertThat(CanonicalJson.write(compute(then)))
                .doesNotContain(
                        "\"assessment\":", "\"breakdown\":", "\"valueChain\":", "\"gases\":", "\"physicalGrades\":");
    }

    @Test
    void registerOfSources_describesThoseThatHaveEntries() {
        Evaluation bare = evaluated();
        SourceStore sources = new SourceStore(database.jdbi(), () -> CarbonFixture.NOW);
        sources.put(CEMENT, "KILN-1", new SourceContent("north", "", "", "2.5", "metered"), "", "clerk");
        sources.put(CEMENT, "GONE", new SourceContent("south", "", "", "", ""), "", "clerk");
        EvaluationService described = new EvaluationService(
                fixture.identifiers,
                fixture.ledger,
                sources,
                fixture.peerSets,
                fixture.store,
                CATALOG,
                KINDS,
                "zhejiang-carbon-efficiency",
                () -> CarbonFixture.NOW);
        Evaluation evaluation =
                ((EvaluationOutcome.Evaluated) described.evaluate(CEMENT, 2025, clerk(CEMENT))).evaluation();
        BreakdownResult breakdown = evaluation.result().breakdown();
        assertThat(breakdown).isNotNull();
        assertThat(breakdown.sites()).extracting(BreakdownResult.Group::name).containsExactly("north", null);
        assertThat(described.replay(evaluation.id()).orElseThrow().agrees()).isTrue();
        assertThat(bare.id()).isNotEqualTo(evaluation.id());
        assertThat(bare.result().totals()).isEqualTo(evaluation.result().totals());
    }

    @Test
    void details_groupTheTotal() {
        EvaluationInputs now = inputs(evaluated());
        EvaluationInputs described = new EvaluationInputs(
                now.enterprise(),
                now.year(),
                now.method(),
                now.gwpSet(),
                now.scheme(),
                now.dataEditions(),
                now.entries(),
                now.peers(),
                new TreeMap<>(Map.of(
                        "KILN-1", new EvaluationInputs.Detail("north", "", "", "", "metered"),
                        "GONE", new EvaluationInputs.Detail("south", "", "", "2.5", ""))),
                null,
                now.uncertainty(),
                null);
        BreakdownResult breakdown = compute(CanonicalJson.read(CanonicalJson.write(described), EvaluationInputs.class))
                .breakdown();
        assertThat(breakdown).isNotNull();
        assertThat(breakdown.sites()).extracting(BreakdownResult.Group::name).containsExactly("north", null);
        assertThat(breakdown.devices()).isEmpty();
    }

    @Test
    void scope3_standsBeside_andChangesNeitherTotalNorGrade() {
        Evaluation before = evaluated();
        report("source,kind,period,amount,unit\nCARRIERS,scope3-figure,2025-03,52.5,tCO2e\n"
                + "BAGS,scope3-purchased-goods,2025,0,t\n");
        Evaluation after = evaluated();
        ValueChainResult chain = after.result().valueChain();
        assertThat(chain).isNotNull();
        assertThat(chain.total().value()).isEqualTo("52.5");
        assertThat(chain.notices())
                .singleElement()
                .satisfies(n -> assertThat(n.en()).contains("CARRIERS"));
        assertThat(after.result().totals()).isEqualTo(before.result().totals());
        assertThat(after.result().grade()).isEqualTo(before.result().grade());
    }

    @Test
    void whatIf_movesTheGrade_andLeavesWhatIsKept() {
        Evaluation evaluation = evaluated();
        EvaluationViews.WhatIfAnswer answer = views.whatIf(
                        evaluation.id(),
                        "{\"changes\":[{\"amount\":{\"source\":\"KILN-1\",\"activity\":\"fuel/bituminous-coal\",\"times\":\"0.5\"}}]}"
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        String json = ((EvaluationViews.WhatIfAnswer.Computed) answer).json();
        assertThat(json).contains("gradeBefore", "gradeAfter", "comparison");
        assertThat(fixture.evaluations.find(evaluation.id())).contains(evaluation);
        assertThat(fixture.evaluations.list(CEMENT)).hasSize(1);
    }

    @Test
    void comparison_ofACorrection_isOfItsAmountAlone() {
        Evaluation before = evaluated();
        report("source,kind,period,amount,unit\nVEHICLES,柴油,2025-03,30,t\n");
        ComparisonResult found = views.compare(before, evaluated());
        assertThat(found.lines().get(0).source()).isEqualTo("VEHICLES");
        assertThat(new BigDecimal(found.byActivity().value())
                        .subtract(new BigDecimal(found.change().value()))
                        .abs())
                .isLessThan(new BigDecimal("1e-20"));
        assertThat(found.before().evaluation()).isEqualTo(before.id());
    }

    @Test
    void series_takesTheNewestEvaluationOfEachYear() {
        evaluated();
        report("source,kind,period,amount,unit\nVEHICLES,柴油,2025-03,30,t\n");
        Evaluation newest = evaluated();
        SeriesResult series = views.series(CEMENT, 2024, 2026);
        assertThat(series.years())
                .singleElement()
                .satisfies(y -> assertThat(y.year()).isEqualTo(2025));
        assertThat(series.months())
                .hasSize(12)
                .allSatisfy(m -> assertThat(m.evaluation()).isNotEmpty());
        assertThat(newest.result().months()).hasSize(12);
        assertThat(views.series(CEMENT, 2020, 2021).months()).isEmpty();
    }

    @Test
    void simulation_sameSeedSameFigures() {
        Evaluation evaluation = evaluated();
        SimulationResult first = views.simulate(evaluation.id(), 9, 500).orElseThrow();
        assertThat(views.simulate(evaluation.id(), 9, 500)).contains(first);
        assertThat(views.simulate("none", 9, 500)).isEmpty();
    }
}
