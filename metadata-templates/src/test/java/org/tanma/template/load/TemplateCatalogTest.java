// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateVersion;

class TemplateCatalogTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final String ITEM =
            "{'code':'a','nameZh':'甲','nameEn':'A','index':2001,'type':'text','required':true,'visibility':'public','since':'1.0.0'}";

    @Test
    void load_shipsPublicAndIndustryTemplates() {
        assertThat(CATALOG.newest())
                .extracting(MetadataTemplate::name)
                .startsWith("enterprise", "site", "device", "terminal", "product", "batch", "evaluation", "label")
                .contains("cement-product", "flat-glass-device", "steel-site", "aluminium-device")
                .hasSize(23);
        assertThat(CATALOG.get("device").handle()).hasToString("88.118/TEMPLATE.DEVICE");
        assertThat(CATALOG.find(CATALOG.get("device").handle(), TemplateVersion.parse("1.0.0")))
                .isPresent();
        assertThat(CATALOG.find("device", TemplateVersion.parse("9.0.0"))).isEmpty();
        assertThatThrownBy(() -> CATALOG.get("devise")).hasMessageContaining("device");
    }

    @Test
    void index_namesEveryTemplateFile_andEachHasItsSource() throws Exception {
        Path index = Path.of(Objects.requireNonNull(TemplateCatalog.class.getResource("/templates/index.txt"))
                .toURI());
        try (Stream<Path> files = Files.walk(index.getParent(), 2)) {
            List<String> found = files.filter(f -> f.getFileName().toString().matches("\\d.*\\.json"))
                    .map(f -> index.getParent().relativize(f).toString())
                    .toList();
            assertThat(Files.readAllLines(index)).containsExactlyInAnyOrderElementsOf(found);
            for (String file : found) {
                assertThat(index.resolveSibling(file).resolveSibling("SOURCE.yaml"))
                        .isNotEmptyFile();
            }
        }
    }

    @Test
    void references_pointAtKnownTemplates() {
        for (MetadataTemplate template : CATALOG.all()) {
            for (TemplateItem item : template.items()) {
                if (!item.referencedTemplate().isEmpty()) {
                    assertThat(CATALOG.find(item.referencedTemplate()))
                            .as(item.code())
                            .isPresent();
                }
            }
        }
    }

    @Test
    void load_directory_addsTemplatesAndVersions(@TempDir Path directory) throws Exception {
        write(directory, "odd/1.0.0.json", template("odd", "1.0.0", ITEM));
        write(directory, "odd/1.1.0.json", template("odd", "1.1.0", ITEM));
        TemplateCatalog catalog = TemplateCatalog.load("20.500.12345", directory);
        assertThat(catalog.versions("odd")).hasSize(2);
        assertThat(catalog.get("odd").version()).hasToString("1.1.0");
        assertThat(catalog.get("device").handle().prefix()).isEqualTo("20.500.12345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'index':2001 | 'index':1999 | below 2000",
                "'type':'text' | 'type':'colour' | unknown type colour",
                "'nameZh':'甲', | `` | 'nameZh' is missing",
                "'code':'a' | 'code':'A b' | lower camel case",
                "'required':true | 'required':true,'requird':1 | requird",
                "'required':true | 'required':true,'unit':'kW' | only a number has a unit",
                "'required':true | 'required':true,'pattern':'^x$' | no meaning in words",
                "'required':true | 'required':true,'minLength':5,'maxLength':4 | 5..4",
                "'since':'1.0.0' | 'since':'1.2.0' | newer than template",
                "'since':'1.0.0' | 'since':'1.0' | not of the form 1.0.0"
            })
    void load_badFile_isRefusedWithItsNameAndReason(String right, String wrong, String reason, @TempDir Path directory)
            throws Exception {
        write(directory, "odd/1.0.0.json", template("odd", "1.0.0", ITEM.replace(right, wrong)));
        assertThatThrownBy(() -> TemplateCatalog.load("20.500.12345", directory))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("odd")
                .hasMessageContaining(reason);
    }

    @Test
    void load_doubledIndexOrRuleOnUnknownItem_isRefused(@TempDir Path directory) throws Exception {
        String twin = ITEM.replace("'code':'a'", "'code':'b'").replace("甲", "乙").replace("'A'", "'B'");
        write(directory, "odd/1.0.0.json", template("odd", "1.0.0", ITEM + "," + twin));
        assertThatThrownBy(() -> TemplateCatalog.load("20.500.12345", directory))
                .hasMessageContaining("'2001' twice");
        write(
                directory,
                "odd/1.0.0.json",
                template("odd", "1.0.0", ITEM)
                        .replace("\"rules\":[]", "\"rules\":[{\"rule\":\"gtin\",\"items\":[\"z\"]}]"));
        assertThatThrownBy(() -> TemplateCatalog.load("20.500.12345", directory))
                .hasMessageContaining("unknown item 'z'");
    }

    private static String template(String name, String version, String items) {
        return ("{'name':'" + name + "','version':'" + version
                        + "','suffix':'TEMPLATE.ODD','titleZh':'奇','titleEn':'odd'," + "'tier':'enterprise','items':["
                        + items + "],'rules':[]}")
                .replace('\'', '"');
    }

    private static void write(Path directory, String file, String text) throws Exception {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
