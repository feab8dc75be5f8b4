// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list or a group is made of.
 *
 * @param minItems fewest elements of a list, 0 or more; 0 for a group
 * @param maxItems most elements of a list, {@value #MAX_ITEMS} at most; 0 for a group
 * @param items the one element of a list, under the code {@value #ELEMENT}; the items of a group; none of another type
 */
public record ItemParts(int minItems, int maxItems, List<TemplateItem> items) {
    /** Most elements any list may have. */
    public static final int MAX_ITEMS = 1000;
    /** Code of a list's element. */
    public static final String ELEMENT = "element";
    /** Most levels of lists and groups inside one another. */
    public static final int MAX_DEPTH = 4;
    /** No parts: for items that are neither list nor group. */
    public static final ItemParts NONE = new ItemParts(0, 0, List.of());

    public ItemParts {
        items = List.copyOf(items);
        if (minItems < 0 || maxItems < minItems || maxItems > MAX_ITEMS) {
            throw new IllegalArgumentException(
                    "numbers of elements " + minItems + ".." + maxItems + " are not within 0.." + MAX_ITEMS);
        }
        Set<String> seen = new HashSet<>();
        for (TemplateItem item : items) {
            if (!seen.add(item.code())) {
                throw new IllegalArgumentException("part '" + item.code() + "' stands twice");
            }
        }
    }

    /** The part of this code. */
    public Optional<TemplateItem> find(String code) {
        return items.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    int depth() {
        return items.stream().mapToInt(i -> i.parts().depth() + 1).max().orElse(0);
    }
}
