// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sorts of report. */
public enum ReportKind {
    /** Carbon-efficiency evaluation: the grade first, then what it follows from. */
    EVALUATION("evaluation"),
    /** Greenhouse gas inventory: sums, sources, and every calculation. */
    INVENTORY("inventory");

    private final String code;

    ReportKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ReportKind> fromCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(ReportKind::code).toList();
    }
}
