// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Map;
import java.util.TreeSet;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.RuleUse;

/** The kinds of rule a template may ask for, by id. */
final class RecordRules {
    private static final Map<String, RecordRule> KINDS = Map.ofEntries(
            Map.entry("creditCode", new CreditCodeRule()),
            Map.entry("gtin", new GtinRule()),
            Map.entry("casNumber", new CasNumberRule()),
            Map.entry("industryCode", new IndustryCodeRule()),
            Map.entry("regionCode", new RegionCodeRule()),
            Map.entry("notBefore", new NotBeforeRule()),
            Map.entry("codeNests", new CodeNestsRule()),
            Map.entry("requiredWhen", PresenceRule.REQUIRED_WHEN),
            Map.entry("atLeastOne", PresenceRule.AT_LEAST_ONE),
            Map.entry("atMostOne", PresenceRule.AT_MOST_ONE),
            Map.entry("exactlyOne", PresenceRule.EXACTLY_ONE),
            Map.entry("sumEquals", FigureRule.SUM_EQUALS),
            Map.entry("lessOrEqual", FigureRule.LESS_OR_EQUAL));

    private RecordRules() {}

    static RecordRule get(MetadataTemplate template, RuleUse use) {
        RecordRule rule = KINDS.get(use.rule());
        if (rule == null) {
            throw new IllegalArgumentException("template " + template + " asks for unknown rule '" + use.rule()
                    + "'; known: " + new TreeSet<>(KINDS.keySet()));
        }
        return rule;
    }
}
