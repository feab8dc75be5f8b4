// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.model.Visibility;

/** Templates narrow and add, and never loosen, whatever order their files come in. */
class InheritanceTest {
    private static final String PARENT = """
            {'name':'machine','version':'1.1.0','suffix':'TEMPLATE.MACHINE','titleZh':'机器','titleEn':'Machine','tier':'public',
             'industry':['C','30'],
             'items':[
              {'code':'mass','nameZh':'质量','nameEn':'Mass','index':2001,'type':'decimal','required':false,'min':0,'max':100,
               'unit':'kg','ucum':'kg','visibility':'public','since':'1.0.0'},
              {'code':'kind','nameZh':'种类','nameEn':'Kind','index':2002,'type':'codeList','required':false,'visibility':'partner',
               'since':'1.0.0','codes':[{'code':'a','zh':'甲','en':'A'},{'code':'b','zh':'乙','en':'B'}]},
              {'code':'serial','nameZh':'编号','nameEn':'Serial','index':2003,'type':'text','required':true,'maxLength':20,
               'pattern':'^[A-Z]+$','patternZh':'大写字母','patternEn':'capital letters','visibility':'public','since':'1.0.0'},
              {'code':'parts','nameZh':'部件','nameEn':'Parts','index':2004,'type':'list','required':false,'visibility':'public',
               'since':'1.1.0','maxItems':10,'element':{'type':'group','items':[
                 {'code':'name','nameZh':'名称','nameEn':'Part name','type':'text','required':true,'maxLength':40},
                 {'code':'share','nameZh':'占比','nameEn':'Share','type':'decimal','min':0,'max':1}]}}],
             'rules':[{'rule':'gtin','items':['serial']}]}
            """;
    private static final String CHILD = """
            {'name':'kilnMachine','version':'1.0.0','suffix':'TEMPLATE.KILN','titleZh':'窑','titleEn':'Kiln machine','tier':'industry',
             'extends':'machine@1.1.0','industry':['C','30','301'],
             'items':[#,{'code':'own','nameZh':'自有','nameEn':'Own','index':2100,'type':'file','required':false,
                       'visibility':'owner','indexed':true,'semantic':'https://schema.org/image'}]}
            """;

    private static TemplateCatalog load(Path directory, String narrowing) throws Exception {
        write(directory, "machine/1.1.0.json", PARENT);
        write(directory, "a-kiln/1.0.0.json", CHILD.replace("#,", narrowing.isEmpty() ? "" : narrowing + ","));
        return TemplateCatalog.load("20.500.12345", directory);
    }

    private static void write(Path directory, String file, String text) throws Exception {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace('\'', '"'));
    }

    @Test
    void load_childBeforeParent_inheritsItemsRulesAndOrder(@TempDir Path directory) throws Exception {
        MetadataTemplate kiln = load(directory, "{'code':'mass','required':true,'max':50,'visibility':'owner'}")
                .get("kilnMachine");
        assertThat(kiln.parent()).contains(TemplateReference.parse("machine@1.1.0"));
        assertThat(kiln.items())
                .extracting(TemplateItem::code)
                .containsExactly("mass", "kind", "serial", "parts", "own");
        TemplateItem mass = kiln.findItem("mass").orElseThrow();
        assertThat(mass.required()).isTrue();
        assertThat(mass.limits().findMin())
                .hasValueSatisfying(v -> assertThat(v).isZero());
        assertThat(mass.limits().findMax())
                .hasValueSatisfying(v -> assertThat(v).isEqualTo("50"));
        assertThat(mass.visibility()).isEqualTo(Visibility.OWNER);
        assertThat(mass.ucum()).isEqualTo("kg");
        assertThat(kiln.rules()).hasSize(1);
        assertThat(kiln.findItem("own").orElseThrow().type()).isEqualTo(ItemType.FILE);
    }

    @Test
    void load_narrowsPartsOfListsToo(@TempDir Path directory) throws Exception {
        MetadataTemplate kiln = load(
                        directory,
                        "{'code':'parts','maxItems':3,'element':{'items':[{'code':'share','max':0.5},"
                                + "{'code':'more','nameZh':'更多','nameEn':'More','type':'text'}]}}")
                .get("kilnMachine");
        TemplateItem element =
                kiln.findItem("parts").orElseThrow().parts().items().get(0);
        assertThat(element.parts().items()).extracting(TemplateItem::code).containsExactly("name", "share", "more");
        assertThat(element.parts().find("share").orElseThrow().limits().findMax())
                .hasValueSatisfying(v -> assertThat(v).isEqualTo("0.5"));
        assertThat(element.name().zh()).isEqualTo("部件");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'code':'mass','max':101} | mass max: '100'",
                "{'code':'mass','min':-1} | mass min: '0'",
                "{'code':'mass','unit':'t'} | mass unit",
                "{'code':'mass','ucum':'t'} | mass ucum",
                "{'code':'mass','type':'integer'} | mass type",
                "{'code':'mass','index':2050} | mass index",
                "{'code':'kind','visibility':'public'} | kind visibility",
                "{'code':'kind','codes':[{'code':'a'},{'code':'c','zh':'丙','en':'C'}]} | kind codes",
                "{'code':'serial','required':false} | serial required",
                "{'code':'serial','maxLength':21} | serial max_length",
                "{'code':'serial','pattern':'^[a-z]+$'} | serial pattern",
                "{'code':'parts','maxItems':11} | parts max_items",
                "{'code':'parts','element':{'items':[{'code':'share','max':2}]}} | parts[].share max",
                "{'code':'mass','ucum':'kilo'} | no UCUM code",
                "{'code':'new','nameZh':'新','nameEn':'New','type':'text','required':false,'visibility':'public'} | 'index' is missing",
            })
    void load_looserChild_isRefusedByName(String narrowing, String reason, @TempDir Path directory) {
        assertThatThrownBy(() -> load(directory, narrowing))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("a-kiln")
                .hasMessageContaining(reason);
    }

    @Test
    void load_circlesAndMissingParents_areRefusedByName(@TempDir Path directory) throws Exception {
        write(directory, "machine/1.1.0.json", PARENT.replace("'tier'", "'extends':'kilnMachine@1.0.0','tier'"));
        write(directory, "a-kiln/1.0.0.json", CHILD.replace("#,", ""));
        assertThatThrownBy(() -> TemplateCatalog.load("20.500.12345", directory))
                .hasMessageContaining("circle")
                .hasMessageContaining("kilnMachine@1.0.0 → machine@1.1.0");
        Files.delete(directory.resolve("machine/1.1.0.json"));
        assertThatThrownBy(() -> TemplateCatalog.load("20.500.12345", directory))
                .hasMessageContaining("extends machine@1.1.0, which there is not");
    }

    @Test
    void publish_isImmutableAndHeldToTheParent(@TempDir Path directory) throws Exception {
        TemplateCatalog catalog = load(directory, "");
        MetadataTemplate next = catalog.read(
                "next",
                CHILD.replace("#,", "")
                        .replace("'version':'1.0.0'", "'version':'1.1.0'")
                        .replace('\'', '"'));
        catalog.publish(next);
        assertThat(catalog.get("kilnMachine").version()).hasToString("1.1.0");
        assertThat(catalog.isA("kilnMachine", "machine")).isTrue();
        assertThat(catalog.isA("machine", "kilnMachine")).isFalse();
        assertThatThrownBy(() -> catalog.publish(next)).hasMessageContaining("never changes");
        assertThat(List.of(catalog.find(next.handle(), next.version()).orElseThrow()))
                .containsExactly(next);
    }
}
