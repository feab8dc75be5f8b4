// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.tanma.sdk.node.BatchReport;
import org.tanma.sdk.node.RowReport;
import org.tanma.sdk.register.RegistrationClient;
import org.tanma.sdk.register.RegistrationOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma register FILE.csv --template NAME}: registers the rows of a file and says what became of each. */
@Command(name = "register")
final class RegisterCommand extends ClientCommand {
    @Parameters(paramLabel = "FILE.csv", descriptionKey = "register.file")
    private Path file = Path.of("");

    @Option(names = "--template", required = true, paramLabel = "NAME", descriptionKey = "register.template")
    private String template = "";

    @Option(names = "--atomic", descriptionKey = "register.atomic")
    private boolean isAtomic;

    @Option(names = "--dry-run", descriptionKey = "register.dryRun")
    private boolean isDryRun;

    @Mixin
    private NodeOptions node = new NodeOptions();

    RegisterCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() throws IOException {
        RegistrationClient client = new RegistrationClient(node.connect(this));
        byte[] csv = read(file);
        tell(messages().text("register.sending", file, node.url()));
        BatchReport report = client.registerCsv(template, csv, new RegistrationOptions(isAtomic, isDryRun));
        if (isJson()) {
            out().println(report.document());
        } else {
            BatchLines.printRefused(report, messages(), out());
            out().println(summary(report));
        }
        return report.isAllAccepted() ? DONE : REFUSED;
    }

    private String summary(BatchReport report) {
        if (isDryRun) {
            return messages().text("register.dryRunDone", report.accepted(), report.rejected());
        }
        if (isAtomic && !report.isAllAccepted()) {
            return messages().text("register.noneStored", report.rejected());
        }
        return messages()
                .text(
                        "register.done",
                        report.count(RowReport.REGISTERED),
                        report.count("unchanged"),
                        report.rejected());
    }
}
