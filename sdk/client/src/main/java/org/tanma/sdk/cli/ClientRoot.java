// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of a client without a node: {@code tanma resolve …}, {@code tanma register …} and so on. */
@Command(name = "tanma", mixinStandardHelpOptions = true, version = "Tanma client")
public final class ClientRoot {
    private ClientRoot() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, System.getenv(), out, err));
    }

    /** Runs one command; the exit code is 0 done, 1 refused, 2 misused. */
    public static int run(String[] arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        CommandLine root = new CommandLine(new ClientRoot());
        ClientCommands.addTo(root, arguments, environment);
        root.setOut(out);
        root.setErr(err);
        root.setUsageHelpAutoWidth(true);
        return root.execute(arguments);
    }
}
