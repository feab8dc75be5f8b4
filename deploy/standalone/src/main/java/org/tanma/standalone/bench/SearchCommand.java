// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma bench search N}: writes device records with their index, and finds them by an item. */
@Command(name = "search")
final class SearchCommand extends BenchCommand {
    @Parameters(paramLabel = "N", descriptionKey = "option.loaded")
    private long records;

    @Option(names = "--searches", paramLabel = "N", defaultValue = "10000", descriptionKey = "option.searches")
    private int searches;

    SearchCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException, InterruptedException {
        if (records < 1 || searches < 1) {
            throw new IllegalArgumentException("N < 1");
        }
        Path directory = Files.createTempDirectory("tanma-bench");
        try {
            report.progress("search.begins", records, directory);
            SearchRun run = SearchRun.run(directory, records, searches);
            if (report.isJson()) {
                report.object(run.members());
            } else {
                report.line(
                        "search.result",
                        records,
                        String.format(Locale.ROOT, "%,.0f", run.ratePerSecond()),
                        String.format(Locale.ROOT, "%.0f", (double) run.keyOctets() / records),
                        String.format(Locale.ROOT, "%.2f", SearchRun.millis(run.unique(), 0.99)),
                        String.format(Locale.ROOT, "%.2f", SearchRun.millis(run.common(), 0.99)));
            }
            return DONE;
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
