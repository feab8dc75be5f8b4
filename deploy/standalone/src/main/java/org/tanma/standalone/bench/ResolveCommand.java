// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tanma bench resolve}: asks any Handle server. */
@Command(name = "resolve")
final class ResolveCommand extends BenchCommand {
    @Mixin
    private LoadOptions load = new LoadOptions();

    @Mixin
    private FloorOptions floor = new FloorOptions();

    @Option(names = "--with-floor", descriptionKey = "option.withFloor")
    private boolean isFloorWanted;

    ResolveCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException, InterruptedException {
        LoadPlan plan = load.plan();
        if (isFloorWanted) {
            return Comparison.run(plan, floor, 1, report);
        }
        LoadResult result = LoadRun.run(Comparison.name(plan), plan, AnswerCheck.asked());
        report.result(result);
        return result.tally().answers() == 0 ? REFUSED : DONE;
    }
}
