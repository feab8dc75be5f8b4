// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * Where the records lie, how much memory reading them may take, how many changes are kept for followers.
 *
 * <p>Ranges: {@code blockCacheOctets} from {@value #MIN_BLOCK_CACHE_OCTETS}, outside the Java heap, a quarter of the
 * machine's memory unless given; index and filter blocks come on top, some two octets a record. {@code changesKept} from 1,
 * {@value #DEFAULT_CHANGES_KEPT} unless given; some forty octets each on disk.
 */
public record RocksStoreConfig(Path directory, long blockCacheOctets, long changesKept) {
    static final long MIN_BLOCK_CACHE_OCTETS = 1 << 20;
    static final long DEFAULT_CHANGES_KEPT = 1_000_000;
    private static final long LEAST_DEFAULT_CACHE_OCTETS = 64 << 20;
    private static final int DEFAULT_CACHE_SHARE = 4;

    public RocksStoreConfig {
        if (blockCacheOctets < MIN_BLOCK_CACHE_OCTETS) {
            throw new IllegalArgumentException("a block cache of " + blockCacheOctets
                    + " octets is too small; at least " + MIN_BLOCK_CACHE_OCTETS + " are needed");
        }
        if (changesKept < 1) {
            throw new IllegalArgumentException(changesKept + " changes kept are too few; at least 1 is needed");
        }
    }

    public static RocksStoreConfig of(Path directory) {
        return new RocksStoreConfig(directory, defaultCacheOctets(), DEFAULT_CHANGES_KEPT);
    }

    public RocksStoreConfig withBlockCacheOctets(long octets) {
        return new RocksStoreConfig(directory, octets, changesKept);
    }

    public RocksStoreConfig withChangesKept(long changes) {
        return new RocksStoreConfig(directory, blockCacheOctets, changes);
    }

    private static long defaultCacheOctets() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? Math.max(LEAST_DEFAULT_CACHE_OCTETS, machine.getTotalMemorySize() / DEFAULT_CACHE_SHARE)
                : LEAST_DEFAULT_CACHE_OCTETS;
    }
}
