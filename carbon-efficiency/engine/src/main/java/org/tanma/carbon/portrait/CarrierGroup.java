// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import java.util.Arrays;
import org.tanma.carbon.text.LocalText;

/** Sorts of energy carriers that a structure of energy tells apart. */
public enum CarrierGroup {
    COAL("coal", "煤炭及其制品", "coal and its products"),
    OIL("oil", "油品", "oil products"),
    GAS("gas", "天然气", "natural gas"),
    BY_PRODUCT_GAS("by-product-gas", "副产煤气等", "by-product gases"),
    WASTE("waste", "替代燃料", "alternative fuels"),
    ELECTRICITY("electricity", "电力", "electricity"),
    HEAT("heat", "热力", "heat"),
    OTHER("other", "其他", "other");

    private final String code;
    private final LocalText label;

    CarrierGroup(String code, String zh, String en) {
        this.code = code;
        this.label = new LocalText(zh, en);
    }

    /** The group of a code; throws {@link IllegalArgumentException} for another. */
    public static CarrierGroup fromCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown group of carriers '" + code + "'"));
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }
}
