// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.Instant;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.Violation;

/** Compares good rows with what is stored and plans their changes. Safe between threads. */
final class RowPlans {
    private final RecordMapper mapper;
    private final RecordDirectory directory;
    private final DeprecatedTemplates deprecated;
    /** Of the prefix asked for last: rows of one file have one prefix. */
    private volatile Administrator lastAdministrator;

    RowPlans(RecordMapper mapper, RecordDirectory directory, DeprecatedTemplates deprecated) {
        this.mapper = mapper;
        this.directory = directory;
        this.deprecated = deprecated;
        this.lastAdministrator = new Administrator("0.NA", PrefixAdministrator.of("0.NA"));
    }

    /** Plans the change of a good row with a handle, if it needs one. */
    void plan(
            RowDraft draft, MetadataTemplate template, RegistrationOptions options, Caller caller, long stampSeconds) {
        if (draft.isRefused() || draft.isFollowing() || draft.handle().isEmpty()) {
            return;
        }
        HandleName name = draft.handle().get();
        HandleRecord record =
                mapper.toRecord(name, template, draft.row.items(), administrator(draft.prefix()), stampSeconds);
        Optional<RecordDirectory.Entry> stored = directory.find(name);
        if (stored.isEmpty()) {
            Optional<Instant> refusedFrom =
                    deprecated.refusedFrom(template).filter(from -> stampSeconds >= from.getEpochSecond());
            refusedFrom.ifPresentOrElse(
                    from -> draft.refuse(deprecated(name, template, from)),
                    () -> draft.plan(RecordChange.put(record, ExpectedVersion.absent())));
            return;
        }
        Optional<Violation> kept = KeptRecord.violation(stored.get().record(), caller);
        if (kept.isPresent()) {
            draft.refuse(kept.get());
            return;
        }
        Optional<TemplatedRecord> described =
                stored.get().described().filter(d -> d.template().name().equals(template.name()));
        if (described.isEmpty()) {
            draft.refuse(otherKind(name, stored.get(), template));
            return;
        }
        HandleRecord merged = RecordContent.keepForeignValues(described.get(), record);
        if (RecordContent.isSame(stored.get().record(), merged)) {
            draft.markUnchanged();
        } else if (options.isReplacing()) {
            draft.plan(RecordChange.put(
                    merged, ExpectedVersion.exactly(stored.get().version())));
        } else {
            draft.refuse(Refusals.handle(
                    "record.exists",
                    name.toString(),
                    Refusals.of("record.exists.problem"),
                    Refusals.of("record.exists.allowed"),
                    Refusals.of("record.exists.hint")));
        }
    }

    private static Violation deprecated(HandleName name, MetadataTemplate template, Instant from) {
        return Refusals.handle(
                "template.deprecated",
                name.toString(),
                Refusals.of("template.deprecated.problem", template.toString(), from),
                Refusals.of("template.deprecated.allowed"),
                Refusals.of("template.deprecated.hint"));
    }

    private AdminRecord administrator(String prefix) {
        Administrator last = lastAdministrator;
        if (!last.prefix().equals(prefix)) {
            last = new Administrator(prefix, PrefixAdministrator.of(prefix));
            lastAdministrator = last;
        }
        return last.record();
    }

    private record Administrator(String prefix, AdminRecord record) {}

    private static Violation otherKind(HandleName name, RecordDirectory.Entry stored, MetadataTemplate template) {
        BilingualText kind = stored.described()
                .map(d -> d.template().title())
                .orElse(new BilingualText("无模板的记录", "a record without a template"));
        return Refusals.handle(
                "record.otherKind",
                name.toString(),
                Refusals.of("record.otherKind.problem", kind),
                Refusals.of("record.otherKind.allowed", template.title()),
                BilingualText.EMPTY);
    }
}
