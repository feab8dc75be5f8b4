// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.change;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.registrar.RecordContent;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.template.change.MigrationPreview;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.validate.RecordValidator;

/**
 * Carries the records of one version of a template over to another, page by page in the order of their handles.
 *
 * <p>Contract: a record that the newer version refuses stays as it is and is told; a page is written durably, or not at all when
 * one of its records was changed meanwhile, in which case its records are written one by one and those changed are left. Running
 * again goes on with what is left. Memory does not grow with the number of records. Blocking; safe between threads.
 */
public final class RecordMigration {
    private static final String ACTION = "migrate";

    private final RecordDirectory directory;
    private final RecordMapper mapper;
    private final RecordValidator validator;
    private final HandleAdminStore store;
    private final RegistrationLog log;
    private final AuditLog audit;
    private final InstantSource clock;

    public RecordMigration(
            RecordDirectory directory,
            RecordMapper mapper,
            RecordValidator validator,
            HandleAdminStore store,
            RegistrationLog log,
            AuditLog audit,
            InstantSource clock) {
        this.directory = directory;
        this.mapper = mapper;
        this.validator = validator;
        this.store = store;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does it, or tells what it would do. */
    public MigrationReport run(MigrationPlan plan, String account) {
        MigrationPreview preview = new MigrationPreview(validator, plan.to(), plan.migration());
        long written = 0;
        long kept = 0;
        long changedMeanwhile = 0;
        Optional<HandleName> after = Optional.empty();
        List<RecordDirectory.Entry> page;
        do {
            page = directory.page(new ScanRange(plan.prefix(), true, after, ScanRange.MAX_LIMIT));
            List<RecordChange> changes = new ArrayList<>();
            for (RecordDirectory.Entry entry : page) {
                TemplatedRecord described = entry.described()
                        .filter(d -> d.template().equals(plan.from()))
                        .orElse(null);
                if (described == null) {
                    continue;
                }
                MigrationPreview.Judged judged =
                        preview.judge(entry.record().name().toString(), described.items());
                if (judged.fits() && !judged.outcome().isLossless() && !plan.allowsLoss()) {
                    kept++;
                } else if (judged.fits()) {
                    changes.add(change(plan, entry, described, judged.outcome().items()));
                }
            }
            if (!plan.isDryRun() && !changes.isEmpty()) {
                long done = write(plan, changes, account);
                written += done;
                changedMeanwhile += changes.size() - done;
            }
            if (!page.isEmpty()) {
                after = Optional.of(page.get(page.size() - 1).record().name());
            }
        } while (page.size() == ScanRange.MAX_LIMIT);
        MigrationReport report = new MigrationReport(preview.summary(), written, kept, changedMeanwhile);
        if (!plan.isDryRun()) {
            audit.record(
                    account,
                    "template.migrate",
                    plan.from().reference().toString(),
                    Map.of(
                            "to", plan.to().reference().toString(),
                            "prefix", plan.prefix(),
                            "written", String.valueOf(written),
                            "refused", String.valueOf(report.summary().breaking())));
        }
        return report;
    }

    private RecordChange change(
            MigrationPlan plan, RecordDirectory.Entry entry, TemplatedRecord described, Map<String, String> items) {
        HandleName name = entry.record().name();
        HandleRecord fresh = mapper.toRecord(
                name,
                plan.to(),
                items,
                PrefixAdministrator.of(name.prefix()),
                clock.instant().getEpochSecond());
        return RecordChange.put(
                RecordContent.keepForeignValues(described, fresh), ExpectedVersion.exactly(entry.version()));
    }

    private long write(MigrationPlan plan, List<RecordChange> changes, String account) {
        if (isWritten(plan, changes, account)) {
            return changes.size();
        }
        return changes.stream()
                .filter(change -> isWritten(plan, List.of(change), account))
                .count();
    }

    private boolean isWritten(MigrationPlan plan, List<RecordChange> changes, String account) {
        String batch = log.begin(
                account, plan.to(), changes.stream().map(RecordChange::name).toList());
        ChangeNote note = new ChangeNote(
                clock.instant(),
                account,
                ACTION,
                plan.to().toString(),
                batch,
                plan.from().reference().toString());
        boolean isWritten = store.apply(changes.stream().map(c -> c.by(note)).toList()).stream()
                .allMatch(WriteOutcome::isAccepted);
        if (isWritten) {
            log.applied(batch);
        }
        return isWritten;
    }
}
