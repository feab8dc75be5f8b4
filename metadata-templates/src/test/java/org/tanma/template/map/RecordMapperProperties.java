// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.validate.EveryType;

/** What is written as handle values is read back, whatever the items hold. */
class RecordMapperProperties {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordMapper MAPPER = new RecordMapper(CATALOG);

    record Sample(MetadataTemplate template, Map<String, String> items) {}

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(CATALOG.all()).flatMap(template -> {
            List<String> codes =
                    template.items().stream().map(TemplateItem::code).toList();
            Arbitrary<List<String>> chosen =
                    Arbitraries.of(codes).set().list().ofSize(1).map(sets -> List.copyOf(sets.get(0)));
            Arbitrary<List<String>> texts = Arbitraries.strings()
                    .excludeChars('\uD800')
                    .filter(s -> s.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                    .list()
                    .ofSize(codes.size());
            return Combinators.combine(chosen, texts).as((some, words) -> {
                Map<String, String> items = new HashMap<>();
                for (int i = 0; i < some.size(); i++) {
                    items.put(some.get(i), words.get(i));
                }
                return new Sample(template, items);
            });
        });
    }

    @Provide
    Arbitrary<Map<String, String>> everyType() {
        return EveryType.good();
    }

    @Property(tries = 300)
    void readGivesBackValuesOfEveryType(@ForAll("everyType") Map<String, String> items) {
        RecordMapper mapper = new RecordMapper(EveryType.CATALOG);
        HandleName name = HandleName.parse("20.500.12345/x");
        HandleRecord record =
                mapper.toRecord(name, EveryType.TEMPLATE, items, PrefixAdministrator.of("20.500.12345"), 1);
        assertThat(mapper.read(record).orElseThrow().items()).isEqualTo(items);
    }

    @Property(tries = 300)
    void readGivesBackWhatWasWritten(@ForAll("samples") Sample sample) {
        HandleName name = HandleName.parse("20.500.12345/x");
        HandleRecord record =
                MAPPER.toRecord(name, sample.template(), sample.items(), PrefixAdministrator.of("20.500.12345"), 1);
        TemplatedRecord read = MAPPER.read(record).orElseThrow();
        assertThat(read.template()).isEqualTo(sample.template());
        assertThat(new LinkedHashMap<>(read.items())).isEqualTo(sample.items());
        assertThat(read.handle()).isEqualTo(name);
    }
}
