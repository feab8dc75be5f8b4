// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.nio.file.Path;
import java.util.Map;
import org.tanma.sdk.cli.CommandLanguage;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Adds the record commands to a root command. */
public final class RecordCommands {
    private RecordCommands() {}

    /**
     * Adds {@code backup}, {@code restore}, {@code import} and {@code export}, speaking the language that {@code arguments}
     * or {@code environment} ask for, on the data directory that {@code up} would take. They print through the writers that
     * are set on {@code root} afterwards.
     */
    public static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        RecordPhrases phrases = RecordPhrases.of(CommandLanguage.choose(arguments, environment));
        Path data = Path.of(environment.getOrDefault("TANMA_HOME", ""), "tanma-data");
        add(root, new BackupCommand(phrases, data), phrases);
        add(root, new RestoreCommand(phrases, data), phrases);
        add(root, new ImportCommand(phrases, data), phrases);
        add(root, new ExportCommand(phrases, data), phrases);
    }

    private static void add(CommandLine root, RecordCommand command, RecordPhrases phrases) {
        CommandLine line = new CommandLine(command);
        line.setResourceBundle(phrases.bundle());
        String name = line.getCommandName();
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.description(phrases.text(name + ".description"));
        usage.footer(
                "", phrases.text("exits"), "", phrases.text("example"), "  ./tanma " + phrases.text(name + ".example"));
        root.addSubcommand(name, line);
    }
}
