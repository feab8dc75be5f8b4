// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The codes an item may take, each with its name. Immutable; finding is one look-up, however long the list.
 */
public final class CodeList {
    /** No list: for items of another type. */
    public static final CodeList NONE = new CodeList(BilingualText.EMPTY, List.of());

    private final String name;
    private final BilingualText title;
    private final List<Code> codes;
    private final Map<String, Code> byCode = new LinkedHashMap<>();
    private final Map<String, Code> byWords = new HashMap<>();

    /** One code and what it means. */
    public record Code(String code, BilingualText name) {}

    /** An item's own list. */
    public CodeList(BilingualText title, List<Code> codes) {
        this("", title, codes);
    }

    /**
     * @param name of a list shared by several items, as files name it ({@code gbt2260-provinces}); empty for an item's own
     * @param title what the list is, for people: a standard, or the item's own list
     * @param codes in the order people expect; each code once
     */
    public CodeList(String name, BilingualText title, List<Code> codes) {
        this.name = name;
        this.title = title;
        this.codes = List.copyOf(codes);
        for (Code code : codes) {
            if (byCode.put(code.code(), code) != null) {
                throw new IllegalArgumentException("code '" + code.code() + "' stands twice in " + title.en());
            }
        }
        for (Code code : codes) {
            byWords.putIfAbsent(folded(code.code()), code);
        }
        for (Code code : codes) {
            byWords.putIfAbsent(folded(code.name().zh()), code);
            byWords.putIfAbsent(folded(code.name().en()), code);
        }
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    public String name() {
        return name;
    }

    public BilingualText title() {
        return title;
    }

    public List<Code> codes() {
        return codes;
    }

    public Optional<Code> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /** The code people mean by {@code words}: the code itself or one of its names, without regard to case. */
    public Optional<Code> findByWords(String words) {
        return Optional.ofNullable(byCode.get(words)).or(() -> Optional.ofNullable(byWords.get(folded(words))));
    }

    /** This list with only some of its codes; an {@link IllegalArgumentException} names one it does not have. */
    public CodeList only(List<String> some) {
        return new CodeList(
                title,
                some.stream()
                        .map(code -> find(code)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "code '" + code + "' is not in the list " + title.en())))
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof CodeList that
                        && name.equals(that.name)
                        && title.equals(that.title)
                        && codes.equals(that.codes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, title, codes.size());
    }

    @Override
    public String toString() {
        return title.en() + " (" + codes.size() + " codes)";
    }
}
