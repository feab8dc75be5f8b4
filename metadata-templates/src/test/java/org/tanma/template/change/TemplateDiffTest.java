// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.load.TemplateText;
import org.tanma.template.model.FacetChange;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.EveryType;

/** Every change is told, with the step of versions it needs. */
class TemplateDiffTest {
    private static final MetadataTemplate BEFORE = EveryType.TEMPLATE;
    private static final String TEXT = TemplateText.write(BEFORE);

    private static MetadataTemplate changed(String version, String right, String wrong) {
        assertThat(TEXT).contains(right);
        return TemplateText.read(
                TEXT.replace(right, wrong).replace("\"version\":\"1.0.0\"", "\"version\":\"" + version + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"nameEn\":\"Pieces\" | \"nameEn\":\"Number of pieces\" | reworded pieces name | PATCH",
                "\"max\":1000 | \"max\":2000 | loosened pieces max | MINOR",
                "\"max\":1000 | \"max\":999 | narrowed pieces max | MAJOR",
                "\"code\":\"pieces\" | \"code\":\"count\" | renamed pieces item | MAJOR",
                "{\"code\":\"a\",\"zh\":\"甲\",\"en\":\"first\"}, | `` | narrowed grade codes | MAJOR",
                "{\"code\":\"a\",\"zh\":\"甲\",\"en\":\"first\"}, | {\"code\":\"a\",\"zh\":\"甲\",\"en\":\"first\"},{\"code\":\"z\",\"zh\":\"末\",\"en\":\"last\"}, | loosened grade codes | MINOR",
                "\"maxItems\":5 | \"maxItems\":4 | narrowed components max_items | MAJOR",
                "\"max\":1,\"visibility\" | \"max\":1.5,\"visibility\" | loosened components[].share max | MINOR",
                "\"visibility\":\"regulator\" | \"visibility\":\"public\" | loosened massKg visibility | MAJOR",
                "\"visibility\":\"regulator\" | \"visibility\":\"owner\" | narrowed massKg visibility | MINOR",
                "\"state\":\"disabled\", | `` | loosened former state | MINOR",
                "\"identifierKind\":\"gtin\", | `` | changed serial identifier_kind | MAJOR",
                "\"ttlSeconds\":600 | \"ttlSeconds\":60 | reworded ttlSeconds ttlSeconds | PATCH",
                "{\"rule\":\"lessOrEqual\",\"items\":[\"massKg\",\"grossKg\"]}, | `` | removed lessOrEqual[massKg, grossKg] rule | MINOR",
                "{\"rule\":\"lessOrEqual\", | {\"rule\":\"lessOrEqual\",\"items\":[\"grossKg\",\"massKg\"]},{\"rule\":\"lessOrEqual\", | added lessOrEqual[grossKg, massKg] rule | MAJOR",
            })
    void of_namesTheChangeAndTheStep(String right, String wrong, String expected, VersionStep step) {
        TemplateDiff diff = TemplateDiff.of(BEFORE, changed("2.0.0", right, wrong));
        assertThat(diff.changes())
                .extracting(c -> c.kind() + " " + c.path() + " " + c.aspect())
                .containsExactly(expected);
        assertThat(diff.needed()).isEqualTo(step);
        assertThat(diff.isHonest()).isTrue();
        assertThat(diff.changes()).allSatisfy(c -> {
            assertThat(c.words().zh()).isNotBlank().doesNotContain("{");
            assertThat(c.words().en()).isNotBlank().doesNotContain("{");
        });
    }

    @Test
    void findFault_saysWhichVersionItMustBe() {
        MetadataTemplate narrowed = changed("1.0.1", "\"max\":1000", "\"max\":999");
        TemplateDiff diff = TemplateDiff.of(BEFORE, narrowed);
        assertThat(diff.isHonest()).isFalse();
        assertThat(diff.findFault().orElseThrow().en())
                .isEqualTo("everything@1.0.1 is a patch, but these changes need a major step: it must be 2.0.0");
        assertThat(TemplateDiff.of(narrowed, BEFORE).findFault().orElseThrow().zh())
                .isEqualTo("everything@1.0.0 并不比 everything@1.0.1 新");
        assertThat(TemplateDiff.of(BEFORE, BEFORE).changes()).isEmpty();
    }

    @Test
    void shippedVersions_areHonest() {
        TemplateCatalog catalog = TemplateCatalog.load();
        for (MetadataTemplate newest : catalog.newest()) {
            List<MetadataTemplate> versions = catalog.versions(newest.name());
            for (int i = 1; i < versions.size(); i++) {
                TemplateDiff diff = TemplateDiff.of(versions.get(i - 1), versions.get(i));
                assertThat(diff.isHonest()).as("%s", diff.findFault()).isTrue();
            }
        }
    }

    @Test
    void phrases_areTheSameInBothLanguages_andCoverEveryFacet() {
        assertThat(Phrases.keys(Locale.CHINESE)).isEqualTo(Phrases.keys(Locale.ENGLISH));
        for (FacetChange.Facet facet : FacetChange.Facet.values()) {
            assertThat(Phrases.keys(Locale.CHINESE))
                    .contains("facet." + facet.name().toLowerCase(Locale.ROOT));
        }
    }
}
