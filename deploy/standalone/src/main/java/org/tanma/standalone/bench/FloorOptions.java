// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the bare echo runs: as the node does, or the comparison says little. */
final class FloorOptions {
    @Option(names = "--floor-threads", paramLabel = "N", descriptionKey = "option.floorThreads")
    private @Nullable Integer threads;

    @Option(
            names = "--floor-jvm",
            paramLabel = "FLAG",
            split = ",",
            defaultValue = "-Xmx512m",
            descriptionKey = "option.floorJvm")
    private List<String> flags = List.of();

    FloorProcess start(SampleAnswer answer) throws IOException {
        int chosen = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        return FloorProcess.start(answer, LoopKind.best(), chosen, flags);
    }
}
