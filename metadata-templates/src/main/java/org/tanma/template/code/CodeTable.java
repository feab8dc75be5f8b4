// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.template.model.BilingualText;

/**
 * All codes of a classification with their names: a long list, such as GB/T 2260.
 *
 * <p>Read once from a file of the module, at first use; immutable, safe between threads; well below 1 MB each.
 */
public final class CodeTable {
    private static final int MAX_DIGITS = 9;

    private final NavigableMap<String, BilingualText> names;

    private CodeTable(NavigableMap<String, BilingualText> names) {
        this.names = Collections.unmodifiableNavigableMap(names);
    }

    /** GB/T 2260: codes of provinces, cities and counties, 6 digits. */
    public static CodeTable regions() {
        return Regions.TABLE;
    }

    private static final class Regions {
        static final CodeTable TABLE = load("gbt2260");
    }

    private static CodeTable load(String list) {
        NavigableMap<String, BilingualText> names = new TreeMap<>();
        for (List<String> row : CodeRows.read(list, 3)) {
            String zh = row.get(1);
            String en = row.get(2).isEmpty() ? zh : row.get(2);
            if (names.put(row.get(0), new BilingualText(zh, en)) != null) {
                throw new IllegalStateException("code list " + list + " has " + row.get(0) + " twice");
            }
        }
        return new CodeTable(names);
    }

    public int size() {
        return names.size();
    }

    public boolean contains(String code) {
        return names.containsKey(code);
    }

    /** The name of a code; in English only where the file has one, else the Chinese name in both languages. */
    public Optional<BilingualText> nameOf(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** All codes, in order. */
    public List<String> codes() {
        return List.copyOf(names.keySet());
    }

    /**
     * Codes near one that does not exist: of the same length, first those that share most leading digits, then those nearest in
     * number.
     *
     * @param code any text; what is no number of 1 to {@value #MAX_DIGITS} digits has none near it
     * @param most how many at most
     */
    public List<String> nearest(String code, int most) {
        if (!code.matches("[0-9]{1," + MAX_DIGITS + "}")) {
            return List.of();
        }
        int number = Integer.parseInt(code);
        return names.keySet().stream()
                .filter(c -> c.length() == code.length() && Character.isDigit(c.charAt(0)))
                .sorted(Comparator.comparingInt((String c) -> -shared(c, code))
                        .thenComparingInt(c -> Math.abs(Integer.parseInt(c) - number))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static int shared(String a, String b) {
        int length = 0;
        while (length < a.length() && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }
}
