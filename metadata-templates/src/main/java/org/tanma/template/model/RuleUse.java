// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.List;

/**
 * A semantic rule a template asks for, and the items it looks at, in the order the rule defines.
 *
 * @param rule the rule's id, for instance {@code creditCode}
 */
public record RuleUse(String rule, List<String> items) {
    public RuleUse {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("rule '" + rule + "' names no item");
        }
    }
}
