// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.util.Map;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Adds the verifier's commands to a root command. */
public final class VerifierCommands {
    private VerifierCommands() {}

    /**
     * Adds {@code inventory}, {@code grade} and {@code replay}, speaking the language that {@code arguments} ({@code --lang}) or {@code
     * environment} ({@code LANG}) ask for. They print through the writers that are set on {@code root} afterwards.
     */
    public static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        Phrases phrases = Phrases.choose("org.tanma.standalone.verify", arguments, environment);
        add(root, new InventoryCommand(phrases), phrases);
        add(root, new GradeCommand(phrases), phrases);
        add(root, new CompareCommand(phrases), phrases);
        add(root, new AssessCommand(phrases), phrases);
        add(root, new YearOnYearCommand(phrases), phrases);
        add(root, new WhatIfCommand(phrases), phrases);
        add(root, new ReplayCommand(phrases), phrases);
    }

    private static void add(CommandLine root, VerifierCommand command, Phrases phrases) {
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
