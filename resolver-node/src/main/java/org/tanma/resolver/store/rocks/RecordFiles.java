// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.DBOptions;
import org.rocksdb.EnvOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;
import org.rocksdb.SstFileReaderIterator;
import org.rocksdb.SstFileWriter;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.HandleAdminStore;

/**
 * Files of records in ascending order of their keys, written apart from the store so that it can take them in whole.
 *
 * <p>What is added is written by another thread while more is gathered. For one thread.
 */
final class RecordFiles implements AutoCloseable {
    private static final long FILE_OCTETS = 256 << 20;
    private static final int GATHERED_RECORDS = 4_096;
    private static final int LARGEST_VALUE = HandleAdminStore.MAX_RECORD_OCTETS + HandleName.MAX_OCTETS + 64;

    private final Path directory;
    private final EnvOptions environment = new EnvOptions();
    private final DBOptions plain = new DBOptions();
    private final Options options;
    private final List<WrittenFile> written = new ArrayList<>();
    private final ByteBuffer key = ByteBuffer.allocateDirect(HandleName.MAX_OCTETS);
    private final ByteBuffer value = ByteBuffer.allocateDirect(LARGEST_VALUE);
    private List<SortedRuns.Entry> gathered = new ArrayList<>();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private @Nullable SstFileWriter writer;
    private byte[] smallest = new byte[0];
    private byte[] largest = new byte[0];
    private long octets;

    private record WrittenFile(Path path, byte[] smallest, byte[] largest) {}

    RecordFiles(Path directory, RocksTuning tuning) {
        this.directory = directory;
        this.options = tuning.forFiles(plain);
    }

    /** Adds a record, which must not change any more; keys come in ascending order, each once. */
    void add(SortedRuns.Entry record) throws RocksDBException {
        gathered.add(record);
        if (gathered.size() == GATHERED_RECORDS) {
            hand();
        }
    }

    private void hand() throws RocksDBException {
        awaitWriting();
        List<SortedRuns.Entry> full = gathered;
        gathered = new ArrayList<>(GATHERED_RECORDS);
        writing = CompletableFuture.runAsync(() -> {
            try {
                for (SortedRuns.Entry record : full) {
                    write(record.key(), record.value());
                }
            } catch (RocksDBException e) {
                throw new CompletionException(e);
            }
        });
    }

    private void awaitWriting() throws RocksDBException {
        try {
            writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RocksDBException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void write(byte[] recordKey, byte[] stored) throws RocksDBException {
        SstFileWriter out = writer;
        if (out == null) {
            out = new SstFileWriter(environment, options);
            writer = out;
            out.open(path(written.size()).toString());
            smallest = recordKey;
            octets = 0;
        }
        key.clear();
        value.clear();
        out.put(key.put(recordKey).flip(), value.put(stored).flip());
        largest = recordKey;
        octets += recordKey.length + stored.length;
        if (octets >= FILE_OCTETS) {
            end();
        }
    }

    /** Everything that was added is on disk when it returns. */
    void finish() throws RocksDBException {
        hand();
        awaitWriting();
        end();
    }

    private void end() throws RocksDBException {
        if (writer != null) {
            writer.finish();
            writer.close();
            writer = null;
            written.add(new WrittenFile(path(written.size()), smallest, largest));
        }
    }

    private Path path(int number) {
        return directory.resolve("records-" + number + ".sst");
    }

    List<String> paths() {
        return written.stream().map(file -> file.path().toString()).toList();
    }

    /** True when one of the files has a record of this key. */
    boolean contains(byte[] sought) throws RocksDBException {
        for (WrittenFile file : written) {
            if (Arrays.compareUnsigned(file.smallest, sought) <= 0
                    && Arrays.compareUnsigned(sought, file.largest) <= 0) {
                try (SstFileReader reader = new SstFileReader(options);
                        ReadOptions reading = new ReadOptions()) {
                    reader.open(file.path.toString());
                    try (SstFileReaderIterator records = reader.newIterator(reading)) {
                        records.seek(sought);
                        return records.isValid() && Arrays.equals(records.key(), sought);
                    }
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        writing.exceptionally(failure -> null).join();
        if (writer != null) {
            writer.close();
        }
        options.close();
        plain.close();
        environment.close();
    }
}
