// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.text.ValueText;
import org.tanma.sdk.report.CodeClient;
import org.tanma.sdk.report.IssuedCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma issue EVALUATION-ID}: issues a carbon-efficiency code from an evaluation. */
@Command(name = "issue")
final class IssueCommand extends ClientCommand {
    @Parameters(paramLabel = "EVALUATION-ID", descriptionKey = "issue.evaluation")
    private String evaluation = "";

    @Option(names = "--valid-until", paramLabel = "INSTANT", descriptionKey = "issue.validUntil")
    private @Nullable String validUntil;

    @Mixin
    private NodeOptions node = new NodeOptions();

    IssueCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() {
        Optional<Instant> until = instant();
        IssuedCode code = new CodeClient(node.connect(this)).issue(evaluation, until);
        if (isJson()) {
            out().println(code.document());
        } else {
            out().println(ValueText.escape(messages().text("issue.done", code.token(), code.version(), code.handle())));
            out().println(ValueText.escape(code.url()));
        }
        return DONE;
    }

    private Optional<Instant> instant() {
        try {
            return Optional.ofNullable(validUntil).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw misused("issue.malformedInstant", String.valueOf(validUntil));
        }
    }
}
