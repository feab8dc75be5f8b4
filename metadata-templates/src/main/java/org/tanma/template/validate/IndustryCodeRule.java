// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.TemplateItem;

/**
 * The four levels of an industry fit one another (GB/T 4754-2017): the division belongs to the section, the group begins with
 * the division, the class with the group. Items: section, division, group, class.
 */
final class IndustryCodeRule implements RecordRule {
    private static final String RULE = "industryCode";
    private static final String SECTIONS = "/templates/codes/gbt4754-2017-sections.csv";

    private record Section(String letter, int first, int last) {}

    private final List<Section> sections = sections();

    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items) {
        TemplateItem division = items.get(1);
        TemplateItem group = items.get(2);
        TemplateItem subclass = items.get(3);
        Optional<Violation> ofClass = values.containsKey(group.code())
                ? Nesting.check(RULE, values, group, subclass, 3)
                : Nesting.check(RULE, values, division, subclass, 2);
        return Stream.of(
                        section(values, items.get(0), division),
                        Nesting.check(RULE, values, division, group, 2),
                        ofClass)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Violation> section(
            Map<String, String> values, TemplateItem letterItem, TemplateItem divisionItem) {
        String letter = values.get(letterItem.code());
        String division = values.get(divisionItem.code());
        if (letter == null || division == null) {
            return Optional.empty();
        }
        int number = Integer.parseInt(division);
        Optional<Section> owner = sections.stream()
                .filter(s -> s.first() <= number && number <= s.last())
                .findFirst();
        if (owner.isPresent() && owner.get().letter().equals(letter)) {
            return Optional.empty();
        }
        BilingualText hint = owner.map(s -> Phrases.of("hint.division", division, s.letter()))
                .orElseGet(() -> Phrases.of("hint.noDivision", division));
        return Optional.of(new Violation(
                letterItem.code(),
                RULE,
                letterItem.name(),
                letter,
                Phrases.of("problem.notNested", divisionItem.name(), division),
                allowed(letter),
                hint));
    }

    private BilingualText allowed(String letter) {
        return sections.stream()
                .filter(s -> s.letter().equals(letter))
                .findFirst()
                .map(s -> Phrases.of("allowed.section", letter, two(s.first()), two(s.last())))
                .orElse(BilingualText.EMPTY);
    }

    private static String two(int division) {
        return division < 10 ? "0" + division : String.valueOf(division);
    }

    private static List<Section> sections() {
        try (InputStream in = IndustryCodeRule.class.getResourceAsStream(SECTIONS)) {
            if (in == null) {
                throw new IllegalStateException("no code list " + SECTIONS);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Section> sections = new ArrayList<>();
            for (String line : lines.lines().skip(1).toList()) {
                String[] cells = line.split(",");
                sections.add(new Section(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
            }
            return List.copyOf(sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
