// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.carbon.data.SchemeText;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.declare.GradingDeclaration;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.SchemeTrial;
import org.tanma.carbon.service.peer.PeerSetDraft;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.carbon.service.scheme.SchemeDraft;
import org.tanma.kit.testing.SqlEngines;

/** Drafts tried on an industry, peers formed from it, and what was issued before staying as it is. */
class SurveyTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final String SECOND = "88.118.1/PLANT-2";
    private static final String THIRD = "88.118.1/PLANT-3";
    private static final String ID = "zhejiang-carbon-efficiency/2027";
    private static final String STRICTER = """
            title: {zh: 更严的方案, en: A stricter scheme}
            numerator: energy-co2
            intensity_unit: tCO2/CNY10k
            levels:
              - {label: {zh: 低, en: low}, up_to: "0.6"}
              - {label: {zh: 中, en: medium}, up_to: "2.0"}
              - {label: {zh: 高, en: high}}
            grades:
              - {label: {zh: 一级, en: grade 1}, up_to: "0.0001"}
              - {label: {zh: 二级, en: grade 2}, up_to: "0.0002"}
              - {label: {zh: 三级, en: grade 3}, up_to: "0.0003"}
              - {label: {zh: 四级, en: grade 4}, up_to: "0.0004"}
              - {label: {zh: 五级, en: grade 5}}
            minimum_peers: 3
            industry_digits: 4
            validity_months: 12
            """;

    private CarbonFixture fixture;
    private PeerFormation formation;
    private SchemePreviewer previewer;

    @BeforeEach
    void open() {
        fixture = new CarbonFixture(ENGINE.open());
        SchemeTrial trial = new SchemeTrial(CATALOG, KINDS, fixture.book);
        formation = new PeerFormation(fixture.store, trial, CATALOG.units());
        previewer = new SchemePreviewer(fixture.store, fixture.peerSets, trial, formation, CATALOG.units());
        fixture.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
        report(CEMENT, "33", "");
        report(SECOND, "3305", "FINANCE,value-added,2025,1,CNY10k,,,loss after all");
        report(THIRD, "3205", "FINANCE,value-added,2025,-5,CNY10k,,,a loss");
    }

    private void report(String enterprise, String region, String valueAdded) {
        String csv = new String(sample("cement/activity-data.csv"), StandardCharsets.UTF_8);
        if (!enterprise.equals(CEMENT)) {
            fixture.identifiers.put(new EnterpriseProfile(enterprise, "水泥", "Cement", "3011", "330522", true));
            csv = csv.replaceAll("(?m)^FINANCE,value-added,2025,.*$", valueAdded);
        }
        assertThat(fixture.ingest
                        .csv(enterprise, csv.getBytes(StandardCharsets.UTF_8), PLAIN, "clerk")
                        .rejected())
                .isZero();
        evaluate(enterprise);
    }

    private Evaluation evaluate(String enterprise) {
        EvaluationOutcome outcome = fixture.evaluations.evaluate(enterprise, 2025, clerk(enterprise));
        assertThat(outcome).isInstanceOf(EvaluationOutcome.Evaluated.class);
        return ((EvaluationOutcome.Evaluated) outcome).evaluation();
    }

    private GradingScheme scheme(String body) {
        SchemeText.Parsed parsed =
                fixture.book.read(EditionRef.parse(ID), body, "authority", "author", LocalDate.of(2026, 1, 1));
        return (GradingScheme) ((SchemeText.Parsed.Read) parsed).scheme();
    }

    private SchemePreview preview(String body, String peers) {
        SchemeDraft draft = fixture.schemes.store(ID, 0, body, "author").orElseThrow();
        return previewer.preview(draft, scheme(body), "30", 2025, peers);
    }

    @Test
    void preview_countsBeforeAndAfter_andNamesWhoMoves() {
        int before = evaluate(CEMENT).result().grade().graded().grade().rank();
        SchemePreview preview = preview(STRICTER, SchemePreviewer.GIVEN);
        assertThat(preview.enterprises()).isEqualTo(3);
        assertThat(preview.before())
                .extracting(SchemePreview.GradeCount::enterprises)
                .contains(1);
        assertThat(preview.after())
                .extracting(count -> count.rank() + " " + count.enterprises())
                .containsExactly("1 0", "2 0", "3 0", "4 0", "5 2", "0 1");
        assertThat(preview.moves()).singleElement().satisfies(move -> {
            assertThat(move.enterprise()).isEqualTo(CEMENT);
            assertThat(move.before()).isEqualTo(before);
            assertThat(move.after()).isEqualTo(5);
            assertThat(move.toBetter()).endsWith("tCO2");
        });
        assertThat(preview.worse()).isEqualTo(1);
        assertThat(preview.all())
                .filteredOn(position -> position.enterprise().equals(THIRD))
                .singleElement()
                .satisfies(position -> assertThat(position.reasons()).containsExactly("value-added"));
        assertThat(fixture.evaluations.list(CEMENT)).hasSize(1);
    }

    @Test
    void peers_ofTheNodesOwn_countLossesToo() {
        List<PeerSetDraft> sets = formation.drafts(scheme(STRICTER), "3011", 2025);
        assertThat(sets).singleElement().satisfies(set -> {
            assertThat(set.rows()).extracting(row -> row.name()).containsExactly(CEMENT, SECOND, THIRD);
            assertThat(set.rows().get(2).valueAddedCny10k()).isEqualByComparingTo("-5");
            assertThat(set.isDemonstration()).isTrue();
        });
        SchemePreview preview = preview(STRICTER, SchemePreviewer.OWN);
        assertThat(preview.all().get(0).ratioAfter()).isNotNull();
        assertThat(formation.drafts(scheme(STRICTER + "region: province\n"), "3011", 2025))
                .extracting(set -> set.selection().region())
                .containsExactly("33");
    }

    @Test
    void publishedScheme_gradesFromItsDayOn_andWhatWasIssuedStays() {
        Evaluation issued = evaluate(CEMENT);
        fixture.schemes.store(ID, 0, STRICTER, "author");
        fixture.schemes.publish(ID, 1, "authority", LocalDate.of(2026, 1, 15), "chief");
        Evaluation later = evaluate(CEMENT);
        assertThat(later.result().editions().scheme()).isEqualTo(ID);
        assertThat(later.result().grade().graded().grade().rank()).isEqualTo(5);
        assertThat(later.id()).isNotEqualTo(issued.id());
        assertThat(fixture.evaluations.find(issued.id())).contains(issued);
        assertThat(fixture.evaluations.replay(issued.id()).orElseThrow().agrees())
                .isTrue();
        assertThat(fixture.evaluations.replay(later.id()).orElseThrow().agrees())
                .isTrue();
    }

    @Test
    void changedPeerSet_doesNotAlterWhatWasIssued() {
        Evaluation issued = evaluate(CEMENT);
        fixture.peerSets.store(formation.drafts(scheme(STRICTER), "3011", 2025), "regulator");
        Evaluation later = evaluate(CEMENT);
        assertThat(later.result().editions().peers()).isEqualTo("peers/3011/2025/v2");
        assertThat(fixture.evaluations.find(issued.id())).contains(issued);
        assertThat(fixture.evaluations.replay(issued.id()).orElseThrow().agrees())
                .isTrue();
    }

    @Test
    void declaredProducts_areGradedBesideTheGradeAmongPeers() {
        assertThat(evaluate(CEMENT).result().physicalGrades()).isEmpty();
        GradingDeclaration declaration = new GradingDeclaration(
                "large",
                List.of(
                        new GradingDeclaration.Product(
                                "clinker-electricity", "1000000", "t", new TreeMap<>(), new TreeMap<>()),
                        new GradingDeclaration.Product("cement", "1000000", "t", new TreeMap<>(), new TreeMap<>())),
                new TreeMap<>(),
                "");
        fixture.declarations.store(CEMENT, 2025, 0, declaration, "clerk");
        Evaluation evaluation = evaluate(CEMENT);
        assertThat(evaluation.result().grade().graded()).isNotNull();
        assertThat(evaluation.result().physicalGrades())
                .extracting(grade -> grade.product() + " " + grade.status())
                .containsExactly("cement not-gradable", "clinker-electricity graded");
        assertThat(evaluation.result().physicalGrades().get(0).reasons())
                .extracting(reason -> reason.code())
                .contains("figure");
        assertThat(fixture.evaluations.replay(evaluation.id()).orElseThrow().agrees())
                .isTrue();
    }

    @Test
    void percentileAndBenchmark_gradeKeptYears() {
        String percentile = STRICTER + "reference: {kind: percentile, percent: \"50\", definition: nearest-rank}\n";
        fixture.schemes.store(ID, 0, percentile, "author");
        fixture.schemes.publish(ID, 1, "authority", LocalDate.of(2026, 1, 1), "chief");
        assertThat(evaluate(CEMENT).result().grade().graded().scheme().reference())
                .isEqualTo("percentile 50 nearest-rank");
        String next = "zhejiang-carbon-efficiency/2028";
        fixture.schemes.store(
                next,
                0,
                STRICTER + "reference: {kind: benchmark, value: \"1\", unit: tCO2/CNY10k, source: a table}\n",
                "author");
        fixture.schemes.publish(next, 1, "authority", LocalDate.of(2026, 1, 2), "chief");
        Evaluation evaluation = evaluate(CEMENT);
        assertThat(evaluation.result().grade().graded().peers().count()).isZero();
        assertThat(evaluation.result().editions().peers()).isNull();
        assertThat(fixture.evaluations.replay(evaluation.id()).orElseThrow().agrees())
                .isTrue();
    }
}
