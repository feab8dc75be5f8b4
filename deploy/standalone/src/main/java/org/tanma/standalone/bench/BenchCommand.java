// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands under {@code bench} share: language, help, JSON, and one sentence for what can go wrong. */
@Command(sortOptions = false)
abstract class BenchCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final Phrases phrases;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean isHelpWanted;

    BenchCommand(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Measures and prints; an exit code. */
    abstract int measure(Report report) throws IOException, InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it before the command runs");
        Report report = new Report(
                phrases, command.commandLine().getOut(), command.commandLine().getErr(), isJson);
        try {
            return measure(report);
        } catch (IllegalArgumentException e) {
            report.problem("misused", String.valueOf(e.getMessage()));
            return MISUSED;
        } catch (ServerUnreachableException e) {
            report.problem("unreachable", String.valueOf(e.getMessage()));
            return REFUSED;
        } catch (ServerRefusedException e) {
            report.problem("refused", String.valueOf(e.getMessage()));
            return REFUSED;
        } catch (IOException e) {
            report.problem("unanswered", String.valueOf(e.getMessage()));
            return REFUSED;
        }
    }
}
