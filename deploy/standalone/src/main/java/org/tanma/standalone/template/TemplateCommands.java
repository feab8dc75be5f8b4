// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.util.Map;
import java.util.concurrent.Callable;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Adds the commands on templates and records to a root command. */
public final class TemplateCommands {
    private TemplateCommands() {}

    /**
     * Adds {@code validate} and {@code template}, speaking the language that {@code arguments} or {@code environment} ask for. They
     * print through the writers that are set on {@code root} afterwards.
     */
    public static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        Phrases phrases = Phrases.choose("org.tanma.standalone.template", arguments, environment);
        add(root, "", new ValidateCommand(phrases), phrases);
        CommandLine template = add(root, "", new TemplateCommand(), phrases);
        add(template, "template ", new DiffCommand(phrases), phrases);
        add(template, "template ", new CheckCommand(phrases), phrases);
        add(template, "template ", new ShowCommand(phrases), phrases);
        add(template, "template ", new PreviewCommand(phrases), phrases);
    }

    private static CommandLine add(CommandLine root, String above, Callable<Integer> command, Phrases phrases) {
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
                "  ./tanma " + above + phrases.text(name + ".example"));
        root.addSubcommand(name, line);
        return line;
    }
}
