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
    MASS_BALANCE_FACTOR("mass-balance-factor", "f", "质量平衡折算系数", "mass of CO2 per carbon in a mass balance"),
    CAO_CONTENT("cao-content", "FR1", "熟料中氧化钙含量", "CaO content of clinker"),
    CAO_NOT_CARBONATE("cao-not-from-carbonate", "FR10", "非来源于碳酸盐分解的氧化钙含量", "CaO not from carbonate"),
    MGO_CONTENT("mgo-content", "FR2", "熟料中氧化镁含量", "MgO content of clinker"),
    MGO_NOT_CARBONATE("mgo-not-from-carbonate", "FR20", "非来源于碳酸盐分解的氧化镁含量", "MgO not from carbonate"),
    CO2_PER_CAO("co2-per-cao", "44/56", "二氧化碳与氧化钙的质量比", "mass of CO2 per CaO"),
    CO2_PER_MGO("co2-per-mgo", "44/40", "二氧化碳与氧化镁的质量比", "mass of CO2 per MgO"),
    PURITY("purity", "PUR", "纯度", "purity"),
    CO2_DENSITY("co2-density", "ρCO2", "二氧化碳密度", "density of CO2"),
    GAS_DENSITY("gas-density", "ρ", "气体密度", "density of the gas"),
    DESTRUCTION_EFFICIENCY("destruction-efficiency", "DE", "销毁或利用比例", "share destroyed or used"),
    NET_ANODE_CONSUMPTION("net-anode-consumption", "NC", "吨铝炭阳极净耗", "net anode carbon per tonne of aluminium"),
    ANODE_SULPHUR("anode-sulphur", "S", "阳极平均含硫量", "sulphur content of anodes"),
    ANODE_ASH("anode-ash", "A", "阳极平均灰分", "ash content of anodes"),
    CF4_FACTOR("cf4-factor", "EFCF4", "四氟化碳排放因子", "CF4 per tonne"),
    C2F6_FACTOR("c2f6-factor", "EFC2F6", "六氟化二碳排放因子", "C2F6 per tonne"),
    ANODE_EFFECT_MINUTES("anode-effect-minutes", "AEM", "阳极效应系数（分钟/槽·日）", "minutes of anode effect per pot and day"),
    CF4_SLOPE("cf4-slope", "SEF", "四氟化碳斜率", "CF4 slope"),
    C2F6_RATIO("c2f6-ratio", "FC2F6", "六氟化二碳与四氟化碳的质量比", "mass of C2F6 per CF4"),
    GAS_FACTOR("gas-factor", "EFg", "气体生成因子", "mass of gas per amount"),
    REMOVAL_EFFICIENCY("removal-efficiency", "η", "处理设备去除效率", "efficiency of removal"),
    REMOVAL_UTILISATION("removal-utilisation", "μ", "处理设备使用率", "share of the time removal runs"),
    LEAK_RATE("leak-rate", "LR", "泄漏率", "leak rate"),
    LEAK_PER_FILLING("leak-per-filling", "n", "每次充装泄漏量", "lost per filling"),
    MOLAR_MASS("molar-mass", "M", "摩尔质量", "molar mass"),
    OPENING_STOCK("opening-stock", "SB", "期初库存", "opening stock"),
    CLOSING_STOCK("closing-stock", "SE", "期末库存", "closing stock"),
    TRANSFERRED_OUT("transferred-out", "OUT", "充入产品或移出量", "charged into products or handed on"),
    CO2_SHARE("co2-share", "PCO2", "混合气中二氧化碳体积占比", "CO2 share of the mixture by volume"),
    ARGON_SHARE("argon-share", "PAr", "混合气中氩体积占比", "argon share by volume"),
    OXYGEN_SHARE("oxygen-share", "PO2", "混合气中氧体积占比", "oxygen share by volume"),
    HELIUM_SHARE("helium-share", "PHe", "混合气中氦体积占比", "helium share by volume"),
    COD_IN("cod-in", "CODin", "进水 COD 浓度", "COD of the water coming in"),
    COD_OUT("cod-out", "CODout", "出水 COD 浓度", "COD of the water going out"),
    SLUDGE_COD("sludge-cod", "CODs", "以污泥方式清除的 COD", "COD taken out as sludge"),
    METHANE_CAPACITY("methane-capacity", "Bo", "甲烷最大生产能力", "most CH4 per COD"),
    METHANE_CORRECTION("methane-correction", "MCF", "甲烷修正因子", "methane correction factor"),
    STEAM_ENTHALPY("steam-enthalpy", "En", "蒸汽热焓", "enthalpy of the steam"),
    FEEDWATER_ENTHALPY("feedwater-enthalpy", "En0", "给水热焓", "enthalpy of the feed water"),
    WATER_TEMPERATURE("water-temperature", "Tw", "热水温度", "temperature of the hot water"),
    FEEDWATER_TEMPERATURE("feedwater-temperature", "T0", "给水温度", "temperature of the feed water"),
    SPECIFIC_HEAT("specific-heat", "c", "水的比热", "specific heat of water"),
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
