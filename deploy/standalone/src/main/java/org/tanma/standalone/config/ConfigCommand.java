// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tanma config}: shows every knob, checks a file, prints a complete one. */
@Command(name = "config", sortOptions = false)
public final class ConfigCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final Phrases phrases;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "option.file")
    private @Nullable Path file;

    @Option(names = "--template", descriptionKey = "option.template")
    private boolean isTemplate;

    @Option(names = "--markdown", descriptionKey = "option.markdown")
    private boolean isMarkdown;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean isHelpWanted;

    private ConfigCommand(Phrases phrases, Map<String, String> environment) {
        this.phrases = phrases;
        this.environment = environment;
    }

    /** The phrases of this package, in the language that the arguments or the environment ask for. */
    public static Phrases phrases(String[] arguments, Map<String, String> environment) {
        return Phrases.choose(ConfigCommand.class.getPackageName(), arguments, environment);
    }

    /** Adds the command to a root command. */
    public static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        Phrases phrases = phrases(arguments, environment);
        CommandLine line = new CommandLine(new ConfigCommand(phrases, environment));
        line.setResourceBundle(phrases.bundle());
        line.getCommandSpec().usageMessage().description(phrases.text("description"));
        line.getCommandSpec().usageMessage().footer("", phrases.text("exits"));
        root.addSubcommand("config", line);
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (Stream.of(isTemplate, isMarkdown, isJson).filter(one -> one).count() > 1) {
            line.getErr().println("tanma: " + phrases.text("oneForm"));
            return MISUSED;
        }
        try {
            Settings settings = new Settings(Catalogue.load(), phrases);
            if (file != null) {
                settings.read(file);
                NodeSettings.of(settings, environment);
            }
            print(line.getOut(), new ConfigPages(settings, phrases));
            return DONE;
        } catch (FaultySettingsException e) {
            e.sentences().forEach(sentence -> line.getErr().println("tanma: " + sentence));
            return REFUSED;
        }
    }

    private void print(PrintWriter out, ConfigPages pages) {
        if (isJson) {
            out.println(new JsonMapper().writeValueAsString(pages.objects()));
        } else {
            List<String> lines = isTemplate ? pages.template() : isMarkdown ? pages.markdown() : pages.lines();
            lines.forEach(out::println);
        }
        out.flush();
    }
}
