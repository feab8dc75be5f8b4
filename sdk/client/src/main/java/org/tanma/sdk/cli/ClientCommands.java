// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.util.Map;
import picocli.CommandLine;

/** Adds the client's commands to a root command. */
public final class ClientCommands {
    private ClientCommands() {}

    /**
     * Adds {@code resolve}, {@code register}, {@code report}, {@code collect}, {@code evaluate} and {@code issue}, speaking the language
     * that {@code arguments} ({@code --lang}) or {@code environment} ({@code LANG}) ask for. They print through the
     * writers that are set on {@code root} afterwards.
     */
    public static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        Messages messages = Messages.choose(arguments, environment);
        add(root, new ResolveCommand(messages));
        add(root, new RegisterCommand(messages));
        add(root, new ReportCommand(messages));
        add(root, new CollectCommand(messages));
        add(root, new EvaluateCommand(messages));
        add(root, new IssueCommand(messages));
    }

    private static void add(CommandLine root, ClientCommand command) {
        CommandLine line = new CommandLine(command);
        line.setResourceBundle(command.messages().bundle());
        String name = line.getCommandName();
        CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.description(command.messages().text(name + ".description"));
        usage.footer(
                "",
                command.messages().text("example"),
                "  ./tanma " + command.messages().text(name + ".example"));
        root.addSubcommand(name, line);
    }
}
