// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.net.rest.RecordJson;
import org.tanma.resolver.store.OrderedRecords;
import org.tanma.resolver.store.StoredRecord;

/**
 * Writes records to a stream, in the order of their handles, all of one moment, in bounded memory.
 *
 * <p>JSON Lines lose nothing: reading them back gives the same records, octet for octet. Batch files are what the Handle.Net
 * tools read, and lose what their format has no place for: timestamps, references, TTLs that are instants, and values whose
 * type is empty or has spaces.
 */
public final class RecordExport {
    private static final int BUFFER_OCTETS = 1 << 16;

    private final OrderedRecords records;
    private final Optional<String> prefix;

    /** Exports all records, or those of a prefix and of the prefixes derived from it. */
    public RecordExport(OrderedRecords records, Optional<String> prefix) {
        this.records = records;
        this.prefix = prefix;
    }

    /** Shape: records written; values that were left out; values that lost references or an absolute TTL. */
    public record ExportReport(long records, long leftOut, long shortened) {}

    /** Writes JSON Lines. */
    public ExportReport toJsonLines(OutputStream to) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to, BUFFER_OCTETS);
        long count = forEach(record -> {
            out.write(RecordJson.write(record.decode()));
            out.write('\n');
        });
        out.flush();
        return new ExportReport(count, 0, 0);
    }

    /** Writes a batch file; data that fits no line goes to files of {@code directory}, which is made when needed. */
    public ExportReport toBatch(OutputStream to, Path directory) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to, BUFFER_OCTETS);
        BatchWriter writer = new BatchWriter(out, directory.toAbsolutePath());
        long count = forEach(writer::write);
        out.flush();
        return new ExportReport(count, writer.leftOut, writer.shortened);
    }

    private long forEach(RecordTask task) throws IOException {
        try {
            return records.forEach(prefix, record -> {
                try {
                    task.take(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private interface RecordTask {
        void take(StoredRecord record) throws IOException;
    }

    private static final class BatchWriter {
        private final OutputStream out;
        private final Path directory;
        private long files;
        private long leftOut;
        private long shortened;

        BatchWriter(OutputStream out, Path directory) {
            this.out = out;
            this.directory = directory;
        }

        void write(StoredRecord record) throws IOException {
            out.write(("CREATE " + record.name() + "\n").getBytes(UTF_8));
            for (HandleValue value : record.values().decode()) {
                Path file = directory.resolve(files + 1 + ".bin");
                Optional<String> line = BatchValues.format(value, file.toString());
                if (line.isEmpty()) {
                    leftOut++;
                    continue;
                }
                if (BatchValues.form(value).isEmpty()) {
                    Files.createDirectories(directory);
                    Files.write(file, value.data());
                    files++;
                }
                shortened += value.ttl().isAbsolute() || !value.references().isEmpty() ? 1 : 0;
                out.write((line.get() + "\n").getBytes(UTF_8));
            }
            out.write('\n');
        }
    }
}
