// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a stock of what is used moves. For each kind of reading measured in mass or normal volume there are kinds of activity data
 * for its stock: {@code stock-opening/fuel/coke}, 焦炭期初库存. They balance the readings and enter no inventory.
 */
public enum StockFlow {
    OPENING("期初库存", "opening stock of"),
    BOUGHT("购入量", "bought"),
    SOLD("外售量", "sold"),
    CLOSING("期末库存", "closing stock of"),
    /** Of the readings themselves; no kind of its own. */
    USED("消耗量", "used");

    private static final String START = "stock-";

    private final String nameZh;
    private final String nameEn;

    StockFlow(String nameZh, String nameEn) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    /** The code of the kind of this flow: {@code stock-bought/fuel/coke}. */
    String code(ActivityKind of) {
        return START + name().toLowerCase(Locale.ROOT) + "/" + of.code();
    }

    String nameZh(ActivityKind of) {
        return of.nameZh() + nameZh;
    }

    String nameEn(ActivityKind of) {
        return this == OPENING || this == CLOSING ? nameEn + " " + of.nameEn() : of.nameEn() + " " + nameEn;
    }

    /** The flow that the code of a kind stands for; empty for readings and all other kinds. */
    public static Optional<StockFlow> find(String code) {
        if (!code.startsWith(START)) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(f -> f != USED)
                .filter(f -> code.startsWith(START + f.name().toLowerCase(Locale.ROOT) + "/"))
                .findFirst();
    }

    /** The code of the kind of reading that a stock's kind is about. */
    public static String activity(String code) {
        return code.substring(code.indexOf('/') + 1);
    }
}
