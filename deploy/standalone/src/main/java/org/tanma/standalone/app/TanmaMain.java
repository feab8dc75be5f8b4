// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tanma.sdk.cli.ClientCommands;
import org.tanma.standalone.bench.BenchCommands;
import org.tanma.standalone.config.ConfigCommand;
import org.tanma.standalone.key.KeysCommand;
import org.tanma.standalone.records.RecordCommands;
import org.tanma.standalone.template.TemplateCommands;
import org.tanma.standalone.verify.VerifierCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line: {@code tanma VERB …}. Exit 0 done, 1 refused, 2 misused. */
@Command(
        name = "tanma",
        mixinStandardHelpOptions = true,
        versionProvider = TanmaMain.Version.class,
        description = "A secondary identifier node for green, low-carbon identifiers (标识解析二级节点).",
        footer = {"", "Start with:  ./tanma up"})
public final class TanmaMain {
    private TanmaMain() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    private static CommandLine commandLine(String[] arguments) {
        CommandLine line = new CommandLine(new TanmaMain());
        UpCommand.addTo(line, arguments);
        KeysCommand.addTo(line, arguments, System.getenv());
        ConfigCommand.addTo(line, arguments, System.getenv());
        ClientCommands.addTo(line, arguments, System.getenv());
        VerifierCommands.addTo(line, arguments, System.getenv());
        TemplateCommands.addTo(line, arguments, System.getenv());
        BenchCommands.addTo(line, arguments, System.getenv());
        SiteCommand.addTo(line, arguments, System.getenv());
        RecordCommands.addTo(line, arguments, System.getenv());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    /** The version of the jar this runs from. */
    static final class Version implements CommandLine.IVersionProvider {
        static String text() {
            String version = TanmaMain.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"Tanma " + text()};
        }
    }
}
