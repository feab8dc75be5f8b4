// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.template.model.MetadataTemplate;

/** Writes changes of records that exist: logged before, with who made them in the history, audited after. */
final class LifeWriter {
    private final HandleAdminStore store;
    private final RegistrationLog log;
    private final AuditLog audit;
    private final InstantSource clock;

    LifeWriter(HandleAdminStore store, RegistrationLog log, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes all changes or none; one outcome a change.
     *
     * @param templates of each change
     * @param details for the audit log
     */
    List<WriteOutcome> write(
            Caller caller,
            String action,
            String reason,
            List<RecordChange> changes,
            List<MetadataTemplate> templates,
            Map<String, String> details) {
        String batch = log.begin(
                caller.name(),
                templates.get(0),
                changes.stream().map(RecordChange::name).toList());
        List<RecordChange> noted = new java.util.ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            noted.add(changes.get(i)
                    .by(new ChangeNote(
                            clock.instant(),
                            caller.name(),
                            action,
                            templates.get(i).toString(),
                            batch,
                            reason)));
        }
        List<WriteOutcome> outcomes = store.apply(noted);
        if (outcomes.stream().allMatch(WriteOutcome::isAccepted)) {
            log.applied(batch);
            Map<String, String> all = new TreeMap<>(details);
            all.put("reason", reason);
            audit.record(
                    caller.name(),
                    "record." + action,
                    changes.size() == 1 ? changes.get(0).name().toString() : changes.size() + " records",
                    all);
        }
        return outcomes;
    }
}
