// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.text.ValueText;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.report.CodeClient;
import org.tanma.sdk.report.EvaluationClient;
import org.tanma.sdk.report.IssuedCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma issue}: issues a carbon-efficiency code from an evaluation, named or made now. */
@Command(name = "issue")
final class IssueCommand extends ClientCommand {
    @Parameters(paramLabel = "EVALUATION-ID", arity = "0..1", descriptionKey = "issue.evaluation")
    private @Nullable String evaluation;

    @Option(names = "--enterprise", paramLabel = "HANDLE", descriptionKey = "issue.enterprise")
    private @Nullable String enterprise;

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "issue.year")
    private @Nullable Integer year;

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
        NodeConnection connection = node.connect(this);
        IssuedCode code = new CodeClient(connection).issue(evaluationId(connection), until);
        if (isJson()) {
            out().println(code.document());
        } else {
            out().println(ValueText.escape(messages().text("issue.done", code.token(), code.version(), code.handle())));
            out().println(ValueText.escape(code.url()));
        }
        return DONE;
    }

    /** The evaluation named, or that of the enterprise's year as reported now: the same data give the same one. */
    private String evaluationId(NodeConnection connection) {
        if (evaluation != null && enterprise == null && year == null) {
            return evaluation;
        }
        if (evaluation != null || enterprise == null || year == null) {
            throw misused("issue.unnamed");
        }
        return new EvaluationClient(connection).evaluate(enterprise, year).id();
    }

    private Optional<Instant> instant() {
        try {
            return Optional.ofNullable(validUntil).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw misused("issue.malformedInstant", String.valueOf(validUntil));
        }
    }
}
