// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

class RecordMapperTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordMapper MAPPER = new RecordMapper(CATALOG);
    private static final AdminRecord ADMIN = PrefixAdministrator.of("88.118.1");
    private static final HandleName NAME = HandleName.parse("88.118.1/ENTERPRISE");

    @Test
    void toRecord_layout() {
        MetadataTemplate enterprise = CATALOG.get("enterprise");
        HandleRecord record = MAPPER.toRecord(
                NAME, enterprise, Map.of("orgName", "示范水泥", "contactName", "张三"), ADMIN, 1_767_225_600L);
        assertThat(record.values()).extracting(HandleValue::index).containsExactly(100, 1000, 1001, 2001, 2019);
        assertThat(record.findByIndex(1000))
                .get()
                .extracting(HandleValue::dataAsText)
                .isEqualTo("88.118/TEMPLATE.ENTERPRISE");
        assertThat(record.findByIndex(1001))
                .get()
                .extracting(HandleValue::dataAsText)
                .isEqualTo(enterprise.version().toString());
        assertThat(record.findByType("orgName"))
                .get()
                .extracting(HandleValue::dataAsText)
                .isEqualTo("示范水泥");
        assertThat(record.findByType("contactName"))
                .get()
                .extracting(HandleValue::permissions)
                .isEqualTo(ValuePermissions.PRIVATE);
        byte[] admin = record.findByIndex(100).orElseThrow().data();
        assertThat(admin).hasSize(2 + 4 + "0.NA/88.118.1".length() + 4).startsWith(0x07, 0xF3, 0, 0, 0, 13, '0', '.');
    }

    @Test
    void toRecord_registeredTypeAndShortTtl_ofALabel() {
        MetadataTemplate label = CATALOG.get("label");
        HandleRecord record = MAPPER.toRecord(NAME, label, Map.of("pageUrl", "HTTP://127.0.0.1/C/X"), ADMIN, 0);
        HandleValue url = record.findByType("URL").orElseThrow();
        assertThat(url.index()).isEqualTo(2017);
        assertThat(url.ttl().seconds()).isEqualTo(300);
        assertThat(MAPPER.read(record).orElseThrow().items()).containsEntry("pageUrl", "HTTP://127.0.0.1/C/X");
    }

    @Test
    void toRecord_itemOutsideTheTemplate_isRefused() {
        assertThatThrownBy(() -> MAPPER.toRecord(NAME, CATALOG.get("device"), Map.of("colour", "red"), ADMIN, 0))
                .hasMessageContaining("colour");
    }

    @Test
    void read_keepsForeignValuesApart_andHidesOwnerItems() {
        HandleRecord made = MAPPER.toRecord(
                NAME,
                CATALOG.get("enterprise"),
                Map.of("orgName", "甲", "contactName", "乙", "demonstration", "true"),
                ADMIN,
                7);
        List<HandleValue> values = new java.util.ArrayList<>(made.values());
        values.add(HandleValue.text(1, "EMAIL", "a@example.com", 7));
        TemplatedRecord read = MAPPER.read(new HandleRecord(NAME, values)).orElseThrow();
        assertThat(read.items()).containsOnlyKeys("orgName", "contactName", "demonstration");
        assertThat(read.publicItems()).containsOnlyKeys("orgName", "demonstration");
        assertThat(read.otherValues()).extracting(HandleValue::index).containsExactly(1, 100);
        assertThat(read.isDemonstration()).isTrue();
    }

    @Test
    void read_recordWithoutKnownTemplate_isEmpty() {
        assertThat(MAPPER.read(new HandleRecord(NAME, List.of(HandleValue.text(1, "URL", "x", 0)))))
                .isEmpty();
        for (String version : List.of("7.0.0", "seven")) {
            HandleRecord odd = new HandleRecord(
                    NAME,
                    List.of(
                            HandleValue.text(1000, "TEMPLATE_ID", "88.118/TEMPLATE.DEVICE", 0),
                            HandleValue.text(1001, "TEMPLATE", version, 0)));
            assertThat(MAPPER.read(odd)).as(version).isEmpty();
        }
    }

    @Test
    void templateRecord_resolvesToItsSchema() {
        HandleRecord record = TemplateRecord.of(CATALOG.versions("device"), ADMIN, 0);
        assertThat(record.name()).hasToString("88.118/TEMPLATE.DEVICE");
        assertThat(record.findByType("TEMPLATE_VERSION"))
                .get()
                .extracting(HandleValue::dataAsText)
                .isEqualTo(CATALOG.get("device").version().toString());
        assertThat(record.findByIndex(2100).orElseThrow().dataAsText())
                .contains("ratedPowerKw")
                .contains("2020-12");
    }
}
