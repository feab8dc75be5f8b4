// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tanma.template.code.IndustrySections;
import org.tanma.template.code.UnitCodes;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateTier;

/** What every template that ships keeps to, beyond what loading it asks. */
class ShippedTemplatesTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();

    @Test
    void decimals_haveAUcumUnit() {
        for (MetadataTemplate template : CATALOG.newest()) {
            withParts(template.items().stream())
                    .filter(i -> i.type() == ItemType.DECIMAL)
                    .forEach(i -> {
                        assertThat(UnitCodes.ucum().findFault(i.ucum()))
                                .as(template + " " + i.code())
                                .isEmpty();
                        assertThat(i.unit().isEmpty())
                                .as(template + " " + i.code())
                                .isEqualTo(i.ucum().equals("1"));
                    });
        }
    }

    /** Ranges of their own, so that a parent can grow and never meets an index of a child. */
    @Test
    void indexes_areInTheRangeOfTheirTier() {
        for (MetadataTemplate template : CATALOG.all()) {
            List<TemplateItem> inherited =
                    parent(template).map(MetadataTemplate::items).orElse(List.of());
            int first = template.tier() == TemplateTier.PUBLIC ? 2000 : 3000;
            for (TemplateItem item : template.items()) {
                if (inherited.stream().noneMatch(i -> i.index() == item.index())) {
                    assertThat(item.index()).as(template + " " + item.code()).isBetween(first, first + 999);
                }
            }
        }
    }

    @Test
    void englishWords_areNotChinese_andChineseOnesAre() {
        for (MetadataTemplate template : CATALOG.newest()) {
            withParts(template.items().stream()).forEach(i -> {
                assertThat(i.name().en()).as(template + " " + i.code()).doesNotContainPattern("\\p{IsHan}");
                assertThat(i.definition().en()).as(template + " " + i.code()).doesNotContainPattern("\\p{IsHan}");
                assertThat(i.definition().zh().isEmpty())
                        .isEqualTo(i.definition().en().isEmpty());
                i.codes()
                        .codes()
                        .forEach(c -> assertThat(c.name().en()).as(i.code()).doesNotContainPattern("\\p{IsHan}"));
            });
        }
    }

    @Test
    void industryTemplates_nameIndustriesThatExist_andExtendAPublicOne() {
        for (MetadataTemplate template : CATALOG.newest()) {
            List<String> industry = template.industry();
            for (int level = 1; level < industry.size(); level++) {
                String code = industry.get(level);
                assertThat(code).as(template.name()).matches("[0-9]{%d}".formatted(level + 1));
                if (level == 1) {
                    assertThat(IndustrySections.shared()
                                    .ofDivision(code)
                                    .orElseThrow()
                                    .letter())
                            .as(template.name())
                            .isEqualTo(industry.get(0));
                } else {
                    assertThat(code).as(template.name()).startsWith(industry.get(level - 1));
                }
            }
            if (template.tier() == TemplateTier.INDUSTRY) {
                assertThat(parent(template).orElseThrow().tier()).isEqualTo(TemplateTier.PUBLIC);
                assertThat(template.industry()).as(template.name()).isNotEmpty();
            }
        }
        for (String industry : List.of("cement", "flat-glass", "chemicals", "steel", "automobile", "aluminium")) {
            assertThat(CATALOG.find(industry + "-product")).isPresent();
            assertThat(CATALOG.find(industry + "-device")).isPresent();
        }
    }

    private static Optional<MetadataTemplate> parent(MetadataTemplate template) {
        return template.parent().flatMap(p -> CATALOG.find(p.name(), p.version()));
    }

    private static Stream<TemplateItem> withParts(Stream<TemplateItem> items) {
        return items.flatMap(i -> Stream.concat(Stream.of(i), withParts(i.parts().items().stream())));
    }
}
