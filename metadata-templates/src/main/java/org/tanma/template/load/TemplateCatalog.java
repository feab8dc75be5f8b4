// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tanma.handle.model.HandleName;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateVersion;

/**
 * The templates a node works with: those shipped with this module, and those of a directory laid out the same way.
 *
 * <p>Shape of a directory: {@code <name>/<semver>.json}, shared code lists in {@code codes/<list>.json}. A version already
 * known may not be given twice. Immutable and safe between threads.
 */
public final class TemplateCatalog {
    /** Prefix of the demonstration node. */
    public static final String DEMONSTRATION_PREFIX = "88.118";

    private static final String ROOT = "/templates/";

    private final Map<String, NavigableMap<TemplateVersion, MetadataTemplate>> byName;

    private TemplateCatalog(Map<String, NavigableMap<TemplateVersion, MetadataTemplate>> byName) {
        this.byName = byName;
    }

    /** The shipped templates under the demonstration prefix. */
    public static TemplateCatalog load() {
        return load(DEMONSTRATION_PREFIX);
    }

    /** The shipped templates, their own handles lying under {@code nodePrefix}. */
    public static TemplateCatalog load(String nodePrefix) {
        TemplateReader reader = new TemplateReader(nodePrefix, list -> resource("codes/" + list + ".json"));
        List<MetadataTemplate> templates = resource("index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(file -> reader.read(file, resource(file)))
                .toList();
        return of(templates);
    }

    /** The shipped templates and those of {@code directory}; throws {@link InvalidTemplateException} on the first bad file. */
    public static TemplateCatalog load(String nodePrefix, Path directory) {
        TemplateReader reader = new TemplateReader(nodePrefix, list -> sharedList(directory, list));
        List<MetadataTemplate> templates = new ArrayList<>(load(nodePrefix).all());
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : files.filter(TemplateCatalog::isTemplate).sorted().toList()) {
                templates.add(reader.read(file.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(templates);
    }

    private static boolean isTemplate(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().matches("\\d+\\.\\d+\\.\\d+\\.json");
    }

    private static String sharedList(Path directory, String list) {
        Path file = directory.resolve("codes").resolve(list + ".json");
        try {
            return Files.exists(file) ? Files.readString(file) : resource("codes/" + list + ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateCatalog of(Collection<MetadataTemplate> templates) {
        Map<String, NavigableMap<TemplateVersion, MetadataTemplate>> byName = new LinkedHashMap<>();
        for (MetadataTemplate template : templates) {
            if (byName.computeIfAbsent(template.name(), n -> new TreeMap<>()).put(template.version(), template)
                    != null) {
                throw new IllegalArgumentException("template " + template + " is given twice");
            }
        }
        return new TemplateCatalog(byName);
    }

    private static String resource(String file) {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no shipped template file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest version of each template. */
    public List<MetadataTemplate> newest() {
        return byName.values().stream().map(v -> v.lastEntry().getValue()).toList();
    }

    /** Every version of every template. */
    public List<MetadataTemplate> all() {
        return byName.values().stream().flatMap(v -> v.values().stream()).toList();
    }

    /** All versions of one template, oldest first; empty when there is none. */
    public List<MetadataTemplate> versions(String name) {
        NavigableMap<TemplateVersion, MetadataTemplate> versions = byName.get(name);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    /** The newest version of a template. */
    public Optional<MetadataTemplate> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(v -> v.lastEntry().getValue());
    }

    public Optional<MetadataTemplate> find(String name, TemplateVersion version) {
        return Optional.ofNullable(byName.get(name)).map(v -> v.get(version));
    }

    /** The template of a handle in one version, as a record names it. */
    public Optional<MetadataTemplate> find(HandleName handle, TemplateVersion version) {
        return all().stream()
                .filter(t -> t.handle().equals(handle) && t.version().equals(version))
                .findFirst();
    }

    /** The newest version of a template that must exist; throws {@link IllegalArgumentException} naming the known ones. */
    public MetadataTemplate get(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("no template '" + name + "'; known: " + byName.keySet()));
    }
}
