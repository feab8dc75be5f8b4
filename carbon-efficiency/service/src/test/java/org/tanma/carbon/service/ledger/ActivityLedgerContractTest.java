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
                        "过磅单"));
    }

    @Test
    void record_first_keepsEverythingAsGiven() {
        ActivityLedger ledger = ledger(engine().open());
        ActivityDraft draft = coal("2025-03", "18250.50");
        assertThat(ledger.record(List.of(draft), "clerk")).containsExactly(new RecordedVersion(draft.key(), 1, true));
        assertThat(ledger.newest(ENTERPRISE, 2025))
                .containsExactly(new ActivityEntry(draft.key(), 1, draft.content(), "clerk", NOW));
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
        ActivityDraft gone = new ActivityDraft(coal("2025-03", "1").key(), EntryContent.withdrawn("错报"));
        assertThat(ledger.record(List.of(gone), "clerk")).allMatch(r -> !r.isNew());
        ledger.record(List.of(coal("2025-03", "1")), "clerk");
        assertThat(ledger.record(List.of(gone), "clerk")).containsExactly(new RecordedVersion(gone.key(), 2, true));
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
