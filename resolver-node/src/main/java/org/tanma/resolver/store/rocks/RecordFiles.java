// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Files of records in ascending order of their keys, written apart from the store so that it can take them in whole. */
final class RecordFiles implements AutoCloseable {
    private static final long FILE_OCTETS = 256 << 20;
    private static final int LARGEST_VALUE = HandleAdminStore.MAX_RECORD_OCTETS + HandleName.MAX_OCTETS + 64;

    private final Path directory;
    private final EnvOptions environment = new EnvOptions();
    private final DBOptions plain = new DBOptions();
    private final Options options;
    private final List<WrittenFile> written = new ArrayList<>();
    private final ByteBuffer key = ByteBuffer.allocateDirect(HandleName.MAX_OCTETS);
    private final ByteBuffer value = ByteBuffer.allocateDirect(LARGEST_VALUE);
    private @Nullable SstFileWriter writer;
    private byte[] smallest = new byte[0];
    private byte[] largest = new byte[0];
    private long octets;

    private record WrittenFile(Path path, byte[] smallest, byte[] largest) {}

    RecordFiles(Path directory, RocksTuning tuning) {
        this.directory = directory;
        this.options = tuning.forFiles(plain);
    }

    /** Adds a record; keys come in ascending order, each once. */
    void add(byte[] recordKey, byte[] stored) throws RocksDBException {
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
            finish();
        }
    }

    /** Ends the file that is being written; on disk when it returns. */
    void finish() throws RocksDBException {
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
        if (writer != null) {
            writer.close();
        }
        options.close();
        plain.close();
        environment.close();
    }
}
