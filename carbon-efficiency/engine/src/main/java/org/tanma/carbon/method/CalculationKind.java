// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.Arrays;
import org.tanma.carbon.text.LocalText;

/** The kinds of calculation that method files combine. A new kind is code; a new combination is a file. */
public enum CalculationKind {
    COMBUSTION("combustion", new CarbonCombustion(), "化石燃料燃烧（含碳量法）", "combustion from carbon content"),
    STREAM_COMBUSTION("stream-combustion", new StreamCombustion(), "燃烧源流", "combustion source stream"),
    CLINKER_CARBONATES("clinker-carbonates", new ClinkerCarbonates(), "熟料碳酸盐分解", "carbonates in clinker"),
    KILN_FEED_CARBON("kiln-feed-carbon", new KilnFeedCarbon(), "生料中非燃料碳煅烧", "organic carbon of kiln feed"),
    ALTERNATIVE_FUEL("alternative-fuel", new AlternativeFuel(), "替代燃料非生物质碳", "fossil share of alternative fuel"),
    PROCESS_FACTOR("process-factor", new ProcessFactor(), "过程排放因子法", "process emission by factor"),
    MASS_BALANCE("mass-balance", new CarbonBalance(), "碳质量平衡", "carbon mass balance"),
    PURCHASED_ENERGY("purchased-energy", new PurchasedEnergy(), "购入的电力或热力", "purchased electricity or heat");

    private final String code;
    private final Calculation calculation;
    private final LocalText label;

    CalculationKind(String code, Calculation calculation, String zh, String en) {
        this.code = code;
        this.calculation = calculation;
        this.label = new LocalText(zh, en);
    }

    public static CalculationKind fromCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of calculation '" + code + "'"));
    }

    public String code() {
        return code;
    }

    public Calculation calculation() {
        return calculation;
    }

    public LocalText label() {
        return label;
    }
}
