// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WALRecoveryMode;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoreInUseException;

/**
 * An open RocksDB with the native objects it needs, which live and end with it.
 *
 * <p>Three families of keys: the records, the changes of them, and their versions. A log entry that ends in the middle is what a crash
 * leaves behind, and is dropped; any other damage to the log, which would lose what was acknowledged, keeps the store shut.
 */
final class RocksFiles implements AutoCloseable {
    private static final int KEPT_LOG_FILES = 3;
    private static final long LOG_OCTETS = 512L << 20;
    private static final int BACKGROUND_JOBS = 2;

    private final Path directory;
    private final RocksTuning tuning;
    private final DBOptions options;
    private final RocksDB db;
    private final ColumnFamilyHandle records;
    private final ColumnFamilyHandle changes;
    private final ColumnFamilyHandle versions;

    private RocksFiles(
            Path directory, RocksTuning tuning, DBOptions options, RocksDB db, List<ColumnFamilyHandle> families) {
        this.directory = directory;
        this.tuning = tuning;
        this.options = options;
        this.db = db;
        this.records = families.get(0);
        this.changes = families.get(1);
        this.versions = families.get(2);
    }

    static RocksFiles open(RocksStoreConfig config) {
        Path directory = config.directory();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException("the directory " + directory + " for identifier records cannot be made", e);
        }
        RocksDB.loadLibrary();
        RocksTuning tuning = new RocksTuning(config.blockCacheOctets());
        DBOptions options = new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setMaxTotalWalSize(LOG_OCTETS)
                .setMaxBackgroundJobs(BACKGROUND_JOBS)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(KEPT_LOG_FILES);
        List<ColumnFamilyDescriptor> families = List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, tuning.records()),
                new ColumnFamilyDescriptor("changes".getBytes(UTF_8), tuning.changes()),
                new ColumnFamilyDescriptor("versions".getBytes(UTF_8), tuning.versions()));
        List<ColumnFamilyHandle> opened = new ArrayList<>();
        try {
            RocksDB db = RocksDB.open(options, directory.toString(), families, opened);
            return new RocksFiles(directory, tuning, options, db, opened);
        } catch (RocksDBException e) {
            options.close();
            tuning.close();
            throw isHeld(e)
                    ? new StoreInUseException(directory, e)
                    : new StoreException(
                            "the identifier records in " + directory + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** RocksDB has no status of its own for a held lock file; its message names the file in both ways it can be held. */
    private static boolean isHeld(RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("lock hold by current process") || message.contains("While lock file");
    }

    Path directory() {
        return directory;
    }

    RocksDB db() {
        return db;
    }

    RocksTuning tuning() {
        return tuning;
    }

    ColumnFamilyHandle records() {
        return records;
    }

    ColumnFamilyHandle changes() {
        return changes;
    }

    ColumnFamilyHandle versions() {
        return versions;
    }

    @Override
    public void close() {
        records.close();
        changes.close();
        versions.close();
        db.close();
        options.close();
        tuning.close();
    }
}
