// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.regex.Pattern;

/**
 * What a reading measures: a term of the method, and the item within it; written {@code term/item}, for example {@code
 * fuel/bituminous-coal}, or {@code clinker} where a term has no items.
 *
 * @param term id of a method term
 * @param item fuel or material; empty where the term has none
 */
public record ActivityId(String term, String item) implements Comparable<ActivityId> {
    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public ActivityId {
        if (!PART.matcher(term).matches()
                || !(item.isEmpty() || PART.matcher(item).matches())) {
            throw new IllegalArgumentException(
                    "'%s/%s' is not term/item in lower-case letters, digits, dots and hyphens".formatted(term, item));
        }
    }

    /** Reads {@code term/item} or {@code term}; throws {@link IllegalArgumentException} on anything else. */
    public static ActivityId parse(String text) {
        int slash = text.indexOf('/');
        if (slash == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' ends with a solidus");
        }
        return slash < 0
                ? new ActivityId(text, "")
                : new ActivityId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(ActivityId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return item.isEmpty() ? term : term + "/" + item;
    }
}
