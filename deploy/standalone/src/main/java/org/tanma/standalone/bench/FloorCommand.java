// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tanma bench floor}: what a bare echo on this machine answers. */
@Command(name = "floor")
final class FloorCommand extends BenchCommand {
    @Mixin
    private LoadOptions load = new LoadOptions();

    @Mixin
    private FloorOptions floor = new FloorOptions();

    FloorCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException, InterruptedException {
        LoadResult result = Comparison.runFloor(load.plan(), floor);
        report.result(result);
        return result.tally().answers() == 0 ? REFUSED : DONE;
    }
}
