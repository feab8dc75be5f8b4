// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/** The sorts of hours that Chinese time-of-use tariffs tell apart, dearest first. */
public enum TariffPeriod {
    SHARP("sharp", "尖峰", "sharp peak"),
    PEAK("peak", "高峰", "peak"),
    FLAT("flat", "平段", "flat"),
    VALLEY("valley", "低谷", "valley"),
    DEEP_VALLEY("deep-valley", "深谷", "deep valley");

    private final String code;
    private final LocalText label;

    TariffPeriod(String code, String zh, String en) {
        this.code = code;
        this.label = new LocalText(zh, en);
    }

    public static Optional<TariffPeriod> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(TariffPeriod::code).toList();
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }
}
