// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.InstantSource;
import java.util.List;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.template.model.MetadataTemplate;

/**
 * Writes records and the log of their batch in the order that leaves no unlogged change after a crash: log, records with
 * their history, log.
 */
final class RecordWriter {
    private final HandleAdminStore store;
    private final RegistrationLog log;
    private final InstantSource clock;

    RecordWriter(HandleAdminStore store, RegistrationLog log, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** Writes all changes durably, or none; one outcome a change. */
    List<WriteOutcome> write(String account, MetadataTemplate template, List<RecordChange> changes) {
        String batch = log.begin(
                account, template, changes.stream().map(RecordChange::name).toList());
        List<WriteOutcome> outcomes = store.apply(changes.stream()
                .map(change -> change.by(new ChangeNote(
                        clock.instant(), account, action(change.expected()), template.toString(), batch, "")))
                .toList());
        if (outcomes.stream().allMatch(WriteOutcome::isAccepted)) {
            log.applied(batch);
        }
        return outcomes;
    }

    private static String action(ExpectedVersion expected) {
        if (expected.equals(ExpectedVersion.absent())) {
            return "create";
        }
        return expected.equals(ExpectedVersion.any()) ? "publish" : "replace";
    }
}
