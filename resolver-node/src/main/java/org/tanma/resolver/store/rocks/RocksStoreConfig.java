// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.nio.file.Path;

/**
 * Where the records lie and how much memory reading them may take.
 *
 * <p>Range: {@code blockCacheOctets} from {@value #MIN_BLOCK_CACHE_OCTETS}; {@value #DEFAULT_BLOCK_CACHE_OCTETS} unless
 * given, enough to keep the index and filter blocks of some ten million records in memory.
 */
public record RocksStoreConfig(Path directory, long blockCacheOctets) {
    static final long MIN_BLOCK_CACHE_OCTETS = 1 << 20;
    static final long DEFAULT_BLOCK_CACHE_OCTETS = 64 << 20;

    public RocksStoreConfig {
        if (blockCacheOctets < MIN_BLOCK_CACHE_OCTETS) {
            throw new IllegalArgumentException("a block cache of " + blockCacheOctets
                    + " octets is too small; at least " + MIN_BLOCK_CACHE_OCTETS + " are needed");
        }
    }

    public static RocksStoreConfig of(Path directory) {
        return new RocksStoreConfig(directory, DEFAULT_BLOCK_CACHE_OCTETS);
    }
}
