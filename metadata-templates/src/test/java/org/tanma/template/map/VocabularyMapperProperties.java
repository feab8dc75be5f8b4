// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tanma.handle.model.HandleName;
import org.tanma.template.code.UnitCodes;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.json.JsonMapper;

/** Whatever part of a valid record is shown, every item of it is in the document or said to be left out. */
class VocabularyMapperProperties {
    private static final TemplateCatalog TEMPLATES = TemplateCatalog.load();
    private static final MappingCatalog MAPPINGS = MappingCatalog.load();
    private static final VocabularyMapper MAPPER = new VocabularyMapper(MAPPINGS, TEMPLATES);
    private static final RecordLookup NOTHING = handle -> Optional.empty();

    /** A valid example, some of its items withheld, and a vocabulary. */
    record Sample(TemplatedRecord record, String vocabulary) {}

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<TemplatedRecord> records = Arbitraries.of(examples())
                .flatMap(record -> Arbitraries.of(new ArrayList<>(record.items().keySet()))
                        .set()
                        .map(withheld -> without(record, withheld)));
        return records.flatMap(r -> Arbitraries.of(MAPPINGS.vocabularies()).map(v -> new Sample(r, v)));
    }

    private static TemplatedRecord without(TemplatedRecord record, Set<String> withheld) {
        Map<String, String> items = new LinkedHashMap<>(record.items());
        items.keySet().removeAll(withheld);
        return new TemplatedRecord(record.handle(), record.template(), items, List.of());
    }

    private static List<TemplatedRecord> examples() {
        try {
            Path root = Path.of(Objects.requireNonNull(TemplateCatalog.class.getResource("/templates/index.txt"))
                            .toURI())
                    .getParent();
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(f -> f.getParent().endsWith("examples/valid"))
                        .sorted()
                        .map(VocabularyMapperProperties::example)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TemplatedRecord example(Path file) {
        MetadataTemplate template = TEMPLATES.get(
                file.getParent().getParent().getParent().getFileName().toString());
        Map<String, String> items = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(file.toFile())
                .get("items")
                .properties()
                .forEach(e -> items.put(e.getKey(), e.getValue().asString()));
        return new TemplatedRecord(HandleName.parse("88.118.1/EXAMPLE"), template, items, List.of());
    }

    @Property
    void everyItem_isCarriedOverOrLeftOut(@ForAll("samples") Sample sample) {
        Optional<MappedRecord> mapped = MAPPER.map(sample.record(), sample.vocabulary(), NOTHING);
        assertThat(mapped.isPresent())
                .isEqualTo(!MAPPINGS.find(sample.vocabulary(), sample.record().template(), TEMPLATES)
                        .isEmpty());
        mapped.ifPresent(m -> {
            Set<String> leftOut = new HashSet<>();
            m.leftOut().forEach(l -> {
                leftOut.add(l.item());
                assertThat(l.reason().zh()).isNotBlank();
                assertThat(l.reason().en()).isNotBlank();
            });
            Set<String> withheld = new HashSet<>();
            sample.record().template().items().forEach(i -> withheld.add(i.code()));
            withheld.removeAll(sample.record().items().keySet());
            assertThat(leftOut).isSubsetOf(sample.record().items().keySet()).doesNotContainAnyElementsOf(withheld);
            String text = m.document().toString();
            sample.record().items().forEach((code, value) -> {
                boolean isPlain =
                        sample.record().template().findItem(code).orElseThrow().type()
                                == org.tanma.template.model.ItemType.TEXT;
                if (isPlain && !leftOut.contains(code)) {
                    assertThat(text)
                            .as(code)
                            .contains(JsonMapper.shared()
                                    .writeValueAsString(value)
                                    .replace("\"", ""));
                }
            });
        });
    }

    @Property(tries = 1)
    void everyLineOfAMapping_namesItemsOfItsTemplate_andUnitsThatConvert() {
        for (String vocabulary : MAPPINGS.vocabularies()) {
            for (VocabularyMapping mapping : MAPPINGS.of(vocabulary)) {
                MetadataTemplate template = TEMPLATES.get(mapping.template());
                mapping.leftOut()
                        .keySet()
                        .forEach(code ->
                                assertThat(template.findItem(code)).as(code).isPresent());
                for (MappingEntry entry : mapping.entries()) {
                    entry.usedItem()
                            .ifPresent(code -> assertThat(template.findItem(code))
                                    .as(mapping.vocabulary() + "/" + mapping.template() + " " + code)
                                    .isPresent());
                    MetadataTemplate source = entry.via() == null
                            ? template
                            : TEMPLATES.get(
                                    template.findItem(entry.via()).orElseThrow().referencedTemplate());
                    if (!entry.from().equals(MappingEntry.HANDLE)) {
                        TemplateItem item = source.findItem(entry.from()).orElseThrow(() -> new AssertionError(entry));
                        assertThat(entry.codes().keySet())
                                .as(entry.toString())
                                .allMatch(code -> item.codes().find(code).isPresent());
                        if (entry.ucum() != null) {
                            assertThat(UnitCodes.ucum().factor(item.ucum(), entry.ucum()))
                                    .as(entry.toString())
                                    .isPresent();
                        }
                    }
                }
            }
        }
    }
}
