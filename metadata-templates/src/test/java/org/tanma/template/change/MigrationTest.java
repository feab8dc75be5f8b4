// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.template.load.TemplateText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.EveryType;
import org.tanma.template.validate.RecordValidator;

/** Records come over by stated steps, and what does not come over as it was is told. */
class MigrationTest {
    private static final MetadataTemplate OLDER = EveryType.TEMPLATE;
    private static final MetadataTemplate NEWER = TemplateText.read(TemplateText.write(OLDER)
            .replace("\"version\":\"1.0.0\"", "\"version\":\"2.0.0\"")
            .replace("\"code\":\"pieces\"", "\"code\":\"count\"")
            .replace("\"max\":1000", "\"max\":10")
            .replace("\"code\":\"grossKg\"", "\"code\":\"grossG\"")
            .replace("\"items\":[\"massKg\",\"grossKg\"]", "\"items\":[\"massKg\",\"grossG\"]")
            .replace("\"rule\":\"lessOrEqual\"", "\"rule\":\"atLeastOne\"")
            .replace(
                    "{\"code\":\"b\",\"zh\":\"乙\",\"en\":\"second\"}",
                    "{\"code\":\"c\",\"zh\":\"丙\",\"en\":\"third\"}"));
    private static final String FILE = """
            {"from":"everything@1.0.0","to":"everything@2.0.0","steps":[
              {"do":"rename","item":"pieces","to":"count"},
              {"do":"rename","item":"grossKg","to":"grossG"},
              {"do":"convert","item":"grossG","from":"kg","to":"g"},
              {"do":"mapCodes","item":"grade","codes":{"b":"c"}},
              {"do":"setDefault","item":"active","value":"false"},
              {"do":"drop","item":"serial","reasonZh":"不再登记","reasonEn":"no longer kept"}]}
            """;

    private static Map<String, String> record(String... pairs) {
        Map<String, String> items = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            items.put(pairs[i], pairs[i + 1]);
        }
        return items;
    }

    @Test
    void apply_takesEveryStep_andTellsWhatIsLost() {
        Migration migration = MigrationFile.read("m.json", FILE);
        migration.requireSuits(OLDER, NEWER);
        Migration.Outcome outcome =
                migration.apply(record("name", "甲乙", "pieces", "7", "grossKg", "1.25", "grade", "b", "serial", "AB1"));
        assertThat(outcome.items())
                .isEqualTo(record("name", "甲乙", "count", "7", "grossG", "1250", "grade", "c", "active", "false"));
        assertThat(outcome.losses())
                .extracting(l -> l.item() + " " + l.given() + " " + l.reason().en())
                .containsExactly("serial AB1 dropped: no longer kept");
        assertThat(migration.apply(record("name", "甲乙", "grossKg", "2")).isLossless())
                .isTrue();
    }

    @Test
    void apply_mergedCodesRoundedFiguresAndOccupiedNames_areTold() {
        MigrationStep merge = new MigrationStep.MapCodes("grade", Map.of("a", "c", "b", "c"));
        MigrationStep round = new MigrationStep.Convert("massKg", "kg", "[lb_av]");
        MigrationStep rename = new MigrationStep.Rename("pieces", "name");
        Migration migration =
                new Migration(OLDER.reference(), NEWER.reference(), java.util.List.of(merge, round, rename));
        Migration.Outcome outcome = migration.apply(record("grade", "a", "massKg", "1", "name", "甲乙", "pieces", "7"));
        assertThat(outcome.items())
                .containsEntry("grade", "c")
                .containsEntry("name", "甲乙")
                .doesNotContainKey("pieces");
        assertThat(outcome.items().get("massKg")).startsWith("2.2046226218487");
        assertThat(outcome.losses()).extracting(Migration.Loss::item).contains("grade", "pieces");
        assertThat(migration.apply(record("massKg", "much")).losses())
                .extracting(Migration.Loss::given)
                .containsExactly("much");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"item\":\"pieces\",\"to\":\"count\" | \"item\":\"piece\",\"to\":\"count\" | no item 'piece'",
                "\"to\":\"count\" | \"to\":\"number\" | no item 'number'",
                "{\"b\":\"c\"} | {\"b\":\"a\"} | code 'a' of item 'grade' exists already",
                "everything@2.0.0 | everything@3.0.0 | leads from",
                "\"to\":\"g\" | \"to\":\"m\" | does not convert",
                "\"do\":\"drop\" | \"do\":\"forget\" | none of rename",
                "\"reasonEn\" | \"reason\" | reason",
            })
    void badMigration_isRefusedWithItsReason(String right, String wrong, String reason) {
        assertThatThrownBy(() ->
                        MigrationFile.read("m.json", FILE.replace(right, wrong)).requireSuits(OLDER, NEWER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void preview_countsReasonsAndKeepsExamples() {
        RecordValidator validator = new RecordValidator(EveryType.CATALOG);
        MigrationPreview bare =
                new MigrationPreview(validator, NEWER, Migration.unchanged(OLDER.reference(), NEWER.reference()));
        MigrationPreview stated = new MigrationPreview(validator, NEWER, MigrationFile.read("m.json", FILE));
        for (int i = 0; i < 100; i++) {
            Map<String, String> items =
                    record("name", "甲乙", "massKg", "1", "pieces", String.valueOf(i), "serial", "AB" + i);
            assertThat(bare.accept("x/" + i, items)).isFalse();
            assertThat(stated.accept("x/" + i, items)).isEqualTo(i <= 10);
        }
        MigrationPreview.Summary before = bare.summary();
        assertThat(before.records()).isEqualTo(100);
        assertThat(before.breaking()).isEqualTo(100);
        assertThat(before.reasons())
                .extracting(r -> r.item() + " " + r.rule() + " " + r.records())
                .containsExactly("pieces unknownItem 100");
        MigrationPreview.Summary after = stated.summary();
        assertThat(after.breaking()).isEqualTo(89);
        assertThat(after.losing()).isEqualTo(100);
        assertThat(after.losses()).containsExactly(Map.entry("serial", 100L));
        assertThat(after.reasons().get(0).examples()).hasSize(MigrationPreview.MAX_EXAMPLES);
        assertThat(after.reasons().get(0).examples().get(0).subject()).isEqualTo("x/11");
    }
}
