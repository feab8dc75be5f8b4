// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tanma.carbon.service.CarbonFixture.NOW;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.CanonicalJson;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.GradeResult;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.ledger.ActivityDraft;
import org.tanma.carbon.service.ledger.EntryContent;
import org.tanma.carbon.service.ledger.EntryKey;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.carbon.service.peer.PeerRow;
import org.tanma.carbon.service.peer.PeerSetDraft;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;

/** What a regrading must do on every engine. */
abstract class RegradingsContractTest {
    private static final String INDUSTRY = "1711";
    private static final int YEAR = 2025;
    private static final int MANY = 300;

    private SqlDatabase database;
    private CarbonFixture fixture;
    private RegradingStore store;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        database = engine().open();
        fixture = new CarbonFixture(database);
        store = new RegradingStore(database.jdbi());
        fixture.peerSets.store(
                List.of(new PeerSetDraft(
                        INDUSTRY,
                        YEAR,
                        "test",
                        true,
                        List.of(peer("a", "1000", "300"), peer("b", "2500.5", "900"), peer("c", "80", "40")))),
                "regulator");
    }

    private static PeerRow peer(String name, String emission, String valueAdded) {
        return new PeerRow(name, new BigDecimal(emission), new BigDecimal(valueAdded));
    }

    private Regradings regradings(IdentifierPlane identifiers) {
        return new Regradings(
                store, new LedgerYearStore(database.jdbi()), identifiers, fixture.evaluations.assessor(), () -> NOW, 2);
    }

    private String register(int number, String industry) {
        String handle = String.format("88.118.%d/MILL-%04d", 10 + number % 3, number);
        fixture.identifiers.put(new EnterpriseProfile(handle, "厂", "Mill", industry, "330522", true));
        return handle;
    }

    private void report(String enterprise, String source, String kind, String period, String amount, String unit) {
        report(enterprise, source, kind, period, new EntryContent(amount, unit, "", "", Map.of(), ""));
    }

    private void report(String enterprise, String source, String kind, String period, EntryContent content) {
        fixture.ledger.record(List.of(draft(enterprise, source, kind, period, content)), "clerk");
    }

    private static ActivityDraft draft(
            String enterprise, String source, String kind, String period, EntryContent content) {
        return new ActivityDraft(
                new EntryKey(enterprise, source, kind, Period.parse(period).orElseThrow()), content, "read again");
    }

    /** A year of random figures: several sources, some measured, some corrected, some taken back, now and then a month missing. */
    private void reportRandomYear(String enterprise, Random random) {
        List<ActivityDraft> drafts = new ArrayList<>();
        addMonths(drafts, enterprise, "锅炉", "fuel/bituminous-coal", "t", random);
        addMonths(drafts, enterprise, "BOILER 2", "fuel/natural-gas", "10^4Nm3", random);
        addMonths(drafts, enterprise, "GRID", "electricity", "kWh", random);
        if (random.nextInt(8) == 0) {
            drafts.remove(random.nextInt(drafts.size()));
        }
        for (MethodTerm term : method().terms()) {
            if (term.isRequired()
                    && drafts.stream().noneMatch(d -> d.key().kind().startsWith(term.id()))) {
                ActivityKind kind = CarbonFixture.KINDS.examples(term.id()).get(0);
                drafts.add(draft(
                        enterprise,
                        "NONE",
                        kind.code(),
                        "2025",
                        content("0", kind.usualUnits().get(0), random)));
            }
        }
        drafts.add(draft(enterprise, "ACCOUNTS", "value-added", "2025", content(figure(random), "CNY10k", random)));
        fixture.ledger.record(drafts, "clerk");
        report(enterprise, "GRID", "electricity", "2025-05", figure(random), "MWh");
        report(enterprise, "LORRY", "fuel/diesel", "2025-05", figure(random), "t");
        report(enterprise, "LORRY", "fuel/diesel", "2025-05", EntryContent.withdrawn("not ours"));
        report(enterprise, "GRID", "electricity", "2024-05", figure(random), "MWh");
    }

    private static AccountingMethod method() {
        String name = IndustryCatalog.load().of(INDUSTRY).method();
        return CarbonFixture.CATALOG.methods().findInForce(name, YEAR).orElseThrow();
    }

    private static void addMonths(
            List<ActivityDraft> drafts, String enterprise, String source, String kind, String unit, Random random) {
        for (int month = 1; month <= 12; month++) {
            drafts.add(draft(
                    enterprise,
                    source,
                    kind,
                    String.format("2025-%02d", month),
                    content(figure(random), unit, random)));
        }
    }

    private static EntryContent content(String amount, String unit, Random random) {
        Map<String, MeasuredValue> measured = unit.equals("t") && random.nextInt(3) == 0
                ? Map.of("net-calorific-value", new MeasuredValue("2" + random.nextInt(5) + ".75", "GJ/t"))
                : Map.of();
        return new EntryContent(amount, unit, "88.118.10/M-1", "", measured, "");
    }

    private static String figure(Random random) {
        return random.nextInt(100_000) + "." + random.nextInt(1_000);
    }

    private RegradingState regrade() {
        try (Regradings regradings = regradings(fixture.identifiers)) {
            Regrading asked = regradings.keep(INDUSTRY, YEAR, "regulator");
            regradings.run(asked);
            return store.find(asked.id()).orElseThrow();
        }
    }

    private List<StoredResult> results(RegradingState state) {
        return store.results(state.regrading().id(), "", Integer.MAX_VALUE);
    }

    @Test
    void figures_areThoseOfTheEvaluation() {
        Random random = new Random(42);
        List<String> handles =
                IntStream.range(0, 24).mapToObj(n -> register(n, INDUSTRY)).toList();
        handles.forEach(handle -> reportRandomYear(handle, random));
        RegradingState state = regrade();
        assertThat(state.outcome()).isEqualTo(RegradingState.DONE);
        List<StoredResult> results = results(state);
        assertThat(results).extracting(StoredResult::enterprise).containsExactlyInAnyOrderElementsOf(handles);
        for (StoredResult stored : results) {
            RegradedResult regraded = CanonicalJson.read(stored.result(), RegradedResult.class);
            EvaluationOutcome outcome =
                    fixture.evaluations.evaluate(stored.enterprise(), YEAR, CarbonFixture.clerk(stored.enterprise()));
            assertThat(CanonicalJson.digest(stored.result())).isEqualTo(stored.resultDigest());
            if (outcome instanceof EvaluationOutcome.Evaluated evaluated) {
                assertSame(regraded, evaluated.evaluation().result());
            } else {
                assertThat(regraded.outcome()).isEqualTo(RegradedResult.INCOMPLETE);
                assertThat(regraded.missingCount())
                        .isEqualTo(((EvaluationOutcome.Incomplete) outcome)
                                .violations()
                                .size());
            }
        }
        assertThat(state.tallies()).extracting(RegradingState.Tally::outcome).contains("graded", "incomplete");
    }

    private static void assertSame(RegradedResult regraded, EvaluationResult evaluated) {
        RegradedResult.Totals totals = regraded.totals();
        assertThat(totals).isNotNull();
        assertThat(List.of(
                        totals.totalTco2e(),
                        totals.scope1Tco2e(),
                        totals.scope2Tco2e(),
                        totals.energyTco2(),
                        totals.processTco2(),
                        totals.fuelGj()))
                .containsExactly(
                        evaluated.totals().total().value(),
                        evaluated.totals().scope1().value(),
                        evaluated.totals().scope2().value(),
                        evaluated.totals().energyCo2().value(),
                        evaluated.totals().processCo2().value(),
                        evaluated.totals().fuelEnergy().value());
        GradeResult.Graded expected = evaluated.grade().graded();
        RegradedResult.Graded graded = regraded.graded();
        assertThat(expected).isNotNull();
        assertThat(graded).isNotNull();
        assertThat(List.of(graded.counted(), graded.net(), graded.average(), graded.ratio()))
                .containsExactly(
                        expected.counted().value(),
                        expected.net().value(),
                        expected.average().value(),
                        expected.ratio());
        assertThat(graded.intensity())
                .isEqualTo(expected.intensity().value() + " "
                        + expected.intensity().unit());
        assertThat(graded.level()).isEqualTo(expected.level().rank());
        assertThat(graded.grade()).isEqualTo(expected.grade().rank());
        assertThat(regraded.peers()).isEqualTo(evaluated.editions().peers());
    }

    @Test
    void otherIndustries_otherYears_andUnregisteredHandles_areLeftOut() {
        String mill = register(1, INDUSTRY);
        reportRandomYear(mill, new Random(1));
        reportRandomYear(register(2, "3120"), new Random(2));
        reportRandomYear("88.118.10/NOBODY", new Random(3));
        report(register(4, INDUSTRY), "GRID", "electricity", "2024-01", "5", "MWh");
        RegradingState state = regrade();
        assertThat(results(state)).extracting(StoredResult::enterprise).containsExactly(mill);
        assertThat(state.enterprises()).isEqualTo(1);
    }

    @Test
    void interrupted_isTakenUp_andEveryEnterpriseIsThereOnce() {
        IntFunction<String> reported = number -> {
            String handle = register(number, INDUSTRY);
            report(handle, "GRID", "electricity", "2025-01", Integer.toString(number), "MWh");
            return handle;
        };
        List<String> handles = IntStream.range(0, MANY).mapToObj(reported).toList();
        Regrading asked;
        String poisoned = handles.get(MANY - 1);
        try (Regradings first = regradings(failingAt(poisoned))) {
            asked = first.keep(INDUSTRY, YEAR, "regulator");
            new RegradingRun(
                            store,
                            new LedgerYearStore(database.jdbi()),
                            failingAt(poisoned),
                            new Regrader(fixture.evaluations.assessor(), asked),
                            asked,
                            () -> NOW,
                            () -> store.find(asked.id()).orElseThrow().chunksDone() > 0)
                    .run(1);
        }
        RegradingState half = store.find(asked.id()).orElseThrow();
        assertThat(half.outcome()).isEqualTo(RegradingState.RUNNING);
        assertThat(half.chunksDone()).isEqualTo(1);
        assertThat(half.chunks()).isEqualTo(2);
        try (Regradings second = regradings(fixture.identifiers)) {
            store.running().forEach(second::run);
        }
        RegradingState state = store.find(asked.id()).orElseThrow();
        assertThat(state.outcome()).isEqualTo(RegradingState.DONE);
        assertThat(results(state)).extracting(StoredResult::enterprise).containsExactlyInAnyOrderElementsOf(handles);
    }

    private IdentifierPlane failingAt(String poisoned) {
        return new IdentifierPlane() {
            @Override
            public Optional<EnterpriseProfile> findEnterprise(String handle) {
                if (handle.equals(poisoned)) {
                    throw new IllegalStateException("the plane is down");
                }
                return fixture.identifiers.findEnterprise(handle);
            }

            @Override
            public Optional<DeviceProfile> findDevice(String handle) {
                return fixture.identifiers.findDevice(handle);
            }

            @Override
            public boolean exists(String handle) {
                return fixture.identifiers.exists(handle);
            }
        };
    }

    @Test
    void planeThatFails_endsIt_withTheReason() {
        String mill = register(1, INDUSTRY);
        reportRandomYear(mill, new Random(1));
        try (Regradings regradings = regradings(failingAt(mill))) {
            Regrading asked = regradings.keep(INDUSTRY, YEAR, "regulator");
            regradings.run(asked);
            RegradingState state = store.find(asked.id()).orElseThrow();
            assertThat(state.outcome()).isEqualTo(RegradingState.FAILED);
            assertThat(state.reason()).contains("the plane is down");
            assertThat(state.tallies()).isEmpty();
        }
    }

    @Test
    void rulesThatChanged_supersedeIt() {
        reportRandomYear(register(1, INDUSTRY), new Random(1));
        try (Regradings regradings = regradings(fixture.identifiers)) {
            Regrading asked = regradings.keep(INDUSTRY, YEAR, "regulator");
            fixture.peerSets.store(
                    List.of(new PeerSetDraft(INDUSTRY, YEAR, "newer", true, List.of(peer("a", "1", "3")))),
                    "regulator");
            regradings.run(asked);
            assertThat(store.find(asked.id()).orElseThrow().outcome()).isEqualTo(RegradingState.SUPERSEDED);
        }
    }

    @Test
    void askedTwice_whileItRuns_isOne() {
        try (Regradings regradings = regradings(fixture.identifiers)) {
            Regrading kept = regradings.keep(INDUSTRY, YEAR, "regulator");
            assertThat(regradings.ask(INDUSTRY, YEAR, "another")).isEqualTo(kept);
            assertThat(store.list()).containsExactly(kept);
        }
    }

    @Test
    void entriesNobodyUnderstands_areSaidToBeUnreadable() {
        String mill = register(1, INDUSTRY);
        report(mill, "X", "no-such-kind", "2025-01", "5", "t");
        List<StoredResult> results = results(regrade());
        assertThat(results).hasSize(1);
        assertThat(results.get(0).outcome()).isEqualTo(RegradedResult.UNREADABLE);
        assertThat(results.get(0).result()).contains("no-such-kind");
    }

    @Test
    void separatorsInAColumn_spoilNobodyElse() {
        String mill = register(1, INDUSTRY);
        report(mill, "A" + LedgerRows.COLUMN_END + "B", "electricity", "2025-01", "5", "MWh");
        String other = register(2, INDUSTRY);
        report(other, "GRID", "electricity", "2025-01", "5", "MWh");
        assertThat(results(regrade()))
                .extracting(StoredResult::enterprise, StoredResult::outcome)
                .containsExactlyInAnyOrder(
                        tuple(mill, RegradedResult.UNREADABLE), tuple(other, RegradedResult.INCOMPLETE));
    }
}
