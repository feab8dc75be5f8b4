// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/** A date or an instant is not before another of the same type. Items: the later, the earlier. */
final class NotBeforeRule implements RecordRule {
    @Override
    public void requireUsable(RuleUse use, List<TemplateItem> items) {
        RecordRule.require(items.size() == 2, use, "it takes 2 item(s)");
    }

    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
        TemplateItem laterItem = items.get(0);
        TemplateItem earlierItem = items.get(1);
        String later = values.get(laterItem.code());
        String earlier = values.get(earlierItem.code());
        if (later == null || earlier == null || !isBefore(laterItem.type(), later, earlier)) {
            return List.of();
        }
        return List.of(new Violation(
                laterItem.code(),
                "notBefore",
                laterItem.name(),
                later,
                Phrases.of("problem.notBefore", earlierItem.name(), earlier),
                Phrases.of("allowed.notBefore", earlierItem.name()),
                BilingualText.EMPTY));
    }

    private static boolean isBefore(ItemType type, String later, String earlier) {
        return type == ItemType.INSTANT
                ? Instant.parse(later).isBefore(Instant.parse(earlier))
                : LocalDate.parse(later).isBefore(LocalDate.parse(earlier));
    }
}
