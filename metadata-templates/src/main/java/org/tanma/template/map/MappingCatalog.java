// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shipped mappings, files {@code templates/mappings/<vocabulary>/<template>.json}. Strict: an unknown field stops the start.
 * Immutable and safe between threads.
 */
public final class MappingCatalog {
    private static final String ROOT = "/templates/mappings/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, Map<String, VocabularyMapping>> byVocabulary;

    private MappingCatalog(Map<String, Map<String, VocabularyMapping>> byVocabulary) {
        this.byVocabulary = byVocabulary;
    }

    /** Reads the mappings that ship with this module. */
    public static MappingCatalog load() {
        Map<String, Map<String, VocabularyMapping>> found = new LinkedHashMap<>();
        for (String file :
                resource("index.txt").lines().filter(l -> !l.isBlank()).toList()) {
            VocabularyMapping mapping = read(file, resource(file));
            if (found.computeIfAbsent(mapping.vocabulary(), v -> new LinkedHashMap<>())
                            .put(mapping.template(), mapping)
                    != null) {
                throw new IllegalStateException("mapping " + file + " is given twice");
            }
        }
        return new MappingCatalog(found);
    }

    /** Names of the vocabularies, in order. */
    public List<String> vocabularies() {
        return List.copyOf(new TreeSet<>(byVocabulary.keySet()));
    }

    /** Every mapping of a vocabulary. */
    public List<VocabularyMapping> of(String vocabulary) {
        return List.copyOf(byVocabulary.getOrDefault(vocabulary, Map.of()).values());
    }

    /** The mappings for a template and those it extends, its own first; empty when the vocabulary has nothing for it. */
    public List<VocabularyMapping> find(String vocabulary, MetadataTemplate template, TemplateCatalog templates) {
        Map<String, VocabularyMapping> mappings = byVocabulary.getOrDefault(vocabulary, Map.of());
        List<VocabularyMapping> found = new ArrayList<>();
        Optional<MetadataTemplate> at = Optional.of(template);
        while (at.isPresent()) {
            VocabularyMapping mapping = mappings.get(at.get().name());
            if (mapping != null) {
                found.add(mapping);
            }
            at = at.get().parent().flatMap(p -> templates.find(p.name(), p.version()));
        }
        return found;
    }

    static VocabularyMapping read(String file, String json) {
        try {
            MappingFile m = JSON.readValue(json, MappingFile.class);
            Map<String, BilingualText> leftOut = new LinkedHashMap<>();
            Objects.requireNonNullElse(m.leftOut(), List.<MappingFile.LeftOut>of())
                    .forEach(l -> leftOut.put(l.item(), new BilingualText(l.zh(), l.en())));
            return new VocabularyMapping(
                    m.vocabulary(),
                    m.edition(),
                    m.template(),
                    new BilingualText(m.titleZh(), m.titleEn()),
                    paths(m.constants()),
                    m.entries().stream().map(MappingCatalog::entry).toList(),
                    Objects.requireNonNullElse(m.needed(), List.<String>of()).stream()
                            .map(MappingPath::new)
                            .toList(),
                    Objects.requireNonNullElse(m.beyond(), List.of()),
                    leftOut);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("mapping " + file + ": " + e.getMessage(), e);
        }
    }

    private static MappingEntry entry(MappingFile.Entry e) {
        return new MappingEntry(
                e.from(),
                e.via(),
                new MappingPath(e.to()),
                e.as() == null ? MappedForm.TEXT : MappedForm.of(e.as()),
                e.ucum(),
                e.unitCode() == null ? null : new MappingPath(e.unitCode()),
                Objects.requireNonNullElse(e.prefix(), ""),
                Objects.requireNonNullElse(e.codes(), Map.of()),
                e.unless() == null ? null : new MappingPath(e.unless()),
                Objects.requireNonNullElse(e.ifAlso(), List.of()),
                paths(e.with()));
    }

    private static Map<MappingPath, JsonNode> paths(@Nullable Map<String, JsonNode> values) {
        Map<MappingPath, JsonNode> paths = new LinkedHashMap<>();
        if (values != null) {
            values.forEach((path, value) -> paths.put(new MappingPath(path), value));
        }
        return paths;
    }

    private static String resource(String file) {
        try (InputStream in = MappingCatalog.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("no shipped mapping " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
