// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.text.ValueText;
import org.tanma.standalone.phrase.Phrases;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.validate.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the commands on templates share: where templates come from, language, help, JSON, and a sentence for what can go wrong. */
@Command(sortOptions = false)
abstract class TemplateVerb implements Callable<Integer> {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    private final Phrases phrases;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--templates", paramLabel = "DIR", descriptionKey = "option.templates")
    private @Nullable Path directory;

    @Option(names = "--prefix", paramLabel = "PREFIX", descriptionKey = "option.prefix")
    private String prefix = TemplateCatalog.DEMONSTRATION_PREFIX;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean isHelpWanted;

    TemplateVerb(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Does it; an exit code. */
    abstract int run(TemplateCatalog catalog) throws IOException, UnreadableFileException;

    @Override
    public final Integer call() {
        try {
            if (language != null && !language.equals("zh") && !language.equals("en")) {
                return misused("lang.unknown", language);
            }
            return run(catalog());
        } catch (UnreadableFileException e) {
            return misused(e.key(), e.parts());
        } catch (NoSuchFileException e) {
            return misused("file.missing", String.valueOf(e.getFile()));
        } catch (AccessDeniedException e) {
            return misused("file.denied", String.valueOf(e.getFile()));
        } catch (MalformedInputException e) {
            return misused("file.utf8");
        } catch (IOException | UncheckedIOException e) {
            return misused("file.broken", String.valueOf(e.getMessage()));
        } finally {
            out().flush();
        }
    }

    private TemplateCatalog catalog() throws UnreadableFileException, NoSuchFileException {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        try {
            return directory == null ? TemplateCatalog.load(prefix) : TemplateCatalog.load(prefix, directory);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("template.bad", String.valueOf(e.getMessage()));
        }
    }

    /** The template of a file, of a {@code name@version}, or the newest of a name. */
    final MetadataTemplate template(TemplateCatalog catalog, String given) throws IOException, UnreadableFileException {
        try {
            Path file = Path.of(given);
            if (given.endsWith(".json") || Files.isRegularFile(file)) {
                return catalog.read(given, Files.readString(file));
            }
            return given.contains("@") ? catalog.get(TemplateReference.parse(given)) : named(catalog, given);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("template.bad", String.valueOf(e.getMessage()));
        }
    }

    private static MetadataTemplate named(TemplateCatalog catalog, String name) throws UnreadableFileException {
        var known = catalog.newest().stream().map(MetadataTemplate::name).toList();
        var near = NearestName.find(name, known);
        return catalog.find(name)
                .orElseThrow(() -> new UnreadableFileException(
                        near.isPresent() ? "template.near" : "template.unknown",
                        name,
                        near.orElse(String.join(", ", known))));
    }

    final int misused(String key, Object... parts) {
        err(text(key, parts));
        return MISUSED;
    }

    final String text(String key, Object... parts) {
        return phrases.text(key, parts);
    }

    final Locale locale() {
        return phrases.isChinese() ? Locale.CHINESE : Locale.ENGLISH;
    }

    final String word(BilingualText words) {
        return words.in(locale());
    }

    final boolean isJson() {
        return isJson;
    }

    /** One line of result, control characters as escapes. */
    final void line(String text) {
        out().println(ValueText.escape(text));
    }

    final void json(JsonNode node) {
        out().println(node);
    }

    final void err(String text) {
        spec().commandLine().getErr().println(ValueText.escape(text));
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it before the command runs");
    }
}
