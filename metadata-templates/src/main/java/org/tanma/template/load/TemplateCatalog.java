// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanma.handle.model.HandleName;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.model.TemplateVersion;

/**
 * The templates a node works with: those shipped with this module, those of a directory laid out the same way, and those
 * published since.
 *
 * <p>Shape of a directory: {@code <name>/<semver>.json}, shared code lists in {@code codes/<list>.json} or {@code .csv}. A
 * version already known may not be given twice. Safe between threads: what is published is seen whole or not at all, and a
 * template never changes.
 */
public final class TemplateCatalog {
    /** Prefix of the demonstration node. */
    public static final String DEMONSTRATION_PREFIX = "88.118";

    private static final String ROOT = "/templates/";

    private final String nodePrefix;
    private volatile TemplateVersions versions;

    private TemplateCatalog(String nodePrefix, TemplateVersions versions) {
        this.nodePrefix = nodePrefix;
        this.versions = versions;
    }

    /** The shipped templates under the demonstration prefix. */
    public static TemplateCatalog load() {
        return load(DEMONSTRATION_PREFIX);
    }

    /** The shipped templates, their own handles lying under {@code nodePrefix}. */
    public static TemplateCatalog load(String nodePrefix) {
        return new TemplateCatalog(nodePrefix, TemplateVersions.of(shipped(nodePrefix)));
    }

    /** The shipped templates and those of {@code directory}; throws {@link InvalidTemplateException} on the first bad file. */
    public static TemplateCatalog load(String nodePrefix, Path directory) {
        List<MetadataTemplate> templates = new ArrayList<>(shipped(nodePrefix));
        TemplateReader reader = new TemplateReader(nodePrefix, file -> sharedList(directory, file));
        List<TemplateDraft> drafts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : files.filter(TemplateCatalog::isTemplate).sorted().toList()) {
                drafts.add(reader.parse(file.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        templates.addAll(Inheritance.resolve(reader, drafts, templates));
        return new TemplateCatalog(nodePrefix, TemplateVersions.of(templates));
    }

    private static List<MetadataTemplate> shipped(String nodePrefix) {
        TemplateReader reader = new TemplateReader(nodePrefix, file -> findResource("codes/" + file));
        List<TemplateDraft> drafts = resource("index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(file -> reader.parse(file, resource(file)))
                .toList();
        return Inheritance.resolve(reader, drafts, List.of());
    }

    private static boolean isTemplate(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().matches("\\d+\\.\\d+\\.\\d+\\.json");
    }

    private static Optional<String> sharedList(Path directory, String list) {
        Path file = directory.resolve("codes").resolve(list);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : findResource("codes/" + list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String file) {
        return findResource(file).orElseThrow(() -> new IllegalArgumentException("no shipped template file " + file));
    }

    static Optional<String> findResource(String file) {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream(ROOT + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the text of a template file that may extend templates of this catalog; publishes nothing.
     *
     * @param file its name, for messages
     * @throws InvalidTemplateException saying why it is no template, or how it loosens its parent
     */
    public MetadataTemplate read(String file, String json) {
        TemplateReader reader = new TemplateReader(nodePrefix, list -> findResource("codes/" + list));
        TemplateDraft draft = reader.parse(file, json);
        return reader.build(
                draft,
                draft.parent()
                        .map(name -> find(name.name(), name.version())
                                .orElseThrow(() -> new InvalidTemplateException(
                                        file, "it extends " + name + ", which there is not", null))));
    }

    /**
     * Adds a version; from now on it never changes. Durability is the caller's.
     *
     * @throws IllegalArgumentException when the version exists, its parent does not or is loosened by it, its handle is another
     *     template's, or its name goes with another handle in other versions
     */
    public synchronized void publish(MetadataTemplate template) {
        TemplateVersions before = versions;
        if (before.find(template.name(), template.version()).isPresent()) {
            throw new IllegalArgumentException("template " + template.reference() + " exists and never changes");
        }
        template.parent().ifPresent(name -> {
            MetadataTemplate parent = before.find(name.name(), name.version())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "template " + template.reference() + " extends " + name + ", which there is not"));
            List<String> reasons = TemplateReader.looseningsOf(template, parent);
            if (!reasons.isEmpty()) {
                throw new IllegalArgumentException(
                        "template " + template.reference() + " loosens " + name + ": " + String.join("; ", reasons));
            }
        });
        versions = before.with(template);
    }

    /** True when records of template {@code name} are records of {@code ancestor} too: it is that one, or extends it. */
    public boolean isA(String name, String ancestor) {
        return versions.isA(name, ancestor);
    }

    /** The newest version of each template. */
    public List<MetadataTemplate> newest() {
        return versions.newest();
    }

    /** Every version of every template. */
    public List<MetadataTemplate> all() {
        return versions.all();
    }

    /** All versions of one template, oldest first; empty when there is none. */
    public List<MetadataTemplate> versions(String name) {
        return versions.of(name);
    }

    /** The newest version of a template. */
    public Optional<MetadataTemplate> find(String name) {
        return versions.findNewest(name);
    }

    public Optional<MetadataTemplate> find(String name, TemplateVersion version) {
        return versions.find(name, version);
    }

    /** The template of a handle in one version, as a record names it. */
    public Optional<MetadataTemplate> find(HandleName handle, TemplateVersion version) {
        return versions.find(handle, version);
    }

    /** The newest version of a template that must exist; throws {@link IllegalArgumentException} naming the known ones. */
    public MetadataTemplate get(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("no template '" + name + "'; known: " + versions.names()));
    }

    /** One version of a template that must exist. */
    public MetadataTemplate get(TemplateReference reference) {
        return find(reference.name(), reference.version())
                .orElseThrow(() -> new IllegalArgumentException("no template " + reference));
    }
}
