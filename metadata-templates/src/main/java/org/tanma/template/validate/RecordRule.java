// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/** A rule of meaning over one or several items of a record whose form is already right. */
interface RecordRule {
    /**
     * What this rule finds wrong.
     *
     * @param values well-formed values by item code; an item that is absent or malformed is not in it
     * @param items the items the template names for this rule, in the rule's order
     * @param use how the template asks for it: paths of the items, values, tolerance
     */
    List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use);

    /** Throws {@link IllegalArgumentException} when the rule cannot work with these items or values. */
    default void requireUsable(RuleUse use, List<TemplateItem> items) {}

    /** Throws unless {@code holds}. */
    static void require(boolean holds, RuleUse use, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("rule " + use + ": " + otherwise);
        }
    }
}
