// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import org.jdbi.v3.core.Jdbi;

/**
 * Numbers that are given once, in SQL.
 *
 * <p>Contract: numbers of one key start at 1 and rise; none is given twice, also after a crash, for what {@link #take}
 * returns is on disk. A number that was taken and not used is lost: what counts has gaps. Safe between threads.
 */
public final class MintCounters {
    private final Jdbi jdbi;

    public MintCounters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes {@code count} numbers, from 1, that follow one another; returns the first. */
    public long take(String key, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("takes at least one number, not " + count);
        }
        long next = jdbi.inTransaction(
                h -> h.createQuery("INSERT INTO mint_counter (counter_key, next_number) VALUES (:key, :count + 1)"
                                + " ON CONFLICT (counter_key) DO UPDATE SET next_number = mint_counter.next_number + :count"
                                + " RETURNING next_number")
                        .bind("key", key)
                        .bind("count", (long) count)
                        .mapTo(Long.class)
                        .one());
        return next - count;
    }
}
