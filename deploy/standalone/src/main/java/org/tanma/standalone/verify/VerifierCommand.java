// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.RequestLines;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportKind;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the verifier's commands share: the file, language, help, JSON, and one sentence for everything that can go wrong. */
@Command(sortOptions = false)
abstract class VerifierCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    private final Phrases phrases;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "option.file")
    private Path file = Path.of("");

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean isHelpWanted;

    private @Nullable RequestLines lines;

    VerifierCommand(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Reads the request and computes it on the shipped editions; an exit code. */
    abstract int verify(EngineCatalog catalog, String place, byte[] request);

    @Override
    public final Integer call() {
        try {
            if (language != null && !language.equals("zh") && !language.equals("en")) {
                return misused("lang.unknown", language);
            }
            if (Files.isDirectory(file)) {
                return misused("file.directory", file);
            }
            byte[] request = Files.readAllBytes(file);
            lines = RequestLines.of(file.toString(), request);
            return verify(EngineCatalog.readShipped(), file.toString(), request);
        } catch (NoSuchFileException e) {
            return misused("file.missing", file);
        } catch (AccessDeniedException e) {
            return misused("file.denied", file);
        } catch (IOException e) {
            return misused("file.broken", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            err().phrase(0, "defect", e);
            return REFUSED;
        } finally {
            writer().flush();
        }
    }

    /** The file holds no request; all that is wrong with it. */
    final int unreadable(List<Missing> faults) {
        if (isJson) {
            document(ResultDocument.of(new Incomplete(faults)));
        }
        err().phrase(0, "file.unreadable", file, faults.size());
        missing(err(), faults);
        return MISUSED;
    }

    /** Everything missing or wrong, each with its line in the file. */
    final void missing(Lines to, List<Missing> faults) {
        RequestLines known = Objects.requireNonNull(lines, "the file was read first");
        faults.forEach(fault -> to.missing(fault, known.lineOf(fault.path())));
    }

    final boolean isJson() {
        return isJson;
    }

    final Lines out() {
        return new Lines(phrases, writer());
    }

    final Lines err() {
        return new Lines(phrases, spec().commandLine().getErr());
    }

    /** The octets that the digest is of: no line end follows them. */
    final void document(ResultDocument document) {
        writer().print(document.json());
    }

    /** Writes a report, if one is wanted; an exit code. */
    final int write(@Nullable Path path, Supplier<CarbonReport> report, ResultDocument document, ReportKind kind) {
        if (path == null) {
            return DONE;
        }
        Optional<ReportFile> target = ReportFile.of(path);
        if (target.isEmpty()) {
            return misused("report.form", path);
        }
        try {
            target.get().write(report.get(), document, kind, phrases.isChinese() ? Locale.CHINESE : Locale.ENGLISH);
            err().phrase(0, "report.written", path);
            return DONE;
        } catch (IOException e) {
            err().phrase(0, "report.unwritten", path, e);
            return MISUSED;
        }
    }

    /** One sentence about why the command cannot be used like this. */
    final int misused(String key, Object part) {
        err().phrase(0, key, part);
        return MISUSED;
    }

    private PrintWriter writer() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it before the command runs");
    }
}
