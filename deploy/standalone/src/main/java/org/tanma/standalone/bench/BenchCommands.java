// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/** Adds {@code bench} and what is under it to a root command. */
public final class BenchCommands {
    private BenchCommands() {}

    /**
     * Adds the commands, speaking the language that {@code arguments} ({@code --lang}) or {@code environment} ({@code
     * LANG}) ask for. They print through the writers that are set on {@code root} afterwards.
     */
    public static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        Phrases phrases = Phrases.choose("org.tanma.standalone.bench", arguments, environment);
        CommandLine group = new CommandLine(new Group());
        group.setResourceBundle(phrases.bundle());
        group.getCommandSpec().usageMessage().description(phrases.text("bench.description"));
        add(group, new ResolveCommand(phrases), phrases);
        add(group, new FloorCommand(phrases), phrases);
        add(group, new CompareCommand(phrases), phrases);
        add(group, new CreateCommand(phrases), phrases);
        add(group, new LoadCommand(phrases), phrases);
        add(group, new SearchCommand(phrases), phrases);
        add(group, new DevicesCommand(phrases), phrases);
        add(group, new RegradeCommand(phrases), phrases);
        group.setCaseInsensitiveEnumValuesAllowed(true);
        root.addSubcommand("bench", group);
    }

    private static void add(CommandLine group, BenchCommand command, Phrases phrases) {
        CommandLine line = new CommandLine(command);
        line.setResourceBundle(phrases.bundle());
        String name = line.getCommandName();
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.description(phrases.text(name + ".description"));
        usage.footer(
                "",
                phrases.text("exits"),
                "",
                phrases.text("example"),
                "  ./tanma bench " + phrases.text(name + ".example"));
        group.addSubcommand(name, line);
    }

    /** {@code tanma bench} alone: says what there is. */
    @Command(name = "bench", mixinStandardHelpOptions = true)
    static final class Group implements Runnable {
        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            line.usage(line.getOut());
        }
    }
}
