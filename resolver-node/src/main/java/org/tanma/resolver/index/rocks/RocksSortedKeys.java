// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.tanma.resolver.index.KeyBatch;
import org.tanma.resolver.index.SortedKeys;
import org.tanma.resolver.store.StoreException;

/**
 * Keys in RocksDB, written past its log: what is lost with the memory of a process that ends is made again from the change
 * feed, from the number on that lies among the keys. A batch is handed over in the one array that RocksDB's batches are.
 */
public final class RocksSortedKeys implements SortedKeys {
    private static final long WRITE_BUFFER_OCTETS = 64 << 20;
    /** Files of new keys that are merged at once: the more, the less often what was merged is written again. */
    private static final int FRESH_FILES = 12;

    private static final long CACHE_OCTETS = 32 << 20;
    private static final long FILE_OCTETS = 64 << 20;
    private static final int BLOCK_OCTETS = 8 << 10;
    private static final int BACKGROUND_JOBS = 2;
    private static final int KEPT_LOG_FILES = 2;
    /** Below every list's first letter. */
    private static final byte[] SEQUENCE = {0};

    private static final byte[] FIRST = {1};
    private static final byte[] LAST = {(byte) 0xFF};

    private final Path directory;
    private final LRUCache cache;
    private final Options options;
    private final RocksDB db;
    /** Each key of a batch is looked for from where the one before it went, so batches come sorted. */
    private final WriteOptions writing = new WriteOptions().setDisableWAL(true).setMemtableInsertHintPerBatch(true);

    private final ReadOptions reading = new ReadOptions();
    private final String format;
    private final StampedLock life = new StampedLock();
    private BatchOctets octets = new BatchOctets();
    private volatile long sequence;
    private boolean isClosed;

    private RocksSortedKeys(Path directory, LRUCache cache, Options options, RocksDB db, String format)
            throws RocksDBException {
        this.directory = directory;
        this.cache = cache;
        this.options = options;
        this.db = db;
        this.format = format;
        byte @Nullable [] kept = db.get(SEQUENCE);
        this.sequence = kept == null || kept.length < Long.BYTES || !format.equals(format(kept))
                ? UNFINISHED
                : ByteBuffer.wrap(kept).getLong();
    }

    private static String format(byte[] kept) {
        return new String(kept, Long.BYTES, kept.length - Long.BYTES, UTF_8);
    }

    /**
     * Opens the keys of a directory, which is made when it is not there.
     *
     * @param format what the keys were made by; when it is another than last time, they count as not there
     */
    public static RocksSortedKeys open(Path directory, String format) {
        RocksDB.loadLibrary();
        LRUCache cache = new LRUCache(CACHE_OCTETS);
        Options options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_OCTETS)
                .setTargetFileSizeBase(FILE_OCTETS)
                .setMaxBytesForLevelBase(FILE_OCTETS * 4)
                .setLevelCompactionDynamicLevelBytes(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setLevel0FileNumCompactionTrigger(FRESH_FILES)
                .setMaxBackgroundJobs(BACKGROUND_JOBS)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(KEPT_LOG_FILES)
                .setAvoidFlushDuringShutdown(true)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setBlockSize(BLOCK_OCTETS)
                        .setCacheIndexAndFilterBlocks(true));
        try {
            Files.createDirectories(directory);
            return new RocksSortedKeys(directory, cache, options, RocksDB.open(options, directory.toString()), format);
        } catch (IOException | RocksDBException e) {
            options.close();
            cache.close();
            throw new StoreException("the index in " + directory + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public void apply(KeyBatch batch, long sequence) {
        whileOpen(() -> {
            octets.begin();
            for (KeyBatch.Step step : batch.sorted()) {
                octets.step(step.key(), step.isAdded());
            }
            octets.put(SEQUENCE, kept(sequence));
            try (WriteBatch write = new WriteBatch(octets.end())) {
                db.write(writing, write);
            }
            this.sequence = sequence;
            return true;
        });
    }

    private byte[] kept(long sequence) {
        byte[] name = format.getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(sequence)
                .put(name)
                .array();
    }

    @Override
    public void clear() {
        whileOpen(() -> {
            sequence = UNFINISHED;
            db.delete(writing, SEQUENCE);
            db.deleteFilesInRanges(db.getDefaultColumnFamily(), java.util.List.of(FIRST, LAST), true);
            db.deleteRange(writing, FIRST, LAST);
            flush();
            return true;
        });
    }

    private void flush() throws RocksDBException {
        try (FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
            db.flush(wait);
        }
    }

    @Override
    public Cursor cursor() {
        long stamp = life.readLock();
        if (isClosed) {
            life.unlockRead(stamp);
            throw new StoreException("the index in " + directory + " is closed");
        }
        return new RocksCursor(db.newIterator(reading), stamp);
    }

    @Override
    public long octets() {
        return whileOpen(() -> db.getLongProperty("rocksdb.total-sst-files-size"));
    }

    @Override
    public void close() {
        long stamp = life.writeLock();
        try {
            if (!isClosed) {
                isClosed = true;
                flush();
                db.close();
                options.close();
                cache.close();
                writing.close();
                reading.close();
            }
        } catch (RocksDBException e) {
            throw new StoreException("the index in " + directory + " cannot be closed: " + e.getMessage(), e);
        } finally {
            life.unlockWrite(stamp);
        }
    }

    /** Ends like a process that is killed: nothing in memory is kept. For tests of what the next start does. */
    void closeAsIfKilled() {
        long stamp = life.writeLock();
        try {
            isClosed = true;
            db.close();
        } finally {
            life.unlockWrite(stamp);
        }
    }

    private <T> T whileOpen(NativeCall<T> call) {
        long stamp = life.readLock();
        try {
            if (isClosed) {
                throw new StoreException("the index in " + directory + " is closed");
            }
            return call.run();
        } catch (RocksDBException e) {
            throw new StoreException("the index in " + directory + " failed: " + e.getMessage(), e);
        } finally {
            life.unlockRead(stamp);
        }
    }

    private interface NativeCall<T> {
        T run() throws RocksDBException;
    }

    private final class RocksCursor implements Cursor {
        private final RocksIterator keys;
        private final long stamp;

        RocksCursor(RocksIterator keys, long stamp) {
            this.keys = keys;
            this.stamp = stamp;
        }

        @Override
        public byte @Nullable [] seek(byte[] key) {
            keys.seek(key);
            return here();
        }

        @Override
        public byte @Nullable [] seekBelow(byte[] key) {
            keys.seekForPrev(key);
            byte[] found = here();
            return found != null && java.util.Arrays.equals(found, key) ? previous() : found;
        }

        @Override
        public byte @Nullable [] next() {
            keys.next();
            return here();
        }

        @Override
        public byte @Nullable [] previous() {
            keys.prev();
            return here();
        }

        private byte @Nullable [] here() {
            if (keys.isValid()) {
                byte[] key = keys.key();
                return key.length == 1 && key[0] == SEQUENCE[0] ? null : key;
            }
            try {
                keys.status();
            } catch (RocksDBException e) {
                throw new StoreException("the index in " + directory + " failed: " + e.getMessage(), e);
            }
            return null;
        }

        @Override
        public void close() {
            keys.close();
            life.unlockRead(stamp);
        }
    }
}
