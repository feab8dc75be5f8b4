// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.sdk.node.BatchReport;
import org.tanma.sdk.node.RowReport;
import org.tanma.sdk.register.FileFormat;
import org.tanma.sdk.register.FileRegistration;
import org.tanma.sdk.register.RegistrationClient;
import org.tanma.sdk.register.RegistrationJob;
import org.tanma.sdk.register.RegistrationJobClient;
import org.tanma.sdk.register.RegistrationOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code tanma register FILE --template NAME}: registers the rows of a file and says what became of each; a large file in the
 * node's background, with progress.
 */
@Command(name = "register")
final class RegisterCommand extends ClientCommand {
    /** Longest table registered while its sender waits, in octets. */
    private static final long MOST_AT_ONCE = 2L << 20;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "register.file")
    private @Nullable Path file;

    @Option(names = "--template", paramLabel = "NAME", descriptionKey = "register.template")
    private @Nullable String template;

    @Option(names = "--format", paramLabel = "csv|xlsx|jsonl|json", descriptionKey = "register.format")
    private @Nullable String format;

    @Option(names = "--mint", paramLabel = "RULE", descriptionKey = "register.mint")
    private @Nullable String mint;

    @Option(names = "--atomic", descriptionKey = "register.atomic")
    private boolean isAtomic;

    @Option(names = "--dry-run", descriptionKey = "register.dryRun")
    private boolean isDryRun;

    @Option(names = "--job", descriptionKey = "register.job")
    private boolean isJob;

    @Option(names = "--continue", paramLabel = "ID", descriptionKey = "register.continue")
    private @Nullable String continued;

    @Option(names = "--idempotency-key", paramLabel = "KEY", descriptionKey = "register.key")
    private @Nullable String key;

    @Option(names = "--errors", paramLabel = "FILE", descriptionKey = "register.errors")
    private @Nullable Path errors;

    @Mixin
    private NodeOptions node = new NodeOptions();

    RegisterCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() throws IOException {
        if (continued != null) {
            return follow(continued);
        }
        if (file == null || template == null) {
            throw misused("register.incomplete");
        }
        FileFormat form = form(file);
        RegistrationOptions options = new RegistrationOptions(isAtomic, isDryRun);
        boolean isTable = form == FileFormat.CSV || form == FileFormat.XLSX;
        boolean isSmall = !Files.isRegularFile(file) || Files.size(file) <= MOST_AT_ONCE;
        if (isTable && isSmall && !isJob && key == null && errors == null) {
            return atOnce(file, template, form, options);
        }
        readable(file);
        RegistrationJobClient jobs = new RegistrationJobClient(node.connect(this));
        tell(messages().text("register.sending", file, node.url()));
        RegistrationJob job = jobs.submit(new FileRegistration(
                template, file, form, options, Optional.ofNullable(mint), Optional.ofNullable(key)));
        return follow(job.id());
    }

    private FileFormat form(Path given) {
        if (format == null) {
            return FileFormat.of(given);
        }
        String name = format;
        return FileFormat.ofName(name).orElseThrow(() -> misused("register.formatUnknown", name));
    }

    private int atOnce(Path given, String name, FileFormat form, RegistrationOptions options) throws IOException {
        RegistrationClient client = new RegistrationClient(node.connect(this));
        byte[] table = read(given);
        tell(messages().text("register.sending", given, node.url()));
        BatchReport report = client.registerTable(name, form, table, options, Optional.ofNullable(mint));
        if (isJson()) {
            out().println(report.document());
        } else {
            BatchLines.printRefused(report, messages(), out());
            out().println(summary(report));
        }
        return report.isAllAccepted() ? DONE : REFUSED;
    }

    private String summary(BatchReport report) {
        if (isDryRun) {
            return messages().text("register.dryRunDone", report.accepted(), report.rejected());
        }
        if (isAtomic && !report.isAllAccepted()) {
            return messages().text("register.noneStored", report.rejected());
        }
        return messages()
                .text(
                        "register.done",
                        report.count(RowReport.REGISTERED),
                        report.count("unchanged"),
                        report.rejected());
    }

    private int follow(String id) throws IOException {
        RegistrationJobClient jobs = new RegistrationJobClient(node.connect(this));
        RegistrationJob job = new JobProgress(jobs, messages(), this::tell).follow(id);
        Path wanted = errors;
        boolean isKept = wanted != null && job.refused() > 0 && jobs.errors(id, wanted);
        if (isJson()) {
            out().println(job.document());
        } else {
            out().println(job.message());
            out().println(messages()
                    .text(
                            job.isDryRun() ? "register.jobDry" : "register.done",
                            job.registered(),
                            job.unchanged(),
                            job.refused()));
        }
        if (isKept && wanted != null) {
            tell(messages().text("register.errorsKept", wanted));
        } else if (job.refused() > 0) {
            tell(messages().text("register.errorsHow", id));
        }
        return job.isAllAccepted() ? DONE : REFUSED;
    }
}
