// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known names nearest to a mistyped one, for hints. Distance: Levenshtein, case ignored. */
public final class Similarity {
    private Similarity() {}

    /**
     * The names within a third of the given name's length (at least 2 edits) of it, nearest first, at most {@code limit};
     * among equals in alphabetical order.
     */
    public static List<String> nearest(String given, Collection<String> known, int limit) {
        int tolerance = Math.max(2, given.length() / 3);
        return known.stream()
                .filter(name -> distance(given, name) <= tolerance)
                .sorted(Comparator.<String>comparingInt(name -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
