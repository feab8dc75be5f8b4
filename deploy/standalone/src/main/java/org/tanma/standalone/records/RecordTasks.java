// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.exchange.Fault;
import org.tanma.resolver.store.exchange.ImportReport;
import org.tanma.resolver.store.exchange.RecordExport;
import org.tanma.resolver.store.exchange.RecordExport.ExportReport;
import org.tanma.resolver.store.exchange.RecordFile;
import org.tanma.resolver.store.exchange.RecordImport;
import org.tanma.resolver.store.rocks.RocksBackups;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import tools.jackson.databind.json.JsonMapper;

/** Does what a {@link RecordRequest} asks, on an open store. Safe between threads. */
public final class RecordTasks {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final RocksHandleStore store;
    private final InstantSource clock;

    public RecordTasks(RocksHandleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** An exit code. */
    int run(RecordRequest request, TaskOutput out) throws IOException {
        RecordPhrases phrases = RecordPhrases.of(request.language());
        try {
            return switch (request.verb()) {
                case BACKUP -> backup(request, phrases, out);
                case IMPORT -> take(request, phrases, out);
                case EXPORT -> give(request, phrases, out);
            };
        } catch (StoreException | IllegalArgumentException e) {
            out.notice(phrases.text("refused", e.getMessage()));
            return REFUSED;
        } catch (NoSuchFileException e) {
            out.notice(phrases.text("file.missing", e.getMessage()));
            return MISUSED;
        }
    }

    private int backup(RecordRequest request, RecordPhrases phrases, TaskOutput out) throws IOException {
        Path directory = Path.of(request.path());
        RocksBackups.Backup taken = store.backUp(directory, request.keep());
        if (request.isRehearsed()) {
            RocksBackups.in(directory).rehearse();
        }
        if (request.isJson()) {
            out.result(MAPPER.writeValueAsString(json(taken, request)));
        } else {
            out.result(phrases.text(
                    "backup.done",
                    taken.number(),
                    directory,
                    taken.files(),
                    taken.octets(),
                    Instant.ofEpochSecond(taken.takenAtSeconds())));
            out.result(phrases.text(request.isRehearsed() ? "backup.rehearsed" : "backup.notRehearsed"));
            out.notice(phrases.text("backup.recordsOnly"));
        }
        return DONE;
    }

    private static Map<String, Object> json(RocksBackups.Backup taken, RecordRequest request) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", taken.number());
        json.put("directory", request.path());
        json.put("files", taken.files());
        json.put("octets", taken.octets());
        json.put("takenAt", Instant.ofEpochSecond(taken.takenAtSeconds()).toString());
        json.put("rehearsed", request.isRehearsed());
        return json;
    }

    private int take(RecordRequest request, RecordPhrases phrases, TaskOutput out) throws IOException {
        RecordImport run = new RecordImport(store, store);
        if (request.isReplacing()) {
            run.replacing();
        }
        if (request.isDryRun()) {
            run.dryRun();
        }
        ImportReport report;
        try (RecordFile file =
                RecordFile.open(Path.of(request.path()), clock.instant().getEpochSecond())) {
            report = request.isBulk()
                    ? run.runInBulk(file, store, fault -> tell(fault, phrases, out))
                    : run.run(file, fault -> tell(fault, phrases, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (request.isJson()) {
            out.result(MAPPER.writeValueAsString(report));
        } else {
            out.result(phrases.text(
                    request.isDryRun() ? "import.would" : "import.done",
                    report.created(),
                    report.replaced(),
                    report.unchanged(),
                    report.deleted(),
                    report.changed(),
                    report.refused()));
            if (report.leftOut() > 0) {
                out.notice(phrases.text("import.leftOut", report.leftOut()));
            }
        }
        return report.refused() == 0 ? DONE : REFUSED;
    }

    private static void tell(Fault fault, RecordPhrases phrases, TaskOutput out) {
        try {
            out.notice(phrases.text(
                    "fault",
                    fault.line(),
                    phrases.text(
                            "fault." + fault.kind().name().toLowerCase(Locale.ROOT),
                            fault.parts().toArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int give(RecordRequest request, RecordPhrases phrases, TaskOutput out) throws IOException {
        RecordExport export =
                new RecordExport(store, request.prefix().isEmpty() ? Optional.empty() : Optional.of(request.prefix()));
        ExportReport report;
        if (request.path().isEmpty()) {
            try (OutputStream lines = new LineStream(out)) {
                report = export.toJsonLines(lines);
            }
        } else {
            Path file = Path.of(request.path());
            try (OutputStream to = Files.newOutputStream(file)) {
                report = request.format().equals("batch")
                        ? export.toBatch(to, file.resolveSibling(file.getFileName() + ".values"))
                        : export.toJsonLines(to);
            }
        }
        out.notice(phrases.text("export.done", report.records()));
        if (report.leftOut() > 0 || report.shortened() > 0) {
            out.notice(phrases.text("export.lost", report.leftOut(), report.shortened()));
        }
        return DONE;
    }

    /** Octets that become lines of a task's results. */
    private static final class LineStream extends OutputStream {
        private final TaskOutput out;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LineStream(TaskOutput out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            if (octet == '\n') {
                out.result(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(octet);
            }
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            for (int i = 0; i < length; i++) {
                write(octets[offset + i]);
            }
        }
    }
}
