// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.template.load.InvalidTemplateException;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.load.TemplateText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.model.TemplateVersion;
import org.tanma.template.validate.EveryType;

/** A template resolves, and what resolves is the whole template. */
class TemplateRecordTest {
    private static final AdminRecord ADMIN = PrefixAdministrator.of("88.118");

    @Test
    void everyTemplate_isReadBackFromItsRecord() {
        for (TemplateCatalog catalog : List.of(TemplateCatalog.load(), EveryType.CATALOG)) {
            for (MetadataTemplate newest : catalog.newest()) {
                List<MetadataTemplate> versions = catalog.versions(newest.name());
                HandleRecord record = TemplateRecord.of(versions, ADMIN, 7);
                assertThat(TemplateRecord.read(record)).isEqualTo(versions);
                assertThat(record.name()).isEqualTo(newest.handle());
            }
        }
    }

    @Test
    void extension_isReadBackWithoutItsParent() {
        TemplateCatalog catalog = TemplateCatalog.load();
        MetadataTemplate own = catalog.read("own", """
                {"name":"kilnOfMine","version":"1.0.0","handle":"88.118.1/TEMPLATE.KILN","titleZh":"窑","titleEn":"Kiln","tier":"enterprise",
                 "extends":"device@1.0.0","items":[{"code":"deviceKind","codes":[{"code":"kiln"}]},{"code":"ratedPowerKw","max":9.50}]}
                """);
        assertThat(own.handle()).hasToString("88.118.1/TEMPLATE.KILN");
        MetadataTemplate read = TemplateText.read(TemplateText.write(own));
        assertThat(read).isEqualTo(own);
        assertThat(read.parent()).hasValueSatisfying(p -> assertThat(p).hasToString("device@1.0.0"));
    }

    @Test
    void manyVersions_stayBelowOneMessage_andLoseOldSchemasFirst() {
        MetadataTemplate device = TemplateCatalog.load().get(TemplateReference.parse("device@1.0.0"));
        List<MetadataTemplate> versions = new ArrayList<>();
        String text = TemplateText.write(device);
        for (int i = 0; i < 55; i++) {
            versions.add(TemplateText.read(text.replace("\"version\":\"1.0.0\"", "\"version\":\"1." + i + ".0\"")));
        }
        HandleRecord record = TemplateRecord.of(versions, ADMIN, 0);
        int octets = record.values().stream().mapToInt(v -> v.data().length).sum();
        assertThat(octets).isLessThan(TemplateRecord.MAX_OCTETS);
        assertThat(TemplateRecord.read(record)).hasSize(55);
        assertThat(record.values())
                .extracting(HandleValue::index)
                .contains(TemplateRecord.FIRST_SCHEMA_INDEX + 54)
                .doesNotContain(TemplateRecord.FIRST_SCHEMA_INDEX);
        assertThat(versions.get(54).version()).isEqualTo(new TemplateVersion(1, 54, 0));
    }

    @Test
    void definitionThatIsNone_isRefused() {
        assertThatThrownBy(() -> TemplateText.read("{}")).isInstanceOf(InvalidTemplateException.class);
    }
}
