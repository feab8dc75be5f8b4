// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;

abstract class ActivityLedgerContractTest {
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    private static final String ENTERPRISE = "88.118.1/ENTERPRISE";

    abstract SqlEngines engine();

    private ActivityLedger ledger(SqlDatabase database) {
        return new ActivityLedger(database.jdbi(), () -> NOW);
    }

    private static ActivityDraft coal(String period, String amount) {
        return new ActivityDraft(
                new EntryKey(
                        ENTERPRISE,
                        "KILN-1",
                        "bituminous-coal",
                        Period.parse(period).orElseThrow()),
                new EntryContent(
                        amount,
                        "t",
                        "88.118.1/SCALE-1",
                        "sha256:00",
                        Map.of("ncv", new MeasuredValue("23.10", "GJ/t")),
                        "过磅单"),
                "漏记一车");
    }

    @Test
    void record_first_keepsEverythingAsGiven() {
        ActivityLedger ledger = ledger(engine().open());
        ActivityDraft draft = coal("2025-03", "18250.50");
        assertThat(ledger.record(List.of(draft), "clerk"))
                .containsExactly(new RecordedVersion(draft.key(), 1, RecordedVersion.Outcome.NEW));
        assertThat(ledger.newest(ENTERPRISE, 2025))
                .containsExactly(new ActivityEntry(draft.key(), 1, draft.content(), "clerk", NOW, "漏记一车"));
    }

    @Test
    void record_sameContentAgain_isUnchanged() {
        ActivityLedger ledger = ledger(engine().open());
        ledger.record(List.of(coal("2025-03", "18250.5")), "clerk");
        assertThat(ledger.record(List.of(coal("2025-03", "18250.5")), "another"))
                .allMatch(r -> !r.isNew() && r.version() == 1);
        assertThat(ledger.history(coal("2025-03", "0").key())).hasSize(1);
    }

    @Test
    void record_correction_isANewVersionBesideTheOld() {
        ActivityLedger ledger = ledger(engine().open());
        ledger.record(List.of(coal("2025-03", "18250.5")), "clerk");
        ledger.record(List.of(coal("2025-03", "18520.5")), "clerk");
        assertThat(ledger.history(coal("2025-03", "0").key()))
                .extracting(e -> e.content().amount())
                .containsExactly("18250.5", "18520.5");
        assertThat(ledger.newest(ENTERPRISE, 2025))
                .extracting(ActivityEntry::version)
                .containsExactly(2);
    }

    @Test
    void record_correctionWithoutAReason_isRefused_andTheOtherRowsStand() {
        ActivityLedger ledger = ledger(engine().open());
        ledger.record(List.of(coal("2025-03", "18250.5")), "clerk");
        ActivityDraft silent = new ActivityDraft(
                coal("2025-03", "1").key(), coal("2025-03", "1").content());
        assertThat(ledger.preview(List.of(silent)))
                .extracting(RecordedVersion::outcome)
                .containsExactly(RecordedVersion.Outcome.UNREASONED);
        assertThat(ledger.record(List.of(silent, coal("2025-04", "2")), "clerk"))
                .extracting(RecordedVersion::outcome)
                .containsExactly(RecordedVersion.Outcome.UNREASONED, RecordedVersion.Outcome.NEW);
        assertThat(ledger.newest(ENTERPRISE, 2025))
                .extracting(e -> e.content().amount())
                .containsExactly("18250.5", "2");
    }

