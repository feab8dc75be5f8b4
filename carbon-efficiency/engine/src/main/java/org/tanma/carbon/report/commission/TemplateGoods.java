// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.commission;

import java.util.Map;

/** Names of goods and cell types in the Commission's template (sheet Parameters_Constants, rows 57 and 89 to 106). */
final class TemplateGoods {
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("cement", "Cement"),
            Map.entry("cement-clinker", "Cement clinker"),
            Map.entry("calcined-clay", "Calcined clays "),
            Map.entry("aluminous-cement", "Aluminous cement"),
            Map.entry("iron-or-steel-products", "Iron or steel products"),
            Map.entry("crude-steel", "Crude steel"),
            Map.entry("dri", "Direct reduced iron"),
            Map.entry("pig-iron", "Pig iron"),
            Map.entry("fe-mn", "Alloys (FeMn, FeCr, FeNi)"),
            Map.entry("fe-cr", "Alloys (FeMn, FeCr, FeNi)"),
            Map.entry("fe-ni", "Alloys (FeMn, FeCr, FeNi)"),
            Map.entry("sintered-ore", "Sintered Ore"),
            Map.entry("hydrogen", "Hydrogen"),
            Map.entry("ammonia", "Ammonia"),
            Map.entry("nitric-acid", "Nitric acid"),
            Map.entry("urea", "Urea"),
            Map.entry("mixed-fertilisers", "Mixed fertilisers"),
            Map.entry("aluminium-products", "Aluminium products"),
            Map.entry("unwrought-aluminium", "Unwrought aluminium"),
            Map.entry("electricity", "Electricity (export to EU)"));

    private TemplateGoods() {}

    /** The name of an aggregated goods category. */
    static String category(String category) {
        return CATEGORIES.getOrDefault(category, category);
    }
}
