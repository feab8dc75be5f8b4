// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.List;

/**
 * A semantic rule a template asks for, and the items it looks at, in the order the rule defines.
 *
 * @param rule the rule's id, for instance {@code creditCode}
 * @param values texts the rule compares with, as far as it asks for any
 * @param tolerance how far apart numbers may lie, as decimal text; empty for none
 */
public record RuleUse(String rule, List<String> items, List<String> values, String tolerance) {
    public RuleUse {
        items = List.copyOf(items);
        values = List.copyOf(values);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("rule '" + rule + "' names no item");
        }
    }

    /** A rule that needs nothing but its items. */
    public RuleUse(String rule, List<String> items) {
        this(rule, items, List.of(), "");
    }

    @Override
    public String toString() {
        return rule + items + (values.isEmpty() ? "" : " = " + values) + (tolerance.isEmpty() ? "" : " ± " + tolerance);
    }
}
