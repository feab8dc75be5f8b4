// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import tools.jackson.databind.json.JsonMapper;

class RecordValidatorTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordValidator VALIDATOR = new RecordValidator(CATALOG);
    private static final MetadataTemplate DEVICE = CATALOG.get("device");

    private static Map<String, String> kiln() {
        return new LinkedHashMap<>(
                Map.of("deviceName", "2 号回转窑", "deviceKind", "kiln", "enterprise", "88.118.1/ENTERPRISE"));
    }

    @Test
    void validate_reportsEverythingAtOnce_inTheTemplatesOrder() {
        Map<String, String> items = kiln();
        items.remove("deviceName");
        items.put("commissionedDate", "yesterday");
        items.put("ratedPowerKw", "-1");
        items.put("colour", "red");
        assertThat(VALIDATOR.validate(DEVICE, items))
                .extracting(Violation::path)
                .containsExactly("deviceName", "ratedPowerKw", "commissionedDate", "colour");
    }

    @Test
    void validate_bounds_areInclusive() {
        Map<String, String> items = kiln();
        for (String ok : List.of("0", "10000000", "0.000")) {
            items.put("ratedPowerKw", ok);
            assertThat(VALIDATOR.validate(DEVICE, items)).as(ok).isEmpty();
        }
        for (String bad : List.of("-0.001", "10000000.001")) {
            items.put("ratedPowerKw", bad);
            assertThat(VALIDATOR.validate(DEVICE, items))
                    .extracting(Violation::rule)
                    .as(bad)
                    .containsExactly("range");
        }
    }

    @Test
    void validate_length_countsCharactersNotOctets() {
        Map<String, String> items = kiln();
        items.put("deviceName", "窑".repeat(127) + "𠮷");
        assertThat(VALIDATOR.validate(DEVICE, items)).isEmpty();
        items.put("deviceName", "窑".repeat(129));
        assertThat(VALIDATOR.validate(DEVICE, items))
                .extracting(Violation::rule)
                .containsExactly("length");
    }

    @Test
    void validate_references_mustBeRegisteredAndOfTheRightKind() {
        ReferenceLookup lookup = handle -> switch (handle.toString()) {
            case "88.118.1/ENTERPRISE" -> Optional.of("enterprise");
            case "88.118.1/KILN-1" -> Optional.of("device");
            case "88.118.1/BARE" -> Optional.of("");
            default -> Optional.empty();
        };
        Map<String, String> items = kiln();
        assertThat(VALIDATOR.validate(DEVICE, items, lookup)).isEmpty();
        items.put("enterprise", "88.118.1/KILN-1");
        assertThat(VALIDATOR.validate(DEVICE, items, lookup).get(0).problem().zh())
                .isEqualTo("是设备，不是企业");
        items.put("enterprise", "88.118.1/BARE");
        assertThat(VALIDATOR.validate(DEVICE, items, lookup).get(0).problem().zh())
                .isEqualTo("是无模板的记录，不是企业");
        items.put("enterprise", "88.118.9/NOBODY");
        assertThat(VALIDATOR.validate(DEVICE, items, lookup).get(0).problem().zh())
                .isEqualTo("没有登记");
        items.put("enterprise", "88.118.1/\u0007");
        assertThat(VALIDATOR.validate(DEVICE, items, lookup).get(0).rule()).isEqualTo("reference");
    }

    @Test
    void validate_creditCodeRule_holdsForCreditCodesOnly() {
        MetadataTemplate enterprise = CATALOG.get("enterprise");
        Map<String, String> items = new LinkedHashMap<>(Map.of("orgCrtType", "2", "orgCrtCode", "REG-17"));
        assertThat(VALIDATOR.validate(enterprise, items))
                .extracting(Violation::path)
                .doesNotContain("orgCrtCode");
        items.put("orgCrtType", "1");
        assertThat(VALIDATOR.validate(enterprise, items))
                .extracting(Violation::path)
                .contains("orgCrtCode");
        items.put("orgCrtCode", "91350100m000100y43");
        assertThat(VALIDATOR.validate(enterprise, items))
                .filteredOn(v -> v.rule().equals("creditCode"))
                .extracting(v -> v.hint().zh())
                .containsExactly("是否为 91350100M000100Y43？");
    }

    @Test
    void schema_isValid2020_12AndNamesEveryItem() {
        var schema = TemplateSchema.of(DEVICE);
        assertThat(schema.get("$schema").asString()).contains("2020-12");
        assertThat(schema.get("properties").size()).isEqualTo(DEVICE.items().size());
        assertThat(JsonMapper.shared().readTree(schema.toString())).isEqualTo(schema);
    }

    @Test
    void create_templateWithUnknownRule_isRefused(@TempDir Path directory) throws Exception {
        Path file = Files.createDirectories(directory.resolve("odd")).resolve("1.0.0.json");
        Files.writeString(file, """
                {"name":"odd","version":"1.0.0","suffix":"TEMPLATE.ODD","titleZh":"奇","titleEn":"odd","tier":"enterprise",
                 "items":[{"code":"a","nameZh":"甲","nameEn":"A","index":2001,"type":"text","required":true,
                           "visibility":"public","since":"1.0.0"}],
                 "rules":[{"rule":"phase-of-moon","items":["a"]}]}
                """);
        TemplateCatalog catalog = TemplateCatalog.load("20.500.12345", directory);
        assertThatThrownBy(() -> new RecordValidator(catalog))
                .hasMessageContaining("phase-of-moon")
                .hasMessageContaining("creditCode");
    }
}
