// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.sdk.node.BatchReport;
import org.tanma.sdk.report.ActivityDataClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma report FILE --enterprise HANDLE}: reports activity data and says what became of each row. */
@Command(name = "report")
final class ReportCommand extends ClientCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "report.file")
    private Path file = Path.of("");

    @Option(names = "--enterprise", required = true, paramLabel = "HANDLE", descriptionKey = "option.enterprise")
    private String enterprise = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "report.reason")
    private @Nullable String reason;

    @Mixin
    private NodeOptions node = new NodeOptions();

    ReportCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() throws IOException {
        ActivityDataClient client = new ActivityDataClient(node.connect(this));
        byte[] octets = read(file);
        tell(messages().text("report.sending", file, node.url()));
        String reasoned = reason == null ? "" : reason;
        BatchReport report = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? client.reportWorkbook(enterprise, octets, reasoned)
                : client.reportCsv(enterprise, octets, reasoned);
        if (isJson()) {
            out().println(report.document());
        } else {
            BatchLines.printRefused(report, messages(), out());
            out().println(messages().text("report.done", report.accepted(), report.rejected()));
        }
        return report.isAllAccepted() ? DONE : REFUSED;
    }
}
