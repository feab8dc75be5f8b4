// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanma.template.code.IndustrySections;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/**
 * The four levels of an industry fit one another (GB/T 4754-2017): the division exists and belongs to the section, the group
 * begins with the division, the class with the group. Whether group and class exist is not asked: no list of them ships. Items:
 * section, division, group, class.
 */
final class IndustryCodeRule implements RecordRule {
    private static final String RULE = "industryCode";

    private static final BilingualText CLASSIFICATION = new BilingualText("GB/T 4754—2017", "GB/T 4754-2017");

    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(items.size() == 4, use, "it takes 4 item(s)");
    }

    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
        TemplateItem division = items.get(1);
        TemplateItem group = items.get(2);
        TemplateItem subclass = items.get(3);
        boolean hasGroup = values.containsKey(group.code());
        return Stream.of(
                        section(values, items.get(0), division),
                        existing(values, division),
                        Nesting.check(RULE, values, division, group, 2),
                        Nesting.check(RULE, values, hasGroup ? group : division, subclass, hasGroup ? 3 : 2))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Violation> existing(Map<String, String> values, TemplateItem divisionItem) {
        String division = values.get(divisionItem.code());
        if (division == null || IndustrySections.shared().ofDivision(division).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                divisionItem.code(),
                RULE,
                divisionItem.name(),
                division,
                Phrases.of("problem.noSuchCode", CLASSIFICATION),
                Phrases.of("allowed.existingCode", CLASSIFICATION),
                BilingualText.EMPTY));
    }

    private static Optional<Violation> section(
            Map<String, String> values, TemplateItem letterItem, TemplateItem divisionItem) {
        String letter = values.get(letterItem.code());
        String division = values.get(divisionItem.code());
        if (letter == null || division == null) {
            return Optional.empty();
        }
        Optional<IndustrySections.Section> owner = IndustrySections.shared().ofDivision(division);
        if (owner.isEmpty() || owner.get().letter().equals(letter)) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                letterItem.code(),
                RULE,
                letterItem.name(),
                letter,
                Phrases.of("problem.notNested", divisionItem.name(), division),
                allowed(letter),
                Phrases.of("hint.division", division, owner.get().letter())));
    }

    private static BilingualText allowed(String letter) {
        return IndustrySections.shared()
                .find(letter)
                .map(s -> Phrases.of("allowed.section", letter, s.first(), s.last()))
                .orElse(BilingualText.EMPTY);
    }
}
