// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import org.tanma.carbon.text.LocalText;

/** The sides from which a portrait looks at an enterprise, as CAICT's white paper names them. */
public enum PortraitDimension {
    BASIC("basic", "基础数据", "basic data"),
    STRUCTURE("energy-structure", "能源结构", "energy structure"),
    CLEANLINESS("energy-cleanliness", "能源清洁度", "energy cleanliness"),
    VERIFICATION("verification", "核查结果", "verification result"),
    WARNINGS("warnings", "预警", "warnings");

    private final String code;
    private final LocalText label;

    PortraitDimension(String code, String zh, String en) {
        this.code = code;
        this.label = new LocalText(zh, en);
    }

    public String code() {
        return code;
    }

    public LocalText label() {
        return label;
    }
}
