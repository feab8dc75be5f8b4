// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.enterprise;

/**
 * How many records a prefix may hold, and whether it may write at all.
 *
 * <p>Contract: whoever is about to create records reserves them first, a chunk at a time, and gives back those that were not
 * created after all. A reservation is granted whole or not at all. A prefix that was never given a quota has none. Changing a
 * record that is there reserves 0 records, which asks whether the prefix is suspended. Safe between threads and processes.
 */
public interface Quotas {
    /** Whether records may be created. */
    enum Status {
        GRANTED,
        /** There is not that much left. */
        EXHAUSTED,
        /** The enterprise is suspended and writes nothing. */
        SUSPENDED
    }

    /**
     * The answer to a reservation.
     *
     * @param quota most records of the prefix; {@link Long#MAX_VALUE} when it has no quota
     * @param remaining records that can still be reserved, from 0
     * @param reason why it is suspended; empty otherwise
     */
    record Reservation(Status status, long quota, long remaining, String reason) {
        public boolean isGranted() {
            return status == Status.GRANTED;
        }
    }

    /** Reserves {@code records}, from 0, under {@code prefix}. */
    Reservation reserve(String prefix, long records);

    /** Gives back records that were reserved and not created, or that are gone. */
    void release(String prefix, long records);

    /** No prefix has a quota. */
    static Quotas unlimited() {
        return new Quotas() {
            @Override
            public Reservation reserve(String prefix, long records) {
                return new Reservation(Status.GRANTED, Long.MAX_VALUE, Long.MAX_VALUE, "");
            }

            @Override
            public void release(String prefix, long records) {}
        };
    }
}
