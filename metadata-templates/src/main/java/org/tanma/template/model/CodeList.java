// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The codes an item may take, each with its name.
 *
 * @param title what the list is, for people: a standard, or the item's own list
 * @param codes in the order people expect; each code once
 */
public record CodeList(BilingualText title, List<Code> codes) {
    /** No list: for items of another type. */
    public static final CodeList NONE = new CodeList(BilingualText.EMPTY, List.of());

    /** One code and what it means. */
    public record Code(String code, BilingualText name) {}

    public CodeList {
        codes = List.copyOf(codes);
        Set<String> seen = new HashSet<>();
        for (Code code : codes) {
            if (!seen.add(code.code())) {
                throw new IllegalArgumentException("code '" + code.code() + "' stands twice in " + title.en());
            }
        }
    }

    public Optional<Code> find(String code) {
        return codes.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The code people mean by {@code words}: the code itself or one of its names, without regard to case. */
    public Optional<Code> findByWords(String words) {
        return codes.stream()
                .filter(c -> c.code().equalsIgnoreCase(words)
                        || c.name().zh().equals(words)
                        || c.name().en().equalsIgnoreCase(words))
                .findFirst();
    }
}