    @Test
    void record_intoAClosedPeriod_isRefused_untilItIsOpenedAgain() {
        SqlDatabase database = engine().open();
        ActivityLedger ledger = ledger(database);
        PeriodStore periods = new PeriodStore(database.jdbi(), () -> NOW);
        ledger.record(List.of(coal("2025-03", "1")), "clerk");
        periods.add(ENTERPRISE, Period.ofYear(2025), true, "", "admin");
        assertThat(ledger.record(List.of(coal("2025-03", "2"), coal("2025", "0")), "clerk"))
                .allMatch(r -> r.outcome() == RecordedVersion.Outcome.CLOSED);
        assertThat(ledger.record(List.of(coal("2025-03", "1")), "clerk"))
                .allMatch(r -> r.outcome() == RecordedVersion.Outcome.SAME);
        periods.add(ENTERPRISE, new Period(2025, 3), false, "补录过磅单", "admin");
        assertThat(ledger.record(List.of(coal("2025-03", "2"), coal("2025-04", "2"), coal("2026-01", "2")), "clerk"))
                .extracting(RecordedVersion::outcome)
                .containsExactly(
                        RecordedVersion.Outcome.NEW, RecordedVersion.Outcome.CLOSED, RecordedVersion.Outcome.NEW);
        assertThat(periods.list(ENTERPRISE))
                .extracting(PeriodEvent::number, PeriodEvent::isClosed, PeriodEvent::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, true, ""),
                        org.assertj.core.groups.Tuple.tuple(2, false, "补录过磅单"));
    }

    @Test
    void closing_whileOthersRecord_leavesNothingRecordedAfterIt() {
        SqlDatabase database = engine().open();
        ActivityLedger ledger = ledger(database);
        PeriodStore periods = new PeriodStore(database.jdbi(), () -> NOW);
        List<Boolean> refused = Collections.synchronizedList(new ArrayList<>());
        IntStream.rangeClosed(0, 16).parallel().forEach(i -> {
            if (i == 8) {
                periods.add(ENTERPRISE, new Period(2025, 3), true, "", "admin");
            } else {
                ledger.record(List.of(coal("2025-03", Integer.toString(i))), "clerk")
                        .forEach(r -> refused.add(r.isRefused()));
            }
        });
        int versions = ledger.history(coal("2025-03", "0").key()).size();
        assertThat(refused).hasSize(16);
        assertThat(refused.stream().filter(r -> !r).count()).isEqualTo(versions);
        assertThat(ledger.record(List.of(coal("2025-03", "99")), "clerk")).allMatch(RecordedVersion::isRefused);
    }

    @Test
    void sources_areKeptInVersions_eachEnterpriseItsOwn() {
        SourceStore sources = new SourceStore(engine().open().jdbi(), () -> NOW);
        SourceContent kiln = new SourceContent("88.118.1/SITE", "回转窑", "88.118.1/KILN-1", "5", "measured");
        assertThat(sources.put(ENTERPRISE, "KILN-1", SourceContent.UNKNOWN, "", "clerk")
                        .version())
                .isEqualTo(1);
        assertThat(sources.put(ENTERPRISE, "KILN-1", kiln, "校准", "clerk").version())
                .isEqualTo(2);
        assertThat(sources.put(ENTERPRISE, "KILN-1", kiln, "again", "clerk").version())
                .isEqualTo(2);
        sources.put("88.118.2/ENTERPRISE", "A", kiln, "", "clerk");
        assertThat(sources.newest(ENTERPRISE))
                .containsExactly(new SourceVersion(ENTERPRISE, "KILN-1", 2, kiln, "校准", "clerk", NOW));
        assertThat(sources.history(ENTERPRISE, "KILN-1"))
                .extracting(SourceVersion::content)
                .containsExactly(SourceContent.UNKNOWN, kiln);
    }

    @Test
    void record_backToAnEarlierContent_isStillANewVersion() {
        ActivityLedger ledger = ledger(engine().open());
        for (String amount : List.of("1", "2", "1")) {
            ledger.record(List.of(coal("2025-03", amount)), "clerk");
        }
        assertThat(ledger.newest(ENTERPRISE, 2025))
                .extracting(ActivityEntry::version)
                .containsExactly(3);
    }

    @Test
    void withdrawn_countsNoMore_isSeenInTheHistory_andCanBeReportedAgain() {
        ActivityLedger ledger = ledger(engine().open());
        ActivityDraft gone = new ActivityDraft(coal("2025-03", "1").key(), EntryContent.withdrawn("错报"), "错报");
        assertThat(ledger.record(List.of(gone), "clerk")).allMatch(r -> !r.isNew());
        ledger.record(List.of(coal("2025-03", "1")), "clerk");
        assertThat(ledger.record(List.of(gone), "clerk"))
                .containsExactly(new RecordedVersion(gone.key(), 2, RecordedVersion.Outcome.NEW));
        assertThat(ledger.record(List.of(gone), "clerk")).allMatch(r -> !r.isNew());
        assertThat(ledger.newest(ENTERPRISE, 2025)).isEmpty();
        assertThat(ledger.history(gone.key()))
                .extracting(ActivityEntry::content)
                .contains(gone.content());
        ledger.record(List.of(coal("2025-03", "1")), "clerk");
        assertThat(ledger.newest(ENTERPRISE, 2025))
                .extracting(ActivityEntry::version)
                .containsExactly(3);
    }

    @Test
    void record_manyEntriesInOppositeOrders_neverBlocks() {
        ActivityLedger ledger = ledger(engine().open());
        IntStream.range(0, 8).parallel().forEach(i -> {
            List<ActivityDraft> drafts = new ArrayList<>(IntStream.rangeClosed(1, 12)
                    .mapToObj(month -> coal("2025-" + month, Integer.toString(i)))
                    .toList());
            if (i % 2 == 0) {
                Collections.reverse(drafts);
            }
            ledger.record(drafts, "clerk");
        });
        assertThat(ledger.newest(ENTERPRISE, 2025)).hasSize(12).allMatch(e -> e.version() == 8);
    }

    @Test
    void record_thatFailsHalfway_leavesNothing() {
        SqlDatabase database = engine().open();
        ActivityLedger ledger = ledger(database);
        database.jdbi().useHandle(h -> h.execute("CREATE UNIQUE INDEX each_note_once ON activity_entry (note)"));
        List<ActivityDraft> drafts = List.of(coal("2025-03", "1"), coal("2025-04", "1"));
        assertThatThrownBy(() -> ledger.record(drafts, "clerk")).isInstanceOf(UnableToExecuteStatementException.class);
        assertThat(ledger.newest(ENTERPRISE, 2025)).isEmpty();
    }

    @Test
    void record_byManyAtOnce_numbersVersionsWithoutGaps() {
        ActivityLedger ledger = ledger(engine().open());
        IntStream.rangeClosed(1, 24)
                .parallel()
                .forEach(i -> ledger.record(List.of(coal("2025-03", Integer.toString(i))), "clerk"));
        assertThat(ledger.history(coal("2025-03", "0").key()))
                .extracting(ActivityEntry::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void newest_returnsOneYearOfOneEnterprise_inOrder() {
        ActivityLedger ledger = ledger(engine().open());
        EntryKey other = new EntryKey("88.118.2/ENTERPRISE", "A", "diesel", Period.ofYear(2025));
        ledger.record(
                List.of(
                        coal("2025-12", "1"),
                        coal("2024-12", "1"),
                        coal("2025", "1"),
                        coal("2025-01", "1"),
                        new ActivityDraft(other, coal("2025", "1").content())),
                "clerk");
        assertThat(ledger.newest(ENTERPRISE, 2025))
                .extracting(e -> e.key().period().text())
                .containsExactly("2025", "2025-01", "2025-12");
    }

    @Test
    void preview_tellsWhatWouldHappen_andWritesNothing() {
        ActivityLedger ledger = ledger(engine().open());
        ledger.record(List.of(coal("2025-03", "1")), "clerk");
        assertThat(ledger.preview(List.of(coal("2025-03", "1"), coal("2025-03", "2"), coal("2025-04", "1"))))
                .extracting(RecordedVersion::isNew, RecordedVersion::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, 1),
                        org.assertj.core.groups.Tuple.tuple(true, 2),
                        org.assertj.core.groups.Tuple.tuple(true, 1));
        assertThat(ledger.newest(ENTERPRISE, 2025)).hasSize(1);
    }

    @Test
    void reopened_findsWhatWasRecorded() {
        SqlConfig config = engine().freshConfig();
        try (SqlDatabase database = SqlDatabase.open(config, "carbon")) {
            ledger(database).record(List.of(coal("2025-03", "1")), "clerk");
        }
        assertThat(ledger(engine().open(config)).newest(ENTERPRISE, 2025)).hasSize(1);
    }
}
