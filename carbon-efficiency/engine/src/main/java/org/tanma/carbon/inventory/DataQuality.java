// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/** How the amounts of a source came to be known; best first. */
public enum DataQuality {
    /** Read from a meter or scale under metrological control. */
    METERED("metered", new LocalText("计量器具读数", "read from a controlled meter or scale")),
    /** Taken from what was settled with a supplier or customer. */
    SETTLED("settled", new LocalText("结算凭证", "from invoices or settlement")),
    /** Derived from other figures, such as a stock balance. */
    CALCULATED("calculated", new LocalText("由库存平衡等推算", "derived, for instance by stock balance")),
    /** Judged. */
    ESTIMATED("estimated", new LocalText("估算", "estimated"));

    private final String code;
    private final LocalText label;

    DataQuality(String code, LocalText label) {
        this.code = code;
        this.label = label;
    }

    public static Optional<DataQuality> fromCode(String code) {
        return Arrays.stream(values())
                .filter(quality -> quality.code.equals(code))
                .findFirst();
    }

    /** All codes, best first. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(DataQuality::code).toList();
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }
}
