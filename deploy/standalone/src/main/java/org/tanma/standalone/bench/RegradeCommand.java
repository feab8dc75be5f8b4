// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma bench regrade}: makes an industry's ledger up, then grades all its enterprises anew. */
@Command(name = "regrade")
final class RegradeCommand extends BenchCommand {
    private static final int MOST_ENTERPRISES = 1_000_000;
    private static final int MOST_SOURCES = 1_000;
    private static final int MOST_WORKERS = 64;

    @Option(names = "--enterprises", paramLabel = "N", defaultValue = "100000", descriptionKey = "option.enterprises")
    private int enterprises;

    @Option(names = "--sources", paramLabel = "S", defaultValue = "8", descriptionKey = "option.sources")
    private int sources;

    @Option(names = "--workers", paramLabel = "W", defaultValue = "2", descriptionKey = "option.workers")
    private int workers;

    @Option(names = "--by-month", descriptionKey = "option.byMonth")
    private boolean isByMonth;

    @Option(names = "--rounds", paramLabel = "R", defaultValue = "1", descriptionKey = "option.regradeRounds")
    private int rounds;

    @Option(names = "--ledger", paramLabel = "DIR", descriptionKey = "option.ledger")
    private @Nullable Path ledger;

    RegradeCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException, InterruptedException {
        require("--enterprises", enterprises, MOST_ENTERPRISES);
        require("--sources", sources, MOST_SOURCES);
        require("--workers", workers, MOST_WORKERS);
        require("--rounds", rounds, MOST_WORKERS);
        Path kept = ledger;
        if (kept != null) {
            Files.createDirectories(kept);
            return measure(report, kept);
        }
        Path directory = Files.createTempDirectory("tanma-bench");
        try {
            return measure(report, directory);
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

    private static void require(String option, int given, int most) {
        if (given < 1 || given > most) {
            throw new IllegalArgumentException(option + " " + given + ": 1.." + most);
        }
    }

    private int measure(Report report, Path directory) {
        report.progress("regrade.begins", enterprises, sources, directory);
        boolean isRight = true;
        for (int round = 0; round < rounds; round++) {
            RegradeRun run =
                    RegradeRun.run(directory, enterprises, sources, isByMonth, workers, InstantSource.system());
            isRight &= run.isRight();
            if (report.isJson()) {
                report.object(run.members());
            } else {
                report.line(
                        "regrade.result",
                        run.state().enterprises(),
                        run.state().entries(),
                        text("%.1f", run.seconds()),
                        text("%,.0f", run.entriesPerSecond()),
                        text("%.1f", run.processorSeconds()),
                        text("%.0f", run.heapMebibytes()),
                        text("%.1f", run.fillSeconds()),
                        run.state().outcome());
            }
        }
        return isRight ? DONE : REFUSED;
    }

    private static String text(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
