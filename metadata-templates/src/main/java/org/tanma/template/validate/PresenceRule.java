// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/** Rules about which items there are. */
enum PresenceRule implements RecordRule {
    /** The first item must be there when the second has one of the values, or has any when no values are named. */
    REQUIRED_WHEN("requiredWhen") {
        @Override
        public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
            TemplateItem needed = items.get(0);
            TemplateItem condition = items.get(1);
            String given = values.get(condition.code());
            boolean isAsked =
                    given != null && (use.values().isEmpty() || use.values().contains(given));
            return isAsked && given != null && !values.containsKey(needed.code())
                    ? violation(needed, "", Phrases.of("problem.requiredWhen", condition.name(), given))
                    : List.of();
        }
    },
    /** One or more of the items must be there. */
    AT_LEAST_ONE("atLeastOne") {
        @Override
        public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
            return count(values, items) >= 1
                    ? List.of()
                    : violation(items.get(0), "", Phrases.of("problem.noneOf", names(items)));
        }
    },
    /** No two of the items may be there. */
    AT_MOST_ONE("atMostOne") {
        @Override
        public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
            return count(values, items) <= 1 ? List.of() : surplus(values, items);
        }
    },
    /** One of the items must be there, and only one. */
    EXACTLY_ONE("exactlyOne") {
        @Override
        public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
            int count = count(values, items);
            if (count == 0) {
                return violation(items.get(0), "", Phrases.of("problem.noneOf", names(items)));
            }
            return count == 1 ? List.of() : surplus(values, items);
        }
    };

    private final String id;

    PresenceRule(String id) {
        this.id = id;
    }

    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(
                this == REQUIRED_WHEN ? items.size() == 2 : items.size() >= 2,
                use,
                this == REQUIRED_WHEN
                        ? "it takes the needed item and the one it depends on"
                        : "it takes two items or more");
    }

    private static int count(Map<String, String> values, List<TemplateItem> items) {
        int count = 0;
        for (TemplateItem item : items) {
            count += values.containsKey(item.code()) ? 1 : 0;
        }
        return count;
    }

    List<Violation> surplus(Map<String, String> values, List<TemplateItem> items) {
        List<TemplateItem> there =
                items.stream().filter(i -> values.containsKey(i.code())).toList();
        TemplateItem second = there.get(1);
        return violation(
                second,
                values.getOrDefault(second.code(), ""),
                Phrases.of("problem.besides", there.get(0).name()));
    }

    List<Violation> violation(TemplateItem item, String given, BilingualText problem) {
        return List.of(new Violation(
                item.code(), id, item.name(), given, problem, AllowedWording.of(item), BilingualText.EMPTY));
    }

    static BilingualText names(List<TemplateItem> items) {
        return new BilingualText(
                String.join("、", items.stream().map(i -> i.name().zh()).toList()),
                String.join(", ", items.stream().map(i -> i.name().en()).toList()));
    }
}
