// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.Arrays;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;

/**
 * A greenhouse gas that inventories count.
 *
 * <p>CO2 is measured in tCO2, all others in t of the gas; a GWP set turns both into tCO2e. HFCs are written by their number,
 * each with a value of its own.
 */
public enum Gas {
    CO2("co2", "CO2"),
    CH4("ch4", "CH4"),
    N2O("n2o", "N2O"),
    CF4("cf4", "CF4"),
    C2F6("c2f6", "C2F6"),
    SF6("sf6", "SF6"),
    NF3("nf3", "NF3"),
    HFC_23("hfc-23", "HFC-23"),
    HFC_32("hfc-32", "HFC-32"),
    HFC_125("hfc-125", "HFC-125"),
    HFC_134A("hfc-134a", "HFC-134a"),
    HFC_143A("hfc-143a", "HFC-143a"),
    HFC_152A("hfc-152a", "HFC-152a"),
    HFC_227EA("hfc-227ea", "HFC-227ea"),
    HFC_236FA("hfc-236fa", "HFC-236fa"),
    HFC_245FA("hfc-245fa", "HFC-245fa");

    private final String code;
    private final String symbol;

    Gas(String code, String symbol) {
        this.code = code;
        this.symbol = symbol;
    }

    public static Optional<Gas> fromCode(String code) {
        return Arrays.stream(values()).filter(gas -> gas.code.equals(code)).findFirst();
    }

    /** As data files write it: {@code hfc-134a}. */
    public String code() {
        return code;
    }

    /** As people write it: {@code HFC-134a}. */
    public String symbol() {
        return symbol;
    }

    /** The activity under which a GWP set has its value: {@code ch4.gwp100}. */
    public String gwpActivity() {
        return code + ".gwp100";
    }

    /** What its amount measures: CO2, or the mass of a material. */
    public Dimension dimension() {
        return this == CO2 ? Dimension.CO2 : Dimension.MASS;
    }
}
