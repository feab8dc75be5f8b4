// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Takes in activity data: every row is judged, the good ones go to the ledger, {@value #PART} rows a transaction.
 *
 * <p>Contract: a bad row never stops the good ones unless the caller asks for all or nothing, which is one transaction; nothing
 * is stored in a dry run; what the report calls recorded is on disk, and sending a file again that was interrupted goes on where
 * it was. Safe between threads.
 */
public final class ActivityIngest {
    /** Most rows of one file; of one that is taken whole or not at all, a quarter of it. */
    public static final int MOST_ROWS = 200_000;

    private static final int PART = 2_000;
    private static final int MOST_ATOMIC = MOST_ROWS / 4;

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
     * @param reason why figures are corrected, for rows that do not say; may be empty
     */
    public record Mode(boolean isAtomic, boolean isDryRun, String reason) {
        /** No reason for corrections. */
        public Mode(boolean isAtomic, boolean isDryRun) {
            this(isAtomic, isDryRun, "");
        }
    }

    /** Takes in a CSV file. */
    public IngestReport csv(String enterprise, byte[] octets, Mode mode, String account) {
        return inMemory(enterprise, ActivityTable.read(octets), mode, account);
    }

    /** Takes in a JSON body. */
    public IngestReport json(String enterprise, byte[] octets, Mode mode, String account) {
        return inMemory(enterprise, ActivityJson.read(octets), mode, account);
    }

    private IngestReport inMemory(String enterprise, List<RawRow> rows, Mode mode, String account) {
        try (ActivityRows source = ActivityRows.of(rows)) {
            return take(enterprise, source, mode, account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in a file as a stream. */
    public IngestReport file(String enterprise, ActivityFile file, Mode mode, String account) throws IOException {
        return take(enterprise, file.rows(), mode, account);
    }

    private IngestReport take(String enterprise, ActivityRows rows, Mode mode, String account) throws IOException {
        int most = mode.isAtomic() ? MOST_ATOMIC : MOST_ROWS;
        Intake intake = new Intake(enterprise, mode, account);
        for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            if (intake.taken == most) {
                intake.add(new RowCheck.Checked(row.get(), null, List.of(tooMany(most))));
                break;
            }
            intake.add(intake.judge(row.get()));
        }
        return intake.end();
    }

    private static WordedViolation tooMany(int most) {
        return new WordedViolation(
                "row",
                "",
                new Wording("一个文件最多 " + most + " 行", "at most " + most + " rows in a file"),
                new Wording("此行及其后未读，请分成几个文件", "this row and those after it were not read; send them in another file"));
    }

    /** One file on its way in; for one thread. */
    private final class Intake {
        private final String enterprise;
        private final Mode mode;
        private final String account;
        private final Map<EntryKey, Long> seen = new HashMap<>();
        private final List<RowReport> reports = new ArrayList<>();
        private List<RowCheck.Checked> part = new ArrayList<>();
        private int taken;
        private int accepted;
        private int recorded;

        Intake(String enterprise, Mode mode, String account) {
            this.enterprise = enterprise;
            this.mode = mode;
            this.account = account;
        }

        /** Judges a row; of rows about one entry in one file only the first may stand. */
        RowCheck.Checked judge(RawRow row) {
            RowCheck.Checked one = rowCheck.check(enterprise, row, mode.reason());
            ActivityDraft draft = one.draft();
            Long earlier = draft == null ? null : seen.putIfAbsent(draft.key(), row.row());
            return earlier == null ? one : new RowCheck.Checked(row, null, List.of(doubled(row, earlier)));
        }

        void add(RowCheck.Checked row) {
            part.add(row);
            taken++;
            if (part.size() >= PART && !mode.isAtomic()) {
                settle();
            }
        }

        private void settle() {
            List<ActivityDraft> drafts =
                    part.stream().flatMap(c -> Stream.ofNullable(c.draft())).toList();
            boolean isFaulty = drafts.size() < part.size();
            boolean isTried = !mode.isDryRun() && !(mode.isAtomic() && isFaulty);
            List<RecordedVersion> versions =
                    isTried ? ledger.record(drafts, account, mode.isAtomic()) : ledger.preview(drafts);
            Map<EntryKey, RecordedVersion> byKey = new HashMap<>();
            versions.forEach(r -> byKey.put(r.key(), r));
            boolean isStored = isTried && !(mode.isAtomic() && versions.stream().anyMatch(RecordedVersion::isRefused));
            for (RowCheck.Checked row : part) {
                RowReport report = report(row, byKey, isStored);
                reports.add(report);
                accepted += report.status() == RowStatus.REJECTED ? 0 : 1;
                recorded += report.status() == RowStatus.RECORDED || report.status() == RowStatus.WITHDRAWN ? 1 : 0;
            }
            part = new ArrayList<>();
        }

        IngestReport end() {
            settle();
            int rejected = reports.size() - accepted;
            boolean isRefusedWhole = mode.isAtomic() && rejected > 0;
            return new IngestReport(
                    enterprise, isRefusedWhole ? 0 : accepted, rejected, recorded, mode.isDryRun(), reports);
        }
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
            RowCheck.Checked checked, Map<EntryKey, RecordedVersion> recorded, boolean isStored) {
        RawRow row = checked.row();
        ActivityDraft draft = checked.draft();
        RecordedVersion version = draft == null ? null : recorded.get(draft.key());
        if (draft == null || version == null) {
            return rejected(row, row.cell(Column.KIND), row.cell(Column.PERIOD), checked.violations());
        }
        EntryKey key = draft.key();
        if (version.isRefused()) {
            return rejected(row, key.kind(), key.period().text(), List.of(refused(version, row)));
        }
        RowStatus stored = draft.content().isWithdrawn() ? RowStatus.WITHDRAWN : RowStatus.RECORDED;
        RowStatus status = version.isNew() ? stored : RowStatus.UNCHANGED;
        return new RowReport(
                row.row(),
                isStored ? status : RowStatus.NOT_TRIED,
                key.source(),
                key.kind(),
                key.period().text(),
                version.version(),
                List.of());
    }

    private static RowReport rejected(RawRow row, String kind, String period, List<WordedViolation> violations) {
        return new RowReport(row.row(), RowStatus.REJECTED, row.cell(Column.SOURCE), kind, period, 0, violations);
    }

    private static WordedViolation refused(RecordedVersion version, RawRow row) {
        return version.outcome() == RecordedVersion.Outcome.CLOSED
                ? new WordedViolation(
                        "period",
                        row.cell(Column.PERIOD),
                        new Wording("未关账的期间", "a period that is not closed"),
                        new Wording(
                                "该期间已关账；如需更正，由企业管理员说明原因后重新打开",
                                "it is closed; to correct it the enterprise's admin opens it again and says why"))
                : new WordedViolation(
                        "reason",
                        "",
                        new Wording("更正原因", "why it is corrected"),
                        new Wording(
                                "台账中已有第 " + version.version() + " 版且与此不同；请在“更正原因”列或请求参数 reason 中说明原因",
                                "the ledger holds version " + version.version()
                                        + ", which differs; say why in the column 'reason', or for all rows in the"
                                        + " parameter reason"));
    }
}
