// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.kind.KindRole;
import org.tanma.carbon.service.ledger.ActivityDraft;
import org.tanma.carbon.service.ledger.EntryContent;
import org.tanma.carbon.service.ledger.EntryKey;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Judges one row whole: all that is wrong with it at once, or the draft for the ledger. */
final class RowCheck {
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._#-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Set<String> WITHDRAWN = Set.of("withdrawn", "撤回");
    private static final int MAX_NOTE = 500;
    private static final int MAX_SHOWN = 80;
    /** Months are those of China's calendar. */
    private static final ZoneOffset CALENDAR = ZoneOffset.ofHours(8);

    private final KindCatalog kinds;
    private final UnitCheck unitCheck;
    private final MeasuredCheck measuredCheck;
    private final Predicate<String> isRegistered;
    private final InstantSource clock;

    RowCheck(
            KindCatalog kinds,
            UnitCheck unitCheck,
            MeasuredCheck measuredCheck,
            Predicate<String> isRegistered,
            InstantSource clock) {
        this.kinds = kinds;
        this.unitCheck = unitCheck;
        this.measuredCheck = measuredCheck;
        this.isRegistered = isRegistered;
        this.clock = clock;
    }

    /** What a row came to: violations, or a draft. */
    record Checked(RawRow row, @Nullable ActivityDraft draft, List<WordedViolation> violations) {}

    /** @param reason for corrections by rows that give none of their own */
    Checked check(String enterprise, RawRow row, String reason) {
        List<WordedViolation> violations = new ArrayList<>(row.violations());
        source(row, violations);
        Optional<ActivityKind> kind = kind(row, violations);
        Optional<Period> period = period(row, kind, violations);
        text("note", row.cell(Column.NOTE), violations);
        text("reason", row.cell(Column.REASON), violations);
        EntryContent content =
                isWithdrawal(row) ? EntryContent.withdrawn(row.cell(Column.NOTE)) : content(row, kind, violations);
        if (!violations.isEmpty() || kind.isEmpty() || period.isEmpty()) {
            return new Checked(row, null, violations);
        }
        EntryKey key =
                new EntryKey(enterprise, row.cell(Column.SOURCE), kind.get().code(), period.get());
        return new Checked(row, new ActivityDraft(key, content, reason(row, reason)), List.of());
    }

    /** The row's own reason, else that of the whole file; what is taken back may say why in its note. */
    private static String reason(RawRow row, String ofFile) {
        if (!row.cell(Column.REASON).isEmpty()) {
            return row.cell(Column.REASON);
        }
        return ofFile.isBlank() && isWithdrawal(row) ? row.cell(Column.NOTE) : ofFile;
    }

    private EntryContent content(RawRow row, Optional<ActivityKind> kind, List<WordedViolation> violations) {
        amount(row, kind, violations);
        kind.ifPresent(k -> unitCheck.check(row.cell(Column.UNIT), k).ifPresent(violations::add));
        meter(row, violations);
        evidence(row, violations);
        Map<String, MeasuredValue> measured = new HashMap<>();
        kind.ifPresent(k -> measuredCheck.check(row, k, measured, violations));
        return new EntryContent(
                row.cell(Column.AMOUNT),
                row.cell(Column.UNIT),
                row.cell(Column.METER),
                row.cell(Column.EVIDENCE),
                measured,
                row.cell(Column.NOTE));
    }

    /** Judges free text. */
    static void text(String path, String note, List<WordedViolation> violations) {
        if (note.length() > MAX_NOTE || note.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            violations.add(new WordedViolation(
                    path,
                    note.length() <= MAX_SHOWN ? note : note.substring(0, MAX_SHOWN) + "…",
                    new Wording(
                            "最多 " + MAX_NOTE + " 个字符，不含控制字符",
                            "at most " + MAX_NOTE + " characters, no control characters"),
                    new Wording("共有 " + note.length() + " 个字符", "it has " + note.length() + " characters")));
        }
    }

    private static boolean isWithdrawal(RawRow row) {
        return WITHDRAWN.contains(row.cell(Column.AMOUNT));
    }

    private static void source(RawRow row, List<WordedViolation> violations) {
        String source = row.cell(Column.SOURCE);
        if (!SOURCE.matcher(source).matches()) {
            violations.add(new WordedViolation(
                    "source",
                    source,
                    new Wording("1 至 64 个字母、汉字、数字、空格或 . _ # -", "1 to 64 letters, digits, spaces and . _ # -"),
                    new Wording("企业自定的排放源名称，例如 KILN-1", "your own name of the emission source, such as KILN-1")));
        }
    }

