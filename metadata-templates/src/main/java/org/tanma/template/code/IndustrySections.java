// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import java.util.List;
import java.util.Optional;
import org.tanma.template.model.BilingualText;

/** The sections of GB/T 4754-2017 (门类), each with the divisions it holds. Immutable. */
public final class IndustrySections {
    /**
     * One section.
     *
     * @param first number of its first division, two digits
     * @param last number of its last division, two digits
     */
    public record Section(String letter, String first, String last, BilingualText name) {
        boolean holds(String division) {
            return division.matches("[0-9]{2}") && first.compareTo(division) <= 0 && division.compareTo(last) <= 0;
        }
    }

    private static final class Shared {
        static final IndustrySections SECTIONS = new IndustrySections();
    }

    private final List<Section> sections;

    private IndustrySections() {
        this.sections = CodeRows.read("gbt4754-2017-sections", 5).stream()
                .map(r -> new Section(r.get(0), r.get(1), r.get(2), new BilingualText(r.get(3), r.get(4))))
                .toList();
    }

    public static IndustrySections shared() {
        return Shared.SECTIONS;
    }

    public Optional<Section> find(String letter) {
        return sections.stream().filter(s -> s.letter().equals(letter)).findFirst();
    }

    /** The section of a two-digit division. */
    public Optional<Section> ofDivision(String division) {
        return sections.stream().filter(s -> s.holds(division)).findFirst();
    }
}
