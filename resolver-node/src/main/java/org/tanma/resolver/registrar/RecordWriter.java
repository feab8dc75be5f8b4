// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<WriteOutcome> outcomes =
                submitLogged(batch, account, template, changes).await();
        if (outcomes.stream().allMatch(WriteOutcome::isAccepted)) {
            log.applied(batch);
        }
        return outcomes;
    }

    /** Hands in a batch that its caller has logged as begun, and will log as written. */
    HandleAdminStore.Submitted submitLogged(
            String batch, String account, MetadataTemplate template, List<RecordChange> changes) {
        Instant now = clock.instant();
        String name = template.toString();
        Map<String, ChangeNote> notes = new HashMap<>();
        return store.submit(changes.stream()
                .map(change -> change.by(notes.computeIfAbsent(
                        action(change.expected()), action -> new ChangeNote(now, account, action, name, batch, ""))))
                .toList());
    }

    static String action(ExpectedVersion expected) {
        if (expected.equals(ExpectedVersion.absent())) {
            return "create";
        }
        return expected.equals(ExpectedVersion.any()) ? "publish" : "replace";
    }
}
