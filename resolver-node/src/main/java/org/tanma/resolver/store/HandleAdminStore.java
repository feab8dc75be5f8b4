// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/**
 * The write side of the record store, with the ordered scan that registration needs.
 *
 * <p>Durability: when a method returns, what it reports as written survives the end of the process and of the machine.
 * Ordering: changes of one handle take effect one after the other, each seeing the one before; its version grows by one
 * with every change, through deletions too, so that a version is never used twice for one handle. Atomicity: a batch is
 * seen whole or not at all, by readers and after a crash. Thread-safety: any number of threads at once; concurrent
 * writers share the cost of reaching the disk.
 *
 * <p>Sizes: a batch has at most {@value #MAX_BATCH} changes; a record at most {@value
 * org.tanma.handle.model.HandleRecord#MAX_VALUES} values and {@value #MAX_RECORD_OCTETS} octets of encoded values, so
 * that every record fits one protocol message.
 *
 * <p>Errors: {@link IllegalArgumentException} for what is over these sizes, with nothing written; {@link StoreException}
 * when the engine fails, where nothing of the call was acknowledged.
 */
public interface HandleAdminStore {
    /** Most changes in one batch. */
    int MAX_BATCH = 10_000;

    /** Most octets of one record's encoded values: a protocol message less room for header, handle and credential. */
    int MAX_RECORD_OCTETS = 262_144 - 4_096;

    /**
     * Applies all changes, or none when any expectation is not met.
     *
     * @return one outcome a change, in the order given. When at least one is {@link WriteOutcome.Status#CONFLICT} nothing
     *     was written and the others are {@link WriteOutcome.Status#NOT_TRIED}
     * @throws IllegalArgumentException also when two changes name the same handle
     */
    List<WriteOutcome> apply(List<RecordChange> changes);

    /**
     * Hands changes in to be applied as {@link #apply} does, and returns at once, where the engine can; what one thread hands
     * in is applied in that order.
     *
     * @throws IllegalArgumentException as {@code apply} does, before anything is handed in
     */
    default Submitted submit(List<RecordChange> changes) {
        List<WriteOutcome> outcomes = apply(changes);
        return () -> outcomes;
    }

    /** Changes on their way to disk. */
    interface Submitted {
        /** The outcomes, once they are durable; throws {@link StoreException} as {@link HandleAdminStore#apply} does. */
        List<WriteOutcome> await();
    }

    /** The records of a range in ascending order of their folded octets. Each is current when it is read. */
    List<StoredRecord> scan(ScanRange range);

    /** Writes a new record; {@link WriteOutcome.Status#CONFLICT} when the handle exists, even with the same values. */
    default WriteOutcome create(HandleRecord record) {
        return apply(List.of(RecordChange.put(record, ExpectedVersion.absent())))
                .get(0);
    }

    /**
     * Makes the record be this one, whatever it was; {@link WriteOutcome.Status#UNCHANGED} when it already is, so that
     * publishing again is harmless.
     */
    default WriteOutcome createOrReplace(HandleRecord record) {
        return createOrReplace(record, ExpectedVersion.any());
    }

    /** Like {@link #createOrReplace(HandleRecord)}, but only when the stored version is the expected one. */
    default WriteOutcome createOrReplace(HandleRecord record, ExpectedVersion expected) {
        return apply(List.of(RecordChange.put(record, expected))).get(0);
    }

    /** Removes a record; {@link WriteOutcome.Status#UNCHANGED} when there is none and none was expected. */
    default WriteOutcome delete(HandleName name, ExpectedVersion expected) {
        return apply(List.of(RecordChange.delete(name, expected))).get(0);
    }
}
