// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.fuzz.FuzzCorpus;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.StoredRecord;

/** What must hold of any file that is imported. */
final class ImportedRecords {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "fuzz");

    private ImportedRecords() {}

    /**
     * Every fault names a line of the file; what was taken in can be read, and is the same after it was exported as JSON
     * Lines and imported again.
     */
    static void require(RecordFile file, byte[] input) throws IOException {
        MemoryHandleStore store = new MemoryHandleStore();
        List<Fault> faults = new ArrayList<>();
        ImportReport report = new RecordImport(store, store).run(file, faults::add);
        FuzzCorpus.requireEqual((long) faults.size(), report.refused());
        long lines = new String(input, StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        for (Fault fault : faults) {
            if (fault.line() < 1 || fault.line() > lines) {
                throw new AssertionError("no line of the file: " + fault);
            }
        }
        List<HandleRecord> records = records(store);
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        new RecordExport(store, Optional.empty()).toJsonLines(exported);
        MemoryHandleStore again = new MemoryHandleStore();
        new RecordImport(again, again)
                .run(RecordFile.of(new ByteArrayInputStream(exported.toByteArray()), DIRECTORY, 0), fault -> {
                    throw new AssertionError("what was exported is refused: " + fault);
                });
        FuzzCorpus.requireEqual(records, records(again));
    }

    /** Reads an input as a file of one format or the other. */
    static void read(byte[] input) {
        FuzzCorpus.bounded(() -> {
            try (RecordFile file = RecordFile.of(new ByteArrayInputStream(input), DIRECTORY, 0)) {
                require(file, input);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<HandleRecord> records(MemoryHandleStore store) {
        List<HandleRecord> records = new ArrayList<>();
        store.forEach(Optional.empty(), (StoredRecord record) -> records.add(record.decode()));
        return records;
    }
}
