// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import org.tanma.carbon.text.LocalText;

/** The names of what every report holds. */
public final class Labels {
    public static final LocalText METHOD = new LocalText("核算方法", "Accounting method");
    public static final LocalText FUEL_SET = new LocalText("燃料参数", "Fuel parameters");
    public static final LocalText GWP_SET = new LocalText("全球增温潜势", "Global warming potentials");
    public static final LocalText PLACE = new LocalText("因子适用地区", "Place of the factors");
    public static final LocalText TOTAL = new LocalText("温室气体排放总量", "Total greenhouse gas emissions");
    public static final LocalText SCOPE_1 = new LocalText("范围一 直接排放", "Scope 1, direct");
    public static final LocalText SCOPE_2 = new LocalText("范围二 购入能源", "Scope 2, purchased energy");
    public static final LocalText TOTAL_SCOPE_3 = new LocalText("范围三合计", "Scope 3 in all");
    public static final LocalText ENERGY_CO2 = new LocalText("其中：能源活动二氧化碳", "CO2 of energy use");
    public static final LocalText PROCESS_CO2 = new LocalText("其中：生产过程二氧化碳", "CO2 of processes");
    public static final LocalText BIOGENIC_CO2 = new LocalText("生物质二氧化碳（不计入总量）", "CO2 of biomass, outside the total");
    public static final LocalText FUEL_ENERGY = new LocalText("燃料燃烧热量", "Energy of the fuels burnt");
    public static final LocalText OUTPUT = new LocalText("产量", "Output");
    public static final LocalText PER_OUTPUT = new LocalText("单位产量排放", "Emissions per output");

    private Labels() {}

    /** Who the peers of a grade are. */
    public static LocalText peers(int count, String industry, int year, String source) {
        return new LocalText(
                "行业 " + industry + "，" + year + " 年，" + count + " 家；来源：" + source,
                count + " of industry " + industry + " in " + year + "; source: " + source);
    }
}
