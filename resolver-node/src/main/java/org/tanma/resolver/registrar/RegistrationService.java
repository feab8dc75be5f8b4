// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.admin.GivenPrefixes;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.ReferenceLookup;
import org.tanma.template.validate.Violation;

/**
 * Registers rows: gives each its handle, checks it against its template and against what is registered, and writes the good
 * ones.
 *
 * <p>Contract: every row is reported with all its violations; a bad row never stops a good one unless the request is atomic.
 * A row reported as registered is on disk. Registering the same again is harmless and reported as unchanged. Sizes: at most
 * {@value #MAX_ROWS} rows a request, {@value #MAX_ATOMIC_ROWS} when it is atomic. Safe between threads; two requests about one handle are settled by the store, and the
 * later is told so.
 */
public final class RegistrationService {
    /** Most rows of one request, so that checking it stays within a bounded memory. */
    public static final int MAX_ROWS = 20_000;
    /** Most rows of an atomic request: what the store writes at once. */
    public static final int MAX_ATOMIC_ROWS = HandleAdminStore.MAX_BATCH;

    private static final int WRITE_BATCH = 1_000;
    /** The template whose records stand for enterprises, each with a prefix of its own. */
    private static final String ENTERPRISE = "enterprise";

    private final RecordValidator validator;
    private final RecordMapper mapper;
    private final RecordDirectory directory;
    private final RecordWriter writer;
    private final HandleAssignment assignment;
    private final GivenPrefixes prefixes;
    private final InstantSource clock;

