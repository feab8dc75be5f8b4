// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.text.ValueText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the record commands share: the data directory, language, help, JSON. */
@Command(sortOptions = false)
abstract class RecordCommand implements Callable<Integer> {
    private final RecordPhrases phrases;
    private final Path defaultData;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
    private @Nullable Path data;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean isHelpWanted;

    RecordCommand(RecordPhrases phrases, Path defaultData) {
        this.phrases = phrases;
        this.defaultData = defaultData;
    }

    /** Does it; an exit code. */
    abstract int run() throws IOException;

    @Override
    public final Integer call() {
        try {
            if (language != null && !language.equals("zh") && !language.equals("en")) {
                return misused("lang.unknown", language);
            }
            return run();
        } catch (IOException e) {
            notice(phrases.text("io", e.getClass().getSimpleName() + ": " + e.getMessage()));
            return RecordTasks.REFUSED;
        } finally {
            out().flush();
        }
    }

    final int access(RecordRequest request) throws IOException {
        return new RecordAccess(data(), phrases, InstantSource.system()).run(request, new TaskOutput() {
            @Override
            public void result(String line) {
                out().println(line);
            }

            @Override
            public void notice(String line) {
                RecordCommand.this.notice(line);
            }
        });
    }

    final RecordRequest request(RecordRequest.Verb verb, String path) {
        return RecordRequest.of(verb, path, isJson, phrases.language());
    }

    final int misused(String key, @Nullable Object... parts) {
        notice(phrases.text(key, parts));
        return RecordTasks.MISUSED;
    }

    /** One line to whoever watches, control characters as escapes. */
    final void notice(String line) {
        spec().commandLine().getErr().println(ValueText.escape(line));
    }

    final Path data() {
        return data == null ? defaultData : data;
    }

    final boolean isJson() {
        return isJson;
    }

    final RecordPhrases phrases() {
        return phrases;
    }

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it before the command runs");
    }
}
