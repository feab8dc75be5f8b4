// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import org.tanma.sdk.report.Evaluation;
import org.tanma.sdk.report.EvaluationClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tanma evaluate --enterprise HANDLE --year Y}: computes inventory and grade of a year. */
@Command(name = "evaluate")
final class EvaluateCommand extends ClientCommand {
    @Option(names = "--enterprise", required = true, paramLabel = "HANDLE", descriptionKey = "option.enterprise")
    private String enterprise = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", descriptionKey = "evaluate.year")
    private int year;

    @Mixin
    private NodeOptions node = new NodeOptions();

    EvaluateCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() {
        Evaluation evaluation = new EvaluationClient(node.connect(this)).evaluate(enterprise, year);
        if (isJson()) {
            out().println(evaluation.document());
            return DONE;
        }
        new EvaluationLines(messages(), out()).print(evaluation.document());
        if (evaluation.isGraded()) {
            tell(messages().text("evaluate.next", evaluation.id()));
        }
        return DONE;
    }
}