    /**
     * @param nodePrefix prefix every handle of this node lies under
     * @param random makes the suffixes of rows that name none
     */
    public RegistrationService(
            String nodePrefix,
            TemplateCatalog catalog,
            RecordValidator validator,
            RecordMapper mapper,
            RecordDirectory directory,
            HandleAdminStore store,
            RegistrationLog log,
            InstantSource clock,
            RandomGenerator random) {
        this.validator = validator;
        this.mapper = mapper;
        this.directory = directory;
        this.writer = new RecordWriter(store, log, clock);
        this.assignment = new HandleAssignment(nodePrefix, catalog, random);
        this.prefixes = new GivenPrefixes(nodePrefix, store, clock);
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException for too many rows, or a template whose records only the node makes
     */
    public RegistrationReport register(
            MetadataTemplate template, List<RegistrationRow> rows, RegistrationOptions options, Caller caller) {
        int most = options.isAtomic() ? MAX_ATOMIC_ROWS : MAX_ROWS;
        if (rows.size() > most) {
            throw new IllegalArgumentException(
                    "such a request has at most " + most + " rows; this one has " + rows.size());
        }
        if (template.isIssuedByNode()) {
            throw new IllegalArgumentException("records of template " + template.name() + " are issued by the node");
        }
        List<RowDraft> drafts = rows.stream().map(RowDraft::new).toList();
        drafts.forEach(draft -> assignment.assign(draft, template, caller));
        refuseDoubled(drafts);
        checkItems(template, drafts);
        drafts.forEach(draft -> plan(draft, template, options, caller));
        boolean isStopped = options.isAtomic() && drafts.stream().anyMatch(RowDraft::isRefused);
        if (!isStopped && !options.isDryRun()) {
            isStopped = !write(template, drafts, options, caller);
        }
        boolean isTried = !isStopped;
        return new RegistrationReport(
                template,
                options.isDryRun(),
                drafts.stream().map(d -> d.report(isTried)).toList());
    }

    /** The first row of a handle stands; a later one must say the same. */
    private static void refuseDoubled(List<RowDraft> drafts) {
        Map<HandleName, RowDraft> first = new HashMap<>();
        for (RowDraft draft : drafts) {
            Optional<HandleName> name = draft.handle();
            RowDraft earlier = name.isEmpty() ? null : first.putIfAbsent(name.get(), draft);
            if (earlier == null) {
                continue;
            }
            if (earlier.row.items().equals(draft.row.items())) {
                draft.follow(earlier);
            } else {
                draft.refuse(Refusals.handle(
                        "record.doubled",
                        name.get().toString(),
                        Refusals.of("record.doubled.problem", earlier.row.number()),
                        Refusals.of("record.doubled.allowed"),
                        BilingualText.EMPTY));
            }
        }
    }

    /** Checks every row's items; a row may point at another row of the request as long as that one is good. */
    private void checkItems(MetadataTemplate template, List<RowDraft> drafts) {
        Map<HandleName, RowDraft> inRequest = new HashMap<>();
        drafts.forEach(d -> d.handle().ifPresent(name -> inRequest.putIfAbsent(name, d)));
        Map<HandleName, Optional<String>> known = new HashMap<>();
        ReferenceLookup lookup = handle -> {
            RowDraft sibling = inRequest.get(handle);
            return sibling != null && !sibling.isRefused()
                    ? Optional.of(template.name())
                    : known.computeIfAbsent(handle, directory::findTemplate);
        };
        List<RowDraft> open = new ArrayList<>(drafts);
        boolean isSettled = false;
        while (!isSettled) {
            List<RowDraft> good = new ArrayList<>();
            for (RowDraft draft : open) {
                List<Violation> found = validator.validate(template, draft.row.items(), lookup);
                draft.refuse(found);
                draft.handle().ifPresent(name -> draft.refuse(Ownership.violations(template, name, draft.row.items())));
                if (!draft.isRefused()) {
                    good.add(draft);
                }
            }
            isSettled = good.size() == open.size() || !pointsAtItself(template);
            open = good;
        }
    }

    private static boolean pointsAtItself(MetadataTemplate template) {
        return template.items().stream().anyMatch(i -> i.referencedTemplate().equals(template.name()));
    }

    /** Compares a good row with the store and plans its change, if it needs one. */
    private void plan(RowDraft draft, MetadataTemplate template, RegistrationOptions options, Caller caller) {
        if (draft.isRefused() || draft.isFollowing() || draft.handle().isEmpty()) {
            return;
        }
        HandleName name = draft.handle().get();
        HandleRecord record = mapper.toRecord(
                name,
                template,
                draft.row.items(),
                PrefixAdministrator.of(name.prefix()),
                clock.instant().getEpochSecond());
        Optional<RecordDirectory.Entry> stored = directory.find(name);
        if (stored.isEmpty()) {
            draft.plan(RecordChange.put(record, ExpectedVersion.absent()));
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

    /** Writes what is planned; false when an atomic request met a conflict and nothing was written. */
    private boolean write(
            MetadataTemplate template, List<RowDraft> drafts, RegistrationOptions options, Caller caller) {
        List<RowDraft> planned =
                drafts.stream().filter(d -> d.change().isPresent()).toList();
        int size = options.isAtomic() ? MAX_ATOMIC_ROWS : WRITE_BATCH;
        for (int from = 0; from < planned.size(); from += size) {
            List<RowDraft> batch = planned.subList(from, Math.min(from + size, planned.size()));
            while (!batch.isEmpty()) {
                List<RowDraft> refused = writeBatch(template, batch, caller);
                if (refused.isEmpty()) {
                    break;
                }
                if (options.isAtomic()) {
                    return false;
                }
                batch = batch.stream().filter(d -> !refused.contains(d)).toList();
            }
        }
        return true;
    }

    /** Tries one batch; returns the rows somebody else changed meanwhile, in which case nothing was written. */
    private List<RowDraft> writeBatch(MetadataTemplate template, List<RowDraft> batch, Caller caller) {
        List<RecordChange> changes =
                batch.stream().map(d -> d.change().orElseThrow()).toList();
        List<WriteOutcome> outcomes = writer.write(caller.name(), template, changes);
        if (template.name().equals(ENTERPRISE) && outcomes.stream().allMatch(WriteOutcome::isAccepted)) {
            prefixes.give(outcomes.stream().map(o -> o.name().prefix()).toList());
        }
        List<RowDraft> refused = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).status() == WriteOutcome.Status.CONFLICT) {
                RowDraft draft = batch.get(i);
                draft.refuse(Refusals.handle(
                        "record.changed",
                        outcomes.get(i).name().toString(),
                        Refusals.of("record.changed.problem"),
                        Refusals.of("record.changed.allowed"),
                        Refusals.of("record.changed.hint")));
                refused.add(draft);
            }
        }
        return refused;
    }
}
