// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.kind.PropertyNames;
import org.tanma.carbon.service.ledger.ActivityDraft;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.EntryKey;
import org.tanma.carbon.service.ledger.RecordedVersion;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * Takes in activity data: every row is judged, the good ones go to the ledger in one transaction.
 *
 * <p>Contract: a bad row never stops the good ones unless the caller asks for all or nothing; nothing is stored in a dry run;
 * what the report calls recorded is on disk. Safe between threads.
 */
public final class ActivityIngest {
    private final ActivityLedger ledger;
    private final RowCheck rowCheck;

    /** @param isRegistered whether a handle is registered in the identifier plane */
    public ActivityIngest(
            ActivityLedger ledger,
            KindCatalog kinds,
            UnitCatalog units,
            Predicate<String> isRegistered,
            InstantSource clock) {
        this.ledger = ledger;
        UnitCheck unitCheck = new UnitCheck(units);
        this.rowCheck =
                new RowCheck(kinds, unitCheck, new MeasuredCheck(new PropertyNames(), unitCheck), isRegistered, clock);
    }

    /**
     * How rows are to be taken in.
     *
     * @param isAtomic true: all rows or none
     * @param isDryRun true: judge only
     */
    public record Mode(boolean isAtomic, boolean isDryRun) {}

    /** Takes in a CSV file. */
    public IngestReport csv(String enterprise, byte[] octets, Mode mode, String account) {
        return take(enterprise, ActivityTable.read(octets), mode, account);
    }

    /** Takes in a JSON body. */
    public IngestReport json(String enterprise, byte[] octets, Mode mode, String account) {
        return take(enterprise, ActivityJson.read(octets), mode, account);
    }

    private IngestReport take(String enterprise, List<RawRow> rows, Mode mode, String account) {
        List<RowCheck.Checked> checked = check(enterprise, rows);
        List<ActivityDraft> drafts =
                checked.stream().flatMap(c -> Stream.ofNullable(c.draft())).toList();
        int rejected = checked.size() - drafts.size();
        boolean isTried = !mode.isDryRun() && !(mode.isAtomic() && rejected > 0);
        List<RecordedVersion> recorded = isTried ? ledger.record(drafts, account) : ledger.preview(drafts);
        Map<EntryKey, RecordedVersion> byKey = new HashMap<>();
        recorded.forEach(r -> byKey.put(r.key(), r));
        List<RowReport> reports =
                checked.stream().map(c -> report(c, byKey, isTried)).toList();
        boolean isRefusedWhole = mode.isAtomic() && rejected > 0;
        return new IngestReport(enterprise, isRefusedWhole ? 0 : drafts.size(), rejected, mode.isDryRun(), reports);
    }

    /** Judges all rows; of rows about one entry in one file only the first may stand. */
    private List<RowCheck.Checked> check(String enterprise, List<RawRow> rows) {
        Map<EntryKey, Long> seen = new HashMap<>();
        List<RowCheck.Checked> checked = new ArrayList<>(rows.size());
        for (RawRow row : rows) {
            RowCheck.Checked one = rowCheck.check(enterprise, row);
            ActivityDraft draft = one.draft();
            Long earlier = draft == null ? null : seen.putIfAbsent(draft.key(), row.row());
            checked.add(earlier == null ? one : new RowCheck.Checked(row, null, List.of(doubled(row, earlier))));
        }
        return checked;
    }

    private static WordedViolation doubled(RawRow row, long earlier) {
        return new WordedViolation(
                "period",
                row.cell(Column.PERIOD),
                new Wording("同一排放源、种类、期间只能出现一次", "each source, kind and period once in a file"),
                new Wording(
                        "第 " + earlier + " 行已填报，请合并或区分排放源",
                        "row " + earlier + " already gives it; add the two, or name the sources apart"));
    }

    private static RowReport report(
            RowCheck.Checked checked, Map<EntryKey, RecordedVersion> recorded, boolean isTried) {
        RawRow row = checked.row();
        ActivityDraft draft = checked.draft();
        RecordedVersion version = draft == null ? null : recorded.get(draft.key());
        if (draft == null || version == null) {
            return new RowReport(
                    row.row(),
                    RowStatus.REJECTED,
                    row.cell(Column.SOURCE),
                    row.cell(Column.KIND),
                    row.cell(Column.PERIOD),
                    0,
                    checked.violations());
        }
        RowStatus stored = draft.content().isWithdrawn() ? RowStatus.WITHDRAWN : RowStatus.RECORDED;
        RowStatus status = version.isNew() ? stored : RowStatus.UNCHANGED;
        return new RowReport(
                row.row(),
                isTried ? status : RowStatus.NOT_TRIED,
                draft.key().source(),
                draft.key().kind(),
                draft.key().period().text(),
                version.version(),
                List.of());
    }
}
