// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tanma bench compare}: a node and the bare echo in turn, and the one's rate by the other's. */
@Command(name = "compare")
final class CompareCommand extends BenchCommand {
    @Mixin
    private LoadOptions load = new LoadOptions();

    @Mixin
    private FloorOptions floor = new FloorOptions();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "2", descriptionKey = "option.rounds")
    private int rounds;

    CompareCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException, InterruptedException {
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds " + rounds + " < 1");
        }
        return Comparison.run(load.plan(), floor, rounds, report);
    }
}
