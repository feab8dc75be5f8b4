// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists, groups and files are checked down to the last value, and each fault is told by its place. */
class NestedValuesTest {
    private static final RecordValidator VALIDATOR = new RecordValidator(EveryType.CATALOG);

    private static Map<String, String> with(String code, String text) {
        return new LinkedHashMap<>(Map.of("name", "甲乙", code, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "components | [{\"material\":\"a\",\"share\":\"x\"},{\"share\":\"0.5\"},{\"material\":\"c\",\"shore\":\"1\"}] | components[0].share number, components[1].material required, components[2].shore unknownItem",
                "components | [{\"material\":\"a\",\"share\":\"1.5\"}] | components[0].share range",
                "components | [{\"material\":\"a\",\"share\":\"0.5\"}] | components sumEquals",
                "components | [] | components list",
                "components | {\"a\":\"b\"} | components list",
                "components | ab | components list",
                "components | [{\"maker\":\"nobody\",\"material\":\"a\"}] | components[0].maker reference",
                "components | [{\"material\":1}] | components[0].material type",
                "tags | [\"a\", \"b\"] | tags canonical",
                "tags | [\"a\",\"b\",\"c\",\"d\"] | tags list",
                "tags | [\"a\",\"123456789\"] | tags[1] length",
                "place | {\"floor\":\"300\",\"city\":\"\"} | place.city empty",
                "place | {\"city\":\"x\",\"floor\":\"300\"} | place.floor range",
                "place | [] | place group",
                "manual | report.pdf | manual file",
                "former | x | former disabled",
            })
    void validate_namesThePlaceAndTheRule(String code, String text, String expected) {
        List<Violation> violations = VALIDATOR.validate(EveryType.TEMPLATE, with(code, text));
        assertThat(violations).extracting(v -> v.path() + " " + v.rule()).containsExactly(expected.split(", "));
        assertThat(violations).allSatisfy(v -> {
            assertThat(v.message(Locale.CHINESE)).endsWith("。").doesNotContain("{0}");
            assertThat(v.message(Locale.ENGLISH)).endsWith(".").doesNotContain("{0}");
        });
    }

    @Test
    void validate_nestedFaultReadsLikeASentence() {
        Violation violation = VALIDATOR
                .validate(EveryType.TEMPLATE, with("components", "[{\"material\":\"clay\",\"share\":\"4O%\"}]"))
                .get(0);
        assertThat(violation.message(Locale.CHINESE)).startsWith("组成第 1 项的占比 '4O%' 不是数字");
        assertThat(violation.message(Locale.ENGLISH)).startsWith("Share of Components no. 1 '4O%' is not a number");
    }

    @Test
    void validate_referencesWithinListsAreLookedUp() {
        ReferenceLookup none = handle -> Optional.empty();
        Map<String, String> items = with("components", "[{\"maker\":\"88.118.1/X\",\"material\":\"a\"}]");
        assertThat(VALIDATOR.validate(EveryType.TEMPLATE, items)).isEmpty();
        assertThat(VALIDATOR.validate(EveryType.TEMPLATE, items, none))
                .extracting(Violation::path)
                .containsExactly("components[0].maker");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "active=true | grade requiredWhen",
                "active=true;grade=a | ``",
                "massKg=5;grossKg=4.999 | massKg lessOrEqual",
                "massKg=5;grossKg=5.000 | ``",
                "massKg=5 | ``",
            })
    void rules_acrossItems(String items, String expected) {
        Map<String, String> record = with("serial", "AB1");
        for (String item : items.split(";")) {
            record.put(item.split("=")[0], item.split("=")[1]);
        }
        assertThat(VALIDATOR.validate(EveryType.TEMPLATE, record))
                .extracting(v -> v.path() + " " + v.rule())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void rules_thatDoNotSuitTheirItems_areRefused() {
        for (String rule : List.of(
                "{'rule':'sumEquals','items':['name','massKg']}",
                "{'rule':'lessOrEqual','items':['made','seen']}",
                "{'rule':'requiredWhen','items':['grade']}",
                "{'rule':'codeNests','items':['grade','region'],'values':['x']}")) {
            TemplateCatalog catalog = TemplateCatalog.load();
            MetadataTemplate template =
                    catalog.read("odd", """
                    {'name':'odd','version':'1.0.0','suffix':'TEMPLATE.ODD','titleZh':'奇','titleEn':'odd','tier':'enterprise',
                     'extends':'device@1.0.0','items':[
                      {'code':'name','nameZh':'甲','nameEn':'N','index':2100,'type':'text','required':false,'visibility':'public'},
                      {'code':'massKg','nameZh':'乙','nameEn':'M','index':2101,'type':'decimal','required':false,'visibility':'public'},
                      {'code':'made','nameZh':'丙','nameEn':'D','index':2102,'type':'date','required':false,'visibility':'public'},
                      {'code':'seen','nameZh':'丁','nameEn':'S','index':2103,'type':'instant','required':false,'visibility':'public'},
                      {'code':'grade','nameZh':'戊','nameEn':'G','index':2104,'type':'text','required':false,'visibility':'public'},
                      {'code':'region','nameZh':'己','nameEn':'R','index':2105,'type':'text','required':false,'visibility':'public'}],
                     'rules':[#]}
                    """.replace("[#]", "[" + rule + "]").replace('\'', '"'));
            assertThatThrownBy(() -> new RecordValidator(catalog).requireUsable(template))
                    .hasMessageContaining("rule ");
        }
    }

    @Test
    void canonicalText_followsRfc8785() {
        assertThat(ItemText.canonical("{ \"b\" : [1, 2.50, true], \"a\\u20ac\" : \"\\u0001/\\\"\\u00e9\" }"))
                .isEqualTo("{\"a€\":\"\\u0001/\\\"é\",\"b\":[\"1\",\"2.50\",\"true\"]}");
        JsonNode number = JsonMapper.shared().readTree("12");
        assertThat(ItemText.of(number)).isEqualTo("12");
        assertThat(ItemText.canonical("[1e999999999]")).isEqualTo("[\"1E+999999999\"]");
        assertThatThrownBy(() -> ItemText.canonical("[\"a\"")).isInstanceOf(IllegalArgumentException.class);
    }
}
