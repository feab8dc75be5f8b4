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
import org.tanma.kit.rest.Violation;

/** Judges one row whole: all that is wrong with it at once, or the draft for the ledger. */
final class RowCheck {
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._#-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Set<String> WITHDRAWN = Set.of("withdrawn", "撤回");
    private static final int MAX_NOTE = 500;
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
    record Checked(RawRow row, @Nullable ActivityDraft draft, List<Violation> violations) {}

    Checked check(String enterprise, RawRow row) {
        List<Violation> violations = new ArrayList<>(row.violations());
        source(row, violations);
        Optional<ActivityKind> kind = kind(row, violations);
        Optional<Period> period = period(row, kind, violations);
        note(row, violations);
        EntryContent content =
                isWithdrawal(row) ? EntryContent.withdrawn(row.cell(Column.NOTE)) : content(row, kind, violations);
        if (!violations.isEmpty() || kind.isEmpty() || period.isEmpty()) {
            return new Checked(row, null, violations);
        }
        EntryKey key =
                new EntryKey(enterprise, row.cell(Column.SOURCE), kind.get().code(), period.get());
        return new Checked(row, new ActivityDraft(key, content), List.of());
    }

    private EntryContent content(RawRow row, Optional<ActivityKind> kind, List<Violation> violations) {
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

    private static void note(RawRow row, List<Violation> violations) {
        String note = row.cell(Column.NOTE);
        if (note.length() > MAX_NOTE || note.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            violations.add(new Violation(
                    "note",
                    note.length() + " characters",
                    "at most " + MAX_NOTE + " characters, no control characters / 最多 " + MAX_NOTE + " 个字符，不含控制字符",
                    ""));
        }
    }

    private static boolean isWithdrawal(RawRow row) {
        return WITHDRAWN.contains(row.cell(Column.AMOUNT));
    }

    private static void source(RawRow row, List<Violation> violations) {
        String source = row.cell(Column.SOURCE);
        if (!SOURCE.matcher(source).matches()) {
            violations.add(new Violation(
                    "source",
                    source,
                    "1 to 64 letters, digits, spaces and . _ # - / 1 至 64 个字母、汉字、数字、空格或 . _ # -",
                    "your own name of the emission source, such as KILN-1 / 企业自定的排放源名称，例如 KILN-1"));
        }
    }

    private Optional<ActivityKind> kind(RawRow row, List<Violation> violations) {
        String given = row.cell(Column.KIND);
        Optional<ActivityKind> kind = kinds.find(given);
        if (kind.isEmpty()) {
            List<String> nearest = given.isEmpty() ? List.of() : kinds.nearest(given);
            violations.add(new Violation(
                    "kind",
                    given,
                    "a kind of activity data, listed at /api/v1/activity-kinds / 活动数据种类，见 /api/v1/activity-kinds",
                    nearest.isEmpty() ? "" : "did you mean / 是否应为：" + String.join(", ", nearest)));
        }
        return kind;
    }

    private Optional<Period> period(RawRow row, Optional<ActivityKind> kind, List<Violation> violations) {
        String given = row.cell(Column.PERIOD);
        Optional<Period> period = Period.parse(given);
        if (period.isEmpty()) {
            violations.add(new Violation("period", given, "a month 2025-03 or a year 2025 / 月份 2025-03 或年份 2025", ""));
        } else if (period.get().compareTo(thisMonth()) > 0) {
            violations.add(new Violation(
                    "period",
                    given,
                    "a month or year that has begun, " + thisMonth().text() + " at the latest / 已开始的月份或年份，最晚 "
                            + thisMonth().text(),
                    "what has not happened yet cannot be reported / 尚未发生的活动不能填报"));
        } else if (period.get().isWholeYear() && kind.isPresent() && !mayBeYearly(kind.get(), row)) {
            violations.add(new Violation(
                    "period",
                    given,
                    "a month, 2025-01 to 2025-12 / 月份",
                    "readings are monthly; a whole year may only say 0, meaning that there was none of it / "
                            + "活动数据按月报送；只有“全年为 0（没有此项）”可按年填报"));
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

    private static void amount(RawRow row, Optional<ActivityKind> kind, List<Violation> violations) {
        String given = row.cell(Column.AMOUNT);
        Optional<Violation> violation = DecimalText.violation("amount", given);
        violation.ifPresent(violations::add);
        boolean mayBeNegative = kind.isPresent() && kind.get().role() == KindRole.VALUE_ADDED;
        if (violation.isEmpty() && given.startsWith("-") && !mayBeNegative) {
            violations.add(new Violation(
                    "amount",
                    given,
                    "0 or more / 不小于 0",
                    "what is sold or given back has a kind of its own / 外供的能源另有种类，不填负数"));
        }
    }

    private void meter(RawRow row, List<Violation> violations) {
        String meter = row.cell(Column.METER);
        if (!meter.isEmpty() && !isRegistered.test(meter)) {
            violations.add(new Violation(
                    "meter",
                    meter,
                    "the handle of a registered device / 已注册设备的标识",
                    "register the device first, or leave the cell empty / 请先注册该设备，或留空"));
        }
    }

    private static void evidence(RawRow row, List<Violation> violations) {
        String evidence = row.cell(Column.EVIDENCE);
        if (!evidence.isEmpty() && !DIGEST.matcher(evidence).matches()) {
            violations.add(new Violation(
                    "evidence",
                    evidence,
                    "sha256: and 64 hexadecimal digits / sha256: 加 64 位十六进制数字",
                    "the digest of the bill's file, from sha256sum; or leave the cell empty / 凭证文件的摘要，或留空"));
        }
    }
}
