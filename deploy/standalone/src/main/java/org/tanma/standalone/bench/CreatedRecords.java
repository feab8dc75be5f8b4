// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;

/**
 * The records that one run creates: named by a pattern and by numbers no other run has, and which of them a server said it
 * had created.
 *
 * <p>Shape: as {@link BenchRecords}, all of one length. Safe between threads.
 */
final class CreatedRecords {
    /** Most records of a run. */
    static final int MOST = 1_000_000_000;

    private final NamePattern pattern;
    private final BenchRecords shape;
    private final long first;
    private final AtomicLong given = new AtomicLong();
    private final BitSet created = new BitSet();

    /**
     * @param run 0 up; which run this is, of many million
     */
    CreatedRecords(NamePattern pattern, long run) {
        this.pattern = pattern;
        this.shape = new BenchRecords(HandleName.parse(pattern.name(0)).prefix());
        long runs = NumberedOctets.MOST / MOST - NumberedOctets.LEAST / MOST;
        this.first = NumberedOctets.LEAST + Math.floorMod(run, runs) * MOST;
    }

    long first() {
        return first;
    }

    /** A number not given before. */
    long next() {
        long count = given.getAndIncrement();
        if (count >= MOST) {
            throw new IllegalStateException("a run creates at most " + MOST + " records");
        }
        return first + count;
    }

    HandleRecord record(long number) {
        HandleName name = HandleName.parse(pattern.name(number));
        List<HandleValue> values = new ArrayList<>(shape.named(name, 0).values());
        values.set(0, BenchRecords.url(number));
        return new HandleRecord(name, values);
    }

    void created(long number) {
        synchronized (created) {
            created.set((int) (number - first));
        }
    }

    int count() {
        synchronized (created) {
            return created.cardinality();
        }
    }

    /** So many of those that were created, or all when there are fewer, spread evenly. */
    LongStream sample(int most) {
        BitSet all;
        synchronized (created) {
            all = (BitSet) created.clone();
        }
        int count = all.cardinality();
        AtomicLong seen = new AtomicLong();
        return all.stream()
                .filter(number -> isIn(seen.getAndIncrement(), most, count))
                .mapToLong(number -> first + number);
    }

    private static boolean isIn(long place, int most, int count) {
        return count <= most || place * most / count != (place + 1) * most / count;
    }
}
