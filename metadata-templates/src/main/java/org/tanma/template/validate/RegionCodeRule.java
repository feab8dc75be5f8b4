// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tanma.template.code.CodeTable;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/**
 * City and county exist (GB/T 2260), the city lies in its province, the county in its city: two digits each. Of Taiwan, Hong Kong
 * and Macao, for which no codes below the province are published, only that is asked. Items: province, city, county.
 */
final class RegionCodeRule implements RecordRule {
    private static final String RULE = "regionCode";
    private static final Set<String> WITHOUT_CITIES = Set.of("71", "81", "82");

    private final CodeLookup regions =
            new CodeLookup(RULE, CodeTable.regions(), new BilingualText("GB/T 2260", "GB/T 2260"));

    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(items.size() == 3, use, "it takes 3 item(s)");
    }

    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
        return Stream.of(place(values, items.get(0), items.get(1), 2), place(values, items.get(1), items.get(2), 4))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Violation> place(
            Map<String, String> values, TemplateItem outer, TemplateItem inner, int commonDigits) {
        String code = values.get(inner.code());
        Optional<Violation> unknown = code == null || WITHOUT_CITIES.stream().anyMatch(code::startsWith)
                ? Optional.empty()
                : regions.check(values, inner);
        return unknown.isPresent() ? unknown : Nesting.check(RULE, values, outer, inner, commonDigits);
    }
}
