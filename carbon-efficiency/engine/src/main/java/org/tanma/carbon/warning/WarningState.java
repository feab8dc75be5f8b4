// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.warning;

import java.util.Arrays;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/**
 * What became of a warning: raised, then acknowledged by somebody who looks into it, then cleared with a reason; it may be cleared at once, and is raised
 * again when it is found with other figures.
 */
public enum WarningState {
    RAISED("raised", "待处理", "raised"),
    ACKNOWLEDGED("acknowledged", "已确认", "acknowledged"),
    CLEARED("cleared", "已解除", "cleared");

    private final String code;
    private final LocalText label;

    WarningState(String code, String zh, String en) {
        this.code = code;
        this.label = new LocalText(zh, en);
    }

    public static Optional<WarningState> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** True when a person may take a warning from here to there. */
    public boolean mayBecome(WarningState next) {
        return switch (this) {
            case RAISED -> next == ACKNOWLEDGED || next == CLEARED;
            case ACKNOWLEDGED -> next == CLEARED;
            case CLEARED -> false;
        };
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }
}
