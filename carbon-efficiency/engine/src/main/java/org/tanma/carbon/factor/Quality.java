// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.util.Arrays;
import org.tanma.carbon.text.LocalText;

/** How well a figure of an edition is established; best first. */
public enum Quality {
    OFFICIAL("official", new LocalText("已核对官方文件原文", "read in the official document")),
    CORROBORATED("corroborated", new LocalText("两个相互独立的转载一致", "two independent transcriptions agree")),
    UNVERIFIED("unverified", new LocalText("仅有单一转载或未经核实", "one transcription only, or not verified"));

    private final String code;
    private final LocalText label;

    Quality(String code, LocalText label) {
        this.code = code;
        this.label = label;
    }

    public static Quality fromCode(String code) {
        return Arrays.stream(values())
                .filter(quality -> quality.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown quality '" + code + "'"));
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }

    /** The less established of the two. */
    public Quality worse(Quality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
