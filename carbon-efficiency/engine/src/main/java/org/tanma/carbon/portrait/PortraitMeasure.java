// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import java.util.Arrays;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/**
 * One figure of a portrait: what it is, how it is formed, in which unit, and which way is better. docs/carbon/portrait.md has the same list with
 * sources.
 */
public enum PortraitMeasure {
    SCHEME_INTENSITY(
            "scheme-intensity",
            PortraitDimension.BASIC,
            Better.LOWER,
            "tCO2/CNY10k",
            "碳效评价强度",
            "intensity of the grading scheme",
            "评价方案计入的净排放 ÷ 工业增加值",
            "net emissions that the scheme counts ÷ value added"),
    EMISSION_PER_VALUE_ADDED(
            "emission-per-value-added",
            PortraitDimension.BASIC,
            Better.LOWER,
            "tCO2e/CNY10k",
            "单位增加值排放",
            "emissions per value added",
            "范围一与范围二排放总量 ÷ 工业增加值",
            "all emissions of scopes 1 and 2 ÷ value added"),
    EMISSION_CHANGE(
            "emission-change",
            PortraitDimension.BASIC,
            Better.LOWER,
            "%",
            "排放总量同比",
            "change of emissions on the year before",
            "(本年排放总量 ÷ 上年排放总量 − 1) × 100",
            "(emissions of the year ÷ those of the year before − 1) × 100"),
    ENERGY_PER_VALUE_ADDED(
            "energy-per-value-added",
            PortraitDimension.STRUCTURE,
            Better.LOWER,
            "tce/CNY10k",
            "单位增加值能耗",
            "energy per value added",
            "能源消费量（标准煤，电力按当量值）÷ 工业增加值",
            "energy as standard coal, electricity at its calorific equivalent ÷ value added"),
    ELECTRICITY_SHARE(
            "electricity-share",
            PortraitDimension.STRUCTURE,
            Better.NEITHER,
            "%",
            "电力占比",
            "share of electricity",
            "购入电力（扣除外供）÷ 能源消费量 × 100",
            "electricity bought less sold ÷ all energy × 100"),
    GAS_SHARE(
            "gas-share",
            PortraitDimension.STRUCTURE,
            Better.NEITHER,
            "%",
            "天然气占比",
            "share of natural gas",
            "天然气热量 ÷ 能源消费量 × 100",
            "heat content of natural gas ÷ all energy × 100"),
    COAL_SHARE(
            "coal-share",
            PortraitDimension.CLEANLINESS,
            Better.LOWER,
            "%",
            "煤炭占比",
            "share of coal",
            "煤炭及其制品热量 ÷ 能源消费量 × 100",
            "heat content of coal and its products ÷ all energy × 100"),
    ZERO_CARBON_SHARE(
            "zero-carbon-share",
            PortraitDimension.CLEANLINESS,
            Better.HIGHER,
            "%",
            "零碳能源占比",
            "share of zero-carbon energy",
            "零碳能源替代的 CO2 ÷（零碳能源替代的 CO2 + 能源 CO2）× 100",
            "CO2 that zero-carbon energy replaced ÷ (the same + CO2 of energy used) × 100"),
    CO2_PER_ENERGY(
            "co2-per-energy",
            PortraitDimension.CLEANLINESS,
            Better.LOWER,
            "tCO2/GJ",
            "单位能耗 CO2",
            "CO2 per energy",
            "能源 CO2 ÷ 能源消费量",
            "CO2 of energy ÷ all energy"),
    METERED_SHARE(
            "metered-share",
            PortraitDimension.VERIFICATION,
            Better.HIGHER,
            "%",
            "有计量器具的数据占比",
            "share of figures with a meter",
            "写明计量器具标识的活动数据条数 ÷ 活动数据条数 × 100",
            "entries that name their meter ÷ all entries of readings × 100"),
    EVIDENCE_SHARE(
            "evidence-share",
            PortraitDimension.VERIFICATION,
            Better.HIGHER,
            "%",
            "有凭证的数据占比",
            "share of figures with evidence",
            "带凭证摘要的活动数据条数 ÷ 活动数据条数 × 100",
            "entries with a digest of evidence ÷ all entries of readings × 100");

    /** Which way is better, so that a rank means something. */
    public enum Better {
        LOWER("lower"),
        HIGHER("higher"),
        /** Neither is better as such; a rank counts from the highest. */
        NEITHER("neither");

        private final String code;

        Better(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final String code;
    private final PortraitDimension dimension;
    private final Better better;
    private final String unit;
    private final LocalText label;
    private final LocalText definition;

    PortraitMeasure(
            String code,
            PortraitDimension dimension,
            Better better,
            String unit,
            String labelZh,
            String labelEn,
            String definitionZh,
            String definitionEn) {
        this.code = code;
        this.dimension = dimension;
        this.better = better;
        this.unit = unit;
        this.label = new LocalText(labelZh, labelEn);
        this.definition = new LocalText(definitionZh, definitionEn);
    }

    public static Optional<PortraitMeasure> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public PortraitDimension dimension() {
        return dimension;
    }

    public Better better() {
        return better;
    }

    /** Unit its figure is given in. */
    public String unit() {
        return unit;
    }

    public LocalText label() {
        return label;
    }

    /** How it is formed, in words and signs. */
    public LocalText definition() {
        return definition;
    }
}
