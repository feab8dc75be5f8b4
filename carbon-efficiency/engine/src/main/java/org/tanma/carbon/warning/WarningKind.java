// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.util.Arrays;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/** What a warning warns of. */
public enum WarningKind {
    GAP("gap", "缺数", "missing"),
    HIGH("high", "异常偏高", "oddly high"),
    LOW("low", "异常偏低", "oddly low"),
    STUCK("stuck", "数值不变", "stuck"),
    DRIFT("drift", "持续漂移", "drift"),
    MAXIMUM("above-maximum", "超过上限", "above the maximum"),
    MINIMUM("below-minimum", "低于下限", "below the minimum"),
    YEAR_ON_YEAR("year-on-year", "同比增幅超限", "grown too much on the year before"),
    PLAN("above-plan", "超过计划", "above the plan");

    private final String code;
    private final LocalText label;

    WarningKind(String code, String zh, String en) {
        this.code = code;
        this.label = new LocalText(zh, en);
    }

    public static Optional<WarningKind> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }
}
