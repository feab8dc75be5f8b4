// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma bench load N}: fills an empty record store in bulk, weighs it, and opens it again. */
@Command(name = "load")
final class LoadCommand extends BenchCommand {
    @Parameters(paramLabel = "N", descriptionKey = "option.loaded")
    private long records;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.loadDirectory")
    private @Nullable Path chosen;

    LoadCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException {
        if (records < 1) {
            throw new IllegalArgumentException("N " + records + " < 1");
        }
        Path directory = chosen == null ? Files.createTempDirectory("tanma-bench") : chosen;
        try {
            report.progress("load.begins", records, directory);
            StoreLoad load = StoreLoad.run(directory, records);
            if (report.isJson()) {
                report.object(load.members());
            } else {
                report.line(
                        "load.result",
                        records,
                        String.format(Locale.ROOT, "%,.0f", load.ratePerSecond()),
                        String.format(Locale.ROOT, "%.0f", load.octetsPerRecord()),
                        String.format(Locale.ROOT, "%.0f", load.openNanos() / 1e6));
            }
            return DONE;
        } finally {
            if (chosen == null) {
                remove(directory);
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
