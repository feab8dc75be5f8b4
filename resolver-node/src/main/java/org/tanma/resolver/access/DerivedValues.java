// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed;

/**
 * What was worked out from records, remembered while they stay as they are.
 *
 * <p>Each result is kept with the number of changes its slot had seen before the record was read; a change of any record of
 * the slot makes it worthless. So nothing stale is given out once the change's writer has been told, without a lock. Safe
 * between threads.
 */
final class DerivedValues<T> {
    private static final int SLOTS = 4_096;

    private record Entry<T>(long changes, T value) {}

    private final AtomicLongArray changes = new AtomicLongArray(SLOTS);
    private final Cache<HandleName, Entry<T>> entries;
    private final Function<HandleName, T> derive;

    /**
     * @param weight of a result, in octets of memory
     * @param most of all results together
     */
    DerivedValues(ChangeFeed feed, Function<HandleName, T> derive, Weigher<HandleName, T> weight, long most) {
        this.derive = derive;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((HandleName name, Entry<T> entry) -> weight.weigh(name, entry.value()))
                .build();
        feed.subscribe(new ChangeFeed.ChangeListener() {
            @Override
            public void changed(List<HandleName> names) {
                names.forEach(name -> changes.incrementAndGet(slot(name)));
            }

            @Override
            public void everythingChanged() {
                IntStream.range(0, SLOTS).forEach(changes::incrementAndGet);
            }
        });
    }

    private static int slot(HandleName name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }

    T get(HandleName name) {
        long now = changes.get(slot(name));
        @Nullable Entry<T> known = entries.getIfPresent(name);
        if (known != null && known.changes() == now) {
            return known.value();
        }
        T value = derive.apply(name);
        entries.put(name, new Entry<>(now, value));
        return value;
    }
}
