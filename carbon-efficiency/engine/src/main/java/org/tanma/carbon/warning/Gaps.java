// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/** Finds runs of steps without a figure: one finding a run. */
final class Gaps {
    private Gaps() {}

    static List<Finding> find(Series series) {
        List<Finding> findings = new ArrayList<>();
        @Nullable LocalDate begin = null;
        for (LocalDate at : series.steps()) {
            boolean isHole = series.at(at).isEmpty();
            if (isHole && begin == null) {
                begin = at;
            }
            if (begin != null && (!isHole || at.equals(series.last()))) {
                findings.add(gap(series, begin, isHole ? at : series.step().plus(at, -1)));
                begin = null;
            }
        }
        return findings;
    }

    private static Finding gap(Series series, LocalDate first, LocalDate last) {
        int count = series.count(first, last);
        String zhStep = series.step() == Step.DAY ? "天" : "个月";
        String enStep = series.step().code() + (count == 1 ? "" : "s");
        return new Finding(
                WarningKind.GAP,
                WarningKind.GAP.code(),
                series.id(),
                series.step(),
                first,
                last,
                count,
                null,
                null,
                series.unit(),
                new LocalText(
                        String.format(Locale.ROOT, "缺少 %d %s的数据；未按 0 计，请补报或说明停用", count, zhStep),
                        String.format(
                                Locale.ROOT,
                                "no figure for %d %s; not counted as 0: report them, or say that it was out of use",
                                count,
                                enStep)));
    }
}
