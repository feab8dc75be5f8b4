// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.admin.GivenPrefixes;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.resolver.registrar.mint.Minting;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
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
    /** The rule that refuses what points at nothing. */
    private static final String REFERENCE = "reference";

    private final RecordValidator validator;
    private final RecordDirectory directory;
    private final RecordWriter writer;
    private final HandleAssignment assignment;
    private final HandleMinting minting;
    private final RowPlans plans;
    private final RowQuotas quotas;
    private final GivenPrefixes prefixes;
    private final InstantSource clock;

    /**
     * @param nodePrefix prefix every handle of this node lies under
     * @param deprecated templates by which nothing new is registered any more
     * @param quotas how many records each prefix may hold
     * @param minting makes the suffixes of rows that name none
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
            DeprecatedTemplates deprecated,
            Quotas quotas,
            Minting minting) {
        this.validator = validator;
        this.directory = directory;
        this.writer = new RecordWriter(store, log, clock);
        this.assignment = new HandleAssignment(nodePrefix, catalog);
        this.minting = new HandleMinting(minting, assignment, directory);
        this.plans = new RowPlans(mapper, directory, deprecated);
        this.quotas = new RowQuotas(quotas);
        this.prefixes = new GivenPrefixes(nodePrefix, store, clock);
        this.clock = clock;
    }

    /** Registers with handles minted as the prefix is set; see the other. */
    public RegistrationReport register(
            MetadataTemplate template, List<RegistrationRow> rows, RegistrationOptions options, Caller caller) {
        return register(template, rows, options, Optional.empty(), caller);
    }

    /**
     * Registers all good rows.
     *
     * @param rule by which handles are minted for rows that name none; empty for that of their prefix. A dry run mints none
     * @throws IllegalArgumentException for too many rows, or a template whose records only the node makes
     */
    public RegistrationReport register(
            MetadataTemplate template,
            List<RegistrationRow> rows,
            RegistrationOptions options,
            Optional<MintRule> rule,
            Caller caller) {
        int most = options.isAtomic() ? MAX_ATOMIC_ROWS : MAX_ROWS;
        if (rows.size() > most) {
            throw new IllegalArgumentException(
                    "such a request has at most " + most + " rows; this one has " + rows.size());
        }
        CheckedRows checked = check(template, rows, options, caller);
        List<RowDraft> drafts = checked.drafts();
        boolean isStopped = options.isAtomic() && drafts.stream().anyMatch(RowDraft::isRefused);
        if (!isStopped && !options.isDryRun()) {
            mint(checked, rule, caller);
            isStopped = options.isAtomic() && drafts.stream().anyMatch(RowDraft::isRefused);
        }
        if (!isStopped && !options.isDryRun()) {
            quotas.reserve(drafts, draft -> false, () -> {});
            isStopped = options.isAtomic() && drafts.stream().anyMatch(RowDraft::isRefused);
            isStopped = isStopped || !write(template, drafts, options, caller);
            quotas.releaseUnwritten(drafts, !isStopped);
        }
        return checked.report(!isStopped);
    }

    /**
     * Checks rows of one part of a larger registration; writes nothing, and mints nothing. On any thread.
     *
     * @throws IllegalArgumentException for a template whose records only the node makes
     */
    public CheckedRows check(
            MetadataTemplate template, List<RegistrationRow> rows, RegistrationOptions options, Caller caller) {
        if (template.isIssuedByNode()) {
            throw new IllegalArgumentException("records of template " + template.name() + " are issued by the node");
        }
        long stampSeconds = clock.instant().getEpochSecond();
        List<RowDraft> drafts = rows.stream().map(RowDraft::new).toList();
        drafts.forEach(draft -> assignment.assign(draft, template, caller));
        refuseDoubled(drafts);
        checkItems(template, drafts);
        drafts.forEach(draft -> plans.plan(draft, template, options, caller, stampSeconds));
        return new CheckedRows(template, options, drafts, stampSeconds);
    }

    private void mint(CheckedRows checked, Optional<MintRule> rule, Caller caller) {
        List<RowDraft> awaiting =
                checked.drafts().stream().filter(RowDraft::isAwaitingMint).toList();
        minting.mint(checked.drafts(), checked.template(), rule, caller);
        awaiting.forEach(d -> plans.plan(d, checked.template(), checked.options(), caller, checked.stampSeconds()));
    }

    /**
     * Begins to write one part of a larger registration, all its good rows at once; after an interruption it comes to the same
     * end as it would have without. Parts are begun in their order; the next may be begun while one is under way, unless its
     * rows {@linkplain CheckedRows#mustFollow must follow}.
     *
     * @param rows at most {@value #MAX_ATOMIC_ROWS}, not a dry run's
     * @param finishingEarlier finishes the part that is under way, so that it gives back places of the quota it did not need
     */
    public PartUnderWay begin(
            CheckedRows rows,
            Optional<MintRule> rule,
            Caller caller,
            CheckedRows.PartLog partLog,
            Runnable finishingEarlier) {
        MetadataTemplate template = rows.template();
        recheckReferences(rows, caller);
        List<RowDraft> waiting = new ArrayList<>();
        for (RowDraft draft : rows.drafts()) {
            if (draft.isAwaitingMint()) {
                partLog.minted(draft.row.number()).ifPresentOrElse(draft::assign, () -> waiting.add(draft));
                draft.handle().ifPresent(n -> plans.plan(draft, template, rows.options(), caller, rows.stampSeconds()));
            }
        }
        if (!waiting.isEmpty()) {
            mint(rows, rule, caller);
        }
        for (RowDraft draft : rows.drafts()) {
            if (draft.isUnchanged()
                    && partLog.isBegun(draft.row.number(), draft.handle().orElseThrow())) {
                draft.markRegistered();
            }
        }
        PartWrite first = tryPart(rows, caller, partLog, finishingEarlier);
        return () -> {
            PartWrite tried = first;
            while (!tried.isAccepted()) {
                tried.planAnew(plans, rows, caller);
                tried = tryPart(rows, caller, partLog, () -> {});
            }
            if (!tried.planned().isEmpty() && template.name().equals(ENTERPRISE)) {
                prefixes.give(tried.planned().stream().map(RowDraft::prefix).toList());
            }
            quotas.releaseUnwritten(rows.drafts(), true);
            return rows.report(true);
        };
    }

    /** A part of a larger registration on its way to disk. */
    public interface PartUnderWay {
        /** What became of its rows, once those that are good are on disk. */
        RegistrationReport finish();
    }

    /** A row may have pointed at one of an earlier part that was not written yet when it was checked. */
    private void recheckReferences(CheckedRows rows, Caller caller) {
        if (!pointsAtItself(rows.template())) {
            return;
        }
        List<RowDraft> again =
                rows.drafts().stream().filter(d -> d.isRefusedOnlyBy(REFERENCE)).toList();
        if (again.isEmpty()) {
            return;
        }
        again.forEach(d -> d.reconsider(REFERENCE));
        checkItems(
                rows.template(),
                rows.drafts().stream().filter(d -> !d.isRefused()).toList());
        again.forEach(d -> plans.plan(d, rows.template(), rows.options(), caller, rows.stampSeconds()));
    }

    /** Logs and hands in what is planned. */
    private PartWrite tryPart(CheckedRows rows, Caller caller, CheckedRows.PartLog partLog, Runnable finishingEarlier) {
        quotas.reserve(
                rows.drafts(),
                d -> d.handle().filter(n -> partLog.isBegun(d.row.number(), n)).isPresent(),
                finishingEarlier);
        List<RowDraft> planned =
                rows.drafts().stream().filter(d -> d.change().isPresent()).toList();
        if (planned.isEmpty()) {
            return new PartWrite(planned, List::of);
        }
        String batch = partLog.begin(
                rows.template(),
                planned.stream().map(RegistrationService::entry).toList());
        List<RecordChange> changes =
                planned.stream().map(d -> d.change().orElseThrow()).toList();
        if (rows.template().name().equals(ENTERPRISE)) {
            List<WriteOutcome> outcomes = writer.write(caller.name(), rows.template(), changes);
            return new PartWrite(planned, () -> outcomes);
        }
        return new PartWrite(planned, writer.submitLogged(batch, caller.name(), rows.template(), changes));
    }

    /**
     * Rows handed in together.
     *
     * @param planned rows with a change, in order
     * @param submitted their changes
     */
    private record PartWrite(List<RowDraft> planned, HandleAdminStore.Submitted submitted) {
        boolean isAccepted() {
            return submitted.await().stream().allMatch(WriteOutcome::isAccepted);
        }

        /** Somebody changed a record meanwhile, and nothing was written: plans the rows in conflict anew. */
        void planAnew(RowPlans plans, CheckedRows rows, Caller caller) {
            List<WriteOutcome> outcomes = submitted.await();
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i).status() == WriteOutcome.Status.CONFLICT) {
                    planned.get(i).forgetPlan();
                    plans.plan(planned.get(i), rows.template(), rows.options(), caller, rows.stampSeconds());
                }
            }
        }
    }

    private static CheckedRows.Entry entry(RowDraft draft) {
        RecordChange change = draft.change().orElseThrow();
        return new CheckedRows.Entry(
                draft.row.number(),
                RecordWriter.action(change.expected()),
                change.record().orElseThrow());
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
                if (!draft.prefix().isEmpty()) {
                    draft.refuse(Ownership.violations(template, draft.prefix(), draft.row.items()));
                }
                if (!draft.isRefused()) {
                    good.add(draft);
                }
            }
            isSettled = good.size() == open.size() || !pointsAtItself(template);
            open = good;
        }
    }

    static boolean mustFollow(MetadataTemplate template) {
        return template.name().equals(ENTERPRISE) || pointsAtItself(template);
    }

    private static boolean pointsAtItself(MetadataTemplate template) {
        return template.items().stream().anyMatch(i -> i.referencedTemplate().equals(template.name()));
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
