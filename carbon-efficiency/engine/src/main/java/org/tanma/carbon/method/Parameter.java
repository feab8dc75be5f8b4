// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/** A figure, other than the amount read, that a calculation needs. */
public enum Parameter {
    NET_CALORIFIC_VALUE("net-calorific-value", "NCV", "低位发热量", "net calorific value"),
    CARBON_CONTENT("carbon-content", "CC", "单位热值含碳量", "carbon content per energy"),
    CARBON_MASS_CONTENT("carbon-mass-content", "CCm", "含碳量", "carbon content per mass"),
    OXIDATION_FACTOR("oxidation-factor", "OF", "碳氧化率", "oxidation factor"),
    CONVERSION_FACTOR("conversion-factor", "CF", "转化系数", "conversion factor"),
    EMISSION_FACTOR("emission-factor", "EF", "排放因子", "emission factor"),
    BIOMASS_FRACTION("biomass-fraction", "BF", "生物质碳占比", "biomass fraction"),
    FOSSIL_FRACTION("fossil-fraction", "α", "非生物质碳占比", "fossil fraction"),
    CO2_PER_CARBON("co2-per-carbon", "44/12", "二氧化碳与碳的质量比", "mass of CO2 per carbon"),
    CAO_CONTENT("cao-content", "FR1", "熟料中氧化钙含量", "CaO content of clinker"),
    CAO_NOT_CARBONATE("cao-not-from-carbonate", "FR10", "非来源于碳酸盐分解的氧化钙含量", "CaO not from carbonate"),
    MGO_CONTENT("mgo-content", "FR2", "熟料中氧化镁含量", "MgO content of clinker"),
    MGO_NOT_CARBONATE("mgo-not-from-carbonate", "FR20", "非来源于碳酸盐分解的氧化镁含量", "MgO not from carbonate"),
    CO2_PER_CAO("co2-per-cao", "44/56", "二氧化碳与氧化钙的质量比", "mass of CO2 per CaO"),
    CO2_PER_MGO("co2-per-mgo", "44/40", "二氧化碳与氧化镁的质量比", "mass of CO2 per MgO"),
    NON_FUEL_CARBON("non-fuel-carbon", "FR0", "生料中非燃料碳含量", "non-fuel carbon in kiln feed");

    private final String code;
    private final String symbol;
    private final LocalText label;

    Parameter(String code, String symbol, String zh, String en) {
        this.code = code;
        this.symbol = symbol;
        this.label = new LocalText(zh, en);
    }

    public static Optional<Parameter> fromCode(String code) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.code.equals(code))
                .findFirst();
    }

    /** All codes, for messages. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Parameter::code).toList();
    }

    public String code() {
        return code;
    }

    /** The symbol that formulas use. */
    public String symbol() {
        return symbol;
    }

    public LocalText label() {
        return label;
    }
}
