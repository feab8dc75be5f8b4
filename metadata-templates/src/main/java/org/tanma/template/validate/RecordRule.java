// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import org.tanma.template.model.TemplateItem;

/** A rule of meaning over one or several items of a record whose form is already right. */
interface RecordRule {
    /**
     * What this rule finds wrong.
     *
     * @param values well-formed values by item code; an item that is absent or malformed is not in it
     * @param items the items the template names for this rule, in the rule's order
     */
    List<Violation> check(Map<String, String> values, List<TemplateItem> items);
}
