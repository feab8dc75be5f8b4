// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoreInUseException;

/**
 * An open RocksDB with the native objects it needs, which live and end with it.
 *
 * <p>Tuned for point lookups of small records: a filter of ten bits a key spares the disk for absent handles, LZ4 keeps
 * blocks small at little cost.
 */
final class RocksFiles implements AutoCloseable {
    private static final double FILTER_BITS_PER_KEY = 10;
    private static final int KEPT_LOG_FILES = 3;

    private final Path directory;
    private final Cache cache;
    private final BloomFilter filter;
    private final Options options;
    private final RocksDB db;

    private RocksFiles(Path directory, Cache cache, BloomFilter filter, Options options, RocksDB db) {
        this.directory = directory;
        this.cache = cache;
        this.filter = filter;
        this.options = options;
        this.db = db;
    }

    static RocksFiles open(RocksStoreConfig config) {
        Path directory = config.directory();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException("the directory " + directory + " for identifier records cannot be made", e);
        }
        RocksDB.loadLibrary();
        Cache cache = new LRUCache(config.blockCacheOctets());
        BloomFilter filter = new BloomFilter(FILTER_BITS_PER_KEY);
        Options options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(KEPT_LOG_FILES)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
        try {
            return new RocksFiles(directory, cache, filter, options, RocksDB.open(options, directory.toString()));
        } catch (RocksDBException e) {
            options.close();
            filter.close();
            cache.close();
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

    @Override
    public void close() {
        db.close();
        options.close();
        filter.close();
        cache.close();
    }
}
