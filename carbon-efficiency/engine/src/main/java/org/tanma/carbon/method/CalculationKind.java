// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.Arrays;

/** The kinds of calculation that method files combine. A new kind is code; a new combination is a file. */
public enum CalculationKind {
    COMBUSTION("combustion", new CarbonCombustion()),
    STREAM_COMBUSTION("stream-combustion", new StreamCombustion()),
    CLINKER_CARBONATES("clinker-carbonates", new ClinkerCarbonates()),
    KILN_FEED_CARBON("kiln-feed-carbon", new KilnFeedCarbon()),
    ALTERNATIVE_FUEL("alternative-fuel", new AlternativeFuel()),
    PROCESS_FACTOR("process-factor", new ProcessFactor()),
    MASS_BALANCE("mass-balance", new CarbonBalance()),
    PURCHASED_ENERGY("purchased-energy", new PurchasedEnergy());

    private final String code;
    private final Calculation calculation;

    CalculationKind(String code, Calculation calculation) {
        this.code = code;
        this.calculation = calculation;
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
}
