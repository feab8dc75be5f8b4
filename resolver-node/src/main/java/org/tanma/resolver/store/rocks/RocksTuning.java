// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.HyperClockCache;
import org.rocksdb.Options;

/**
 * How the files are laid out: for point lookups of small records.
 *
 * <p>Index and filter blocks stay in memory with their files, so that a lookup touches at most one data block; a filter
 * of ten bits a key spares it for absent handles.
 */
final class RocksTuning implements AutoCloseable {
    private static final double FILTER_BITS_PER_KEY = 10;
    private static final double HASH_INDEX_USE = 0.75;
    private static final long BLOCK_OCTETS = 16 << 10;
    private static final int FORMAT = 6;
    private static final long FILE_OCTETS = 256 << 20;
    private static final long WRITE_BUFFER_OCTETS = 64 << 20;
    private static final long CHANGES_BUFFER_OCTETS = 16 << 20;
    private static final long VERSIONS_BUFFER_OCTETS = 16 << 20;
    /** Files of new changes or versions that are merged at once: they are rarely read, and written with every record. */
    private static final int FRESH_FILES = 8;

    private final Cache cache;
    private final BloomFilter filter = new BloomFilter(FILTER_BITS_PER_KEY);
    private final ColumnFamilyOptions records;
    private final ColumnFamilyOptions changes;
    private final ColumnFamilyOptions versions;

    RocksTuning(long cacheOctets) {
        this.cache = new HyperClockCache(cacheOctets, 0, -1, false);
        this.records = new ColumnFamilyOptions()
                .setWriteBufferSize(WRITE_BUFFER_OCTETS)
                .setTargetFileSizeBase(FILE_OCTETS)
                .setMaxBytesForLevelBase(FILE_OCTETS * 4)
                .setLevelCompactionDynamicLevelBytes(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(table().setFilterPolicy(filter));
        this.changes = new ColumnFamilyOptions()
                .setWriteBufferSize(CHANGES_BUFFER_OCTETS)
                .setLevel0FileNumCompactionTrigger(FRESH_FILES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(table());
        this.versions = new ColumnFamilyOptions()
                .setWriteBufferSize(VERSIONS_BUFFER_OCTETS)
                .setLevel0FileNumCompactionTrigger(FRESH_FILES)
                .setTargetFileSizeBase(FILE_OCTETS)
                .setMaxBytesForLevelBase(FILE_OCTETS * 4)
                .setLevelCompactionDynamicLevelBytes(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(table());
    }

    private BlockBasedTableConfig table() {
        return new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setBlockSize(BLOCK_OCTETS)
                .setFormatVersion(FORMAT)
                .setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash)
                .setDataBlockHashTableUtilRatio(HASH_INDEX_USE);
    }

    ColumnFamilyOptions records() {
        return records;
    }

    ColumnFamilyOptions changes() {
        return changes;
    }

    ColumnFamilyOptions versions() {
        return versions;
    }

    /** Options for a file of records that is written apart and taken in whole; the caller closes them. */
    Options forFiles(DBOptions plain) {
        return new Options(plain, records);
    }

    @Override
    public void close() {
        records.close();
        changes.close();
        versions.close();
        filter.close();
        cache.close();
    }
}
