// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.ledger.SourceContent;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;

class EvaluationServiceTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private SqlDatabase database;
    private CarbonFixture fixture;

    @BeforeEach
    void open() {
        database = ENGINE.open();
        fixture = new CarbonFixture(database);
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
    }

    /** The cement sample without the lines that contain any of the texts. */
    private void reportCementWithout(String... texts) {
        String csv = new String(sample("cement/activity-data.csv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> List.of(texts).stream().noneMatch(line::contains))
                .collect(Collectors.joining("\n"));
        report(csv);
    }

    private void report(String csv) {
        assertThat(fixture.ingest
                        .csv(CEMENT, csv.getBytes(StandardCharsets.UTF_8), PLAIN, "clerk")
                        .rejected())
                .isZero();
    }

    private EvaluationOutcome evaluate() {
        return fixture.evaluations.evaluate(CEMENT, 2025, clerk(CEMENT));
    }

    private Evaluation evaluated() {
        return ((EvaluationOutcome.Evaluated) evaluate()).evaluation();
    }

    private List<String> missingPaths() {
        return ((EvaluationOutcome.Incomplete) evaluate())
                .violations().stream().map(WordedViolation::path).toList();
    }

    @Test
    void sameInputs_giveTheSameEvaluation() {
        reportCementWithout();
        EvaluationOutcome.Evaluated first = (EvaluationOutcome.Evaluated) evaluate();
        EvaluationOutcome.Evaluated second = (EvaluationOutcome.Evaluated) evaluate();
        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.evaluation()).isEqualTo(first.evaluation());
        assertThat(fixture.evaluations.list(CEMENT, 2025)).hasSize(1);
    }

    @Test
    void correction_givesAnotherEvaluation_andTheFirstStays() {
        reportCementWithout();
        Evaluation before = evaluated();
        report("source,kind,period,amount,unit\nVEHICLES,柴油,2025-03,30,t\n");
        Evaluation after = evaluated();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(fixture.evaluations.find(before.id())).contains(before);
        assertThat(fixture.evaluations.list(CEMENT)).extracting(Evaluation::id).contains(before.id(), after.id());
    }

    @Test
    void registeredSource_isPartOfTheInputs_andReplays_whileStocksEnterNothing() {
        reportCementWithout();
        Evaluation before = evaluated();
        report("source,kind,period,amount,unit\nYARD,烟煤期初库存,2025-03,30000,t\n");
        assertThat(evaluated().id()).isEqualTo(before.id());
        fixture.sources.put(CEMENT, "KILN-1", new SourceContent("一号厂区", "回转窑", "", "2.5", "metered"), "", "clerk");
        fixture.sources.put(CEMENT, "UNUSED", new SourceContent("二号厂区", "", "", "", ""), "", "clerk");
        Evaluation after = evaluated();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.result().totals()).isEqualTo(before.result().totals());
        assertThat(fixture.evaluations.replay(after.id()).orElseThrow().agrees())
                .isTrue();
    }

    @Test
    void gaps_areNamedEachAndAll_andNothingIsKept() {
        reportCementWithout("GRID-110KV,electricity,2025-04", "bypass-dust", "fuel/bituminous-coal,2025-09");
        assertThat(missingPaths())
                .containsExactly(
                        "entries/GRID-110KV/electricity/2025-04",
                        "entries/KILN-1/fuel/bituminous-coal/2025-09",
                        "terms/bypass-dust");
        assertThat(fixture.evaluations.list(CEMENT)).isEmpty();
    }

    @Test
    void month_thatIsMissing_isAskedForWithItsUnit() {
        reportCementWithout("GRID-110KV,electricity,2025-04");
        assertThat(((EvaluationOutcome.Incomplete) evaluate()).violations())
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.allowed().en())
                            .isEqualTo("a figure of purchased electricity for 2025-04, in MWh, kWh, 10^4kWh");
                    assertThat(v.allowed().zh()).isEqualTo("2025-04 的“购入电力”数值，单位 MWh, kWh, 10^4kWh");
                    assertThat(v.hint().en()).endsWith("report 0");
                });
    }

    @Test
    void nothingReported_isIncomplete_inBothLanguages() {
        EvaluationOutcome.Incomplete incomplete = (EvaluationOutcome.Incomplete) evaluate();
        assertThat(incomplete.violations()).extracting(WordedViolation::path).contains("terms/fuel", "terms/clinker");
        assertThat(incomplete.violations()).allSatisfy(v -> {
            assertThat(v.allowed().zh()).matches(".*\\p{IsHan}.*");
            assertThat(v.hint().zh()).matches(".*\\p{IsHan}.*");
            assertThat(v.allowed().en()).isNotBlank().doesNotMatch(".*\\p{IsHan}.*");
            assertThat(v.hint().en()).isNotBlank().doesNotMatch(".*\\p{IsHan}.*");
        });
        assertThat(incomplete.violations())
                .filteredOn(v -> v.path().equals("terms/fuel"))
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.allowed().en())
                            .isEqualTo(
                                    "a figure for each month of 2025, of a kind such as fuel/bituminous-coal (in t) or"
                                            + " fuel/natural-gas (in 10^4Nm3)");
                    assertThat(v.allowed().zh()).contains("fuel/bituminous-coal（烟煤，单位 t）");
                    assertThat(v.hint().en()).endsWith("kind fuel/bituminous-coal, period 2025, amount 0, unit t");
                });
    }

    @Test
    void unmeasuredClinker_isIncomplete_neverADefault() {
        reportCementWithout("KILN-1,clinker,2025-05");
        report("source,kind,period,amount,unit,CaO (%)\nKILN-1,熟料,2025-05,128000,t,65.1\n");
        assertThat(missingPaths()).anyMatch(p -> p.contains("clinker/2025-05") && p.contains("mgo-content"));
    }

    @Test
    void yearlyZero_besideMonthlyReadingsOfTheTerm_isNoDeclaration() {
        reportCementWithout();
        report("source,kind,period,amount,unit\nSITE,汽油,2025,0,t\n");
        assertThat(evaluated().result().absentTerms()).containsExactly("alternative-fuel", "bypass-dust", "heat");
    }

    @Test
    void valueAddedMissing_orNotWhole_orNotPositive_isNotGradable_andKept() {
        reportCementWithout("value-added");
        assertThat(reasons()).containsExactly("value-added");
        report("source,kind,period,amount,unit\nFINANCE,增加值,2025-01,1400,万元\n");
        assertThat(reasons()).containsExactly("value-added-gap", "value-added");
        report("source,kind,period,amount,unit\nOTHER,增加值,2025,-3,万元\n");
        assertThat(reasons()).contains("value-added-gap");
        assertThat(fixture.evaluations.list(CEMENT)).hasSize(3);
    }

    private List<String> reasons() {
        Evaluation evaluation = evaluated();
        assertThat(evaluation.isGraded()).isFalse();
        assertThat(evaluation.result().totals().total().value()).isNotEqualTo("0");
        return evaluation.result().grade().reasons().stream()
                .map(GradeResult.Reason::code)
                .toList();
    }

    @Test
    void outputNotWhole_givesNoIntensity_andSaysSo() {
        reportCementWithout("output,2025-07");
        EvaluationResult result = evaluated().result();
        assertThat(result.activityLevel()).isNull();
        assertThat(result.notices()).anyMatch(n -> n.en().equals("output: CEM-42.5: months missing: 7"));
    }

    @Test
    void negativeValueAdded_isNotGradable() {
        reportCementWithout("value-added");
        report("source,kind,period,amount,unit\nFINANCE,增加值,2025,-1400,万元\n");
        assertThat(reasons()).containsExactly("value-added");
    }

    @Test
    void grade_followsFromTheFiguresBesideIt() {
        reportCementWithout();
        GradeResult.Graded graded = evaluated().result().grade().graded();
        assertThat(graded).isNotNull();
        BigDecimal l = new BigDecimal(graded.net().value())
                .divide(new BigDecimal(graded.valueAdded().value()), java.math.MathContext.DECIMAL64);
        assertThat(graded.valueAdded().unit()).isEqualTo("CNY10k");
        assertThat(l).isCloseTo(new BigDecimal(graded.intensity().value()), within("1e-9"));
        BigDecimal k = l.divide(new BigDecimal(graded.average().value()), java.math.MathContext.DECIMAL64);
        assertThat(k).isCloseTo(new BigDecimal(graded.ratio()), within("1e-9"));
        assertThat(graded.scheme().grades()).hasSize(5);
        assertThat(new BigDecimal(graded.neutralShare()))
                .isCloseTo(
                        new BigDecimal("12000")
                                .divide(new BigDecimal(graded.counted().value()), java.math.MathContext.DECIMAL64),
                        within("1e-9"));
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(String tolerance) {
        return org.assertj.core.data.Offset.offset(new BigDecimal(tolerance));
    }

    @Test
    void replay_agrees_alsoAfterTheLedgerAndThePeersMovedOn() {
        reportCementWithout();
        Evaluation evaluation = evaluated();
        report("source,kind,period,amount,unit\nVEHICLES,柴油,2025-03,30,t\n");
        String peers = new String(sample("peer-sets.csv"), StandardCharsets.UTF_8)
                .replace("3011,2025,demo-peer-01", "3011,2025,x");
        fixture.peerSets.store(PeerSetTable.read(peers.getBytes(StandardCharsets.UTF_8)), "regulator");
        Replay replay = fixture.evaluations.replay(evaluation.id()).orElseThrow();
        assertThat(replay.agrees()).isTrue();
        assertThat(replay.replayedDigest()).isEqualTo(evaluation.resultDigest());
        assertThat(replay.editionsChanged()).isFalse();
        assertThat(fixture.evaluations.replay("none")).isEmpty();
    }

    @Test
    void replay_ofATamperedResult_disagrees() {
        reportCementWithout();
        Evaluation evaluation = evaluated();
        database.jdbi().useHandle(h -> h.execute("UPDATE evaluation SET result_digest = 'sha256:00'"));
        assertThat(fixture.evaluations.replay(evaluation.id()).orElseThrow().agrees())
                .isFalse();
    }

    @Test
    void unknownEnterprise_isSaid() {
        assertThat(fixture.evaluations.evaluate("88.118.9/ENTERPRISE", 2025, clerk("88.118.9/E")))
                .isEqualTo(new EvaluationOutcome.UnknownEnterprise("88.118.9/ENTERPRISE"));
    }

    @Test
    void trace_leadsFromTheTotalToEachReading_withMeterAndFactor() {
        reportCementWithout();
        EvaluationResult result = evaluated().result();
        assertThat(result.trace().value().value())
                .isEqualTo(result.totals().total().value());
        List<EvaluationResult.TraceLine> leaves = leaves(result.trace()).toList();
        assertThat(leaves).hasSizeGreaterThan(80);
        assertThat(leaves.stream().flatMap(l -> l.inputs().stream()))
                .anyMatch(i -> i.origin().equals("reading") && i.reference().contains("88.118.1/METER-GRID-1"))
                .anyMatch(i -> i.origin().equals("factor") && i.reference().startsWith("grid-co2/mee-2023"))
                .anyMatch(i -> i.origin().equals("measured") && i.reference().contains("ledger KILN-1/clinker"))
                .anyMatch(i -> i.origin().equals("method") && i.reference().contains("44/40"));
    }

    private static java.util.stream.Stream<EvaluationResult.TraceLine> leaves(EvaluationResult.TraceLine line) {
        return line.children().isEmpty()
                ? java.util.stream.Stream.of(line)
                : line.children().stream().flatMap(EvaluationServiceTest::leaves);
    }
}