    private Optional<ActivityKind> kind(RawRow row, List<WordedViolation> violations) {
        String given = row.cell(Column.KIND);
        Optional<ActivityKind> kind = kinds.find(given);
        if (kind.isEmpty()) {
            List<String> nearest = given.isEmpty() ? List.of() : kinds.nearest(given);
            violations.add(new WordedViolation(
                    "kind",
                    given,
                    new Wording(
                            "活动数据种类，例如 fuel/bituminous-coal 或 烟煤；全部见 /api/v1/activity-kinds",
                            "a kind of activity data, such as fuel/bituminous-coal or electricity; all are listed at"
                                    + " /api/v1/activity-kinds"),
                    Suggestions.of(nearest)));
        }
        return kind;
    }

    private Optional<Period> period(RawRow row, Optional<ActivityKind> kind, List<WordedViolation> violations) {
        String given = row.cell(Column.PERIOD);
        Optional<Period> period = Period.parse(given);
        if (period.isEmpty()) {
            violations.add(new WordedViolation(
                    "period",
                    given,
                    new Wording("月份 2025-03 或年份 2025", "a month 2025-03 or a year 2025"),
                    Wording.NONE));
        } else if (period.get().compareTo(thisMonth()) > 0) {
            String latest = thisMonth().text();
            violations.add(new WordedViolation(
                    "period",
                    given,
                    new Wording(
                            "已开始的月份或年份，最晚 " + latest, "a month or year that has begun, " + latest + " at the latest"),
                    new Wording("尚未发生的活动不能填报", "what has not happened yet cannot be reported")));
        } else if (period.get().isWholeYear() && kind.isPresent() && !mayBeYearly(kind.get(), row)) {
            violations.add(new WordedViolation(
                    "period",
                    given,
                    new Wording(
                            "月份，" + given + "-01 至 " + given + "-12", "a month, " + given + "-01 to " + given + "-12"),
                    new Wording(
                            "活动数据按月报送；只有“全年为 0（没有此项）”可按年填报",
                            "readings are monthly; a whole year may only say 0, meaning that there was none of it")));
        }
        return period;
    }

    private Period thisMonth() {
        YearMonth now = YearMonth.from(clock.instant().atZone(CALENDAR));
        return new Period(now.getYear(), now.getMonthValue());
    }

    private static boolean mayBeYearly(ActivityKind kind, RawRow row) {
        return kind.role() != KindRole.READING
                || isWithdrawal(row)
                || row.cell(Column.AMOUNT).matches("0+(\\.0+)?");
    }

    private static void amount(RawRow row, Optional<ActivityKind> kind, List<WordedViolation> violations) {
        String given = row.cell(Column.AMOUNT);
        Optional<WordedViolation> violation = DecimalText.violation("amount", given);
        violation.ifPresent(violations::add);
        boolean mayBeNegative = kind.isPresent() && kind.get().role() == KindRole.VALUE_ADDED;
        if (violation.isEmpty() && given.startsWith("-") && !mayBeNegative) {
            violations.add(new WordedViolation(
                    "amount",
                    given,
                    new Wording("不小于 0", "0 or more"),
                    new Wording("外供的能源另有种类，不填负数", "what is sold or given back has a kind of its own")));
        }
    }

    private void meter(RawRow row, List<WordedViolation> violations) {
        String meter = row.cell(Column.METER);
        if (!meter.isEmpty() && !isRegistered.test(meter)) {
            violations.add(new WordedViolation(
                    "meter",
                    meter,
                    new Wording("已注册设备的标识", "the handle of a registered device"),
                    new Wording("请先注册该设备，或留空", "register the device first, or leave the cell empty")));
        }
    }

    private static void evidence(RawRow row, List<WordedViolation> violations) {
        String evidence = row.cell(Column.EVIDENCE);
        if (!evidence.isEmpty() && !DIGEST.matcher(evidence).matches()) {
            violations.add(new WordedViolation(
                    "evidence",
                    evidence,
                    new Wording("sha256: 加 64 位十六进制数字", "sha256: and 64 hexadecimal digits"),
                    new Wording(
                            "凭证文件的摘要，可用 sha256sum 计算；或留空",
                            "the digest of the bill's file, from sha256sum; or leave the cell empty")));
        }
    }
}
