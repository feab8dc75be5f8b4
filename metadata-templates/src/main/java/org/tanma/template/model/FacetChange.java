// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

/**
 * One respect in which an item differs from another version of itself, or from the item it inherits.
 *
 * @param path code of the item; a part's after a point ({@code site.city}), a list's element as {@code components[]}
 * @param before as the older or inherited item has it; empty for nothing
 * @param after as the newer or inheriting item has it; empty for nothing
 */
public record FacetChange(String path, Facet facet, Direction direction, String before, String after) {
    /** What about an item. */
    public enum Facet {
        NAME,
        DEFINITION,
        INDEX,
        TYPE,
        REQUIRED,
        MIN_LENGTH,
        MAX_LENGTH,
        PATTERN,
        MIN,
        MAX,
        UNIT,
        UCUM,
        CODES,
        TEMPLATE,
        VISIBILITY,
        INDEXED,
        STATE,
        SEMANTIC,
        IDENTIFIER_KIND,
        HANDLE_TYPE,
        MIN_ITEMS,
        MAX_ITEMS,
        PART
    }

    /** Which way. */
    public enum Direction {
        /** Other words for the same. */
        REWORDED,
        /** Every record that was right stays right; more is said or may be said. */
        EXTENDED,
        /** Fewer records are right: what was right before may be refused now. */
        NARROWED,
        /** More records are right than before, or more people see them. */
        LOOSENED,
        /** Neither: what was written means something else or is found elsewhere. */
        CHANGED
    }

    /** True when an item that inherits may differ in this way from the item it inherits. */
    public boolean isInheritable() {
        return direction != Direction.LOOSENED && direction != Direction.CHANGED;
    }

    @Override
    public String toString() {
        return path + " " + facet.name().toLowerCase(java.util.Locale.ROOT) + ": '" + before + "' → '" + after + "'";
    }
}
