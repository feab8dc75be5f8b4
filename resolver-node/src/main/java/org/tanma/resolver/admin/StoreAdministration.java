// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.access.Standing;
import org.tanma.resolver.admin.AdminOutcome.Done;
import org.tanma.resolver.admin.AdminOutcome.Refused;
import org.tanma.resolver.resolve.HandlesHere;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.WriteOutcome;

/**
 * Administration of the handles in a record store.
 *
 * <p>A new handle costs one write and no read of its own. A change reads the record, decides, and writes on the condition
 * that nobody wrote meanwhile; who lost such a race tries again, one at a time for a handle, at most {@value
 * #MOST_ATTEMPTS} times.
 */
public final class StoreAdministration implements HandleAdministration {
    static final int MOST_ATTEMPTS = 64;
    private static final int STRIPES = 64;
    /** Most suffixes tried for one of this server's share; with a hundred servers in the site one in 20,000 is in vain. */
    private static final int MOST_SUFFIXES = 1_000;

    private final HandleStore reading;
    private final HandleAdminStore writing;
    private final AccessRules rules;
    private final HomedPrefixes homed;
    private final HandlesHere here;
    private final RecordRule recordRule;
    private final InstantSource clock;
    private final String nodePrefix;
    /** Taken by writers who lost a race, so that they queue up instead of racing on. */
    private final Lock[] losers = new Lock[STRIPES];

    /** Of the only server of its site, which reads for each change which prefixes lie elsewhere. */
    public StoreAdministration(
            HandleStore reading,
            HandleAdminStore writing,
            AccessRules rules,
            HomedPrefixes homed,
            String nodePrefix,
            RecordRule recordRule,
            InstantSource clock) {
        this(
                reading,
                writing,
                rules,
                homed,
                HandlesHere.of(homed.responsible(), reading),
                nodePrefix,
                recordRule,
                clock);
    }

    /**
     * @param here which handles are written on this server
     * @param nodePrefix whose prefix handle names who administers the node as a whole
     * @param recordRule what else must hold of records
     */
    public StoreAdministration(
            HandleStore reading,
            HandleAdminStore writing,
            AccessRules rules,
            HomedPrefixes homed,
            HandlesHere here,
            String nodePrefix,
            RecordRule recordRule,
            InstantSource clock) {
        this.reading = reading;
        this.writing = writing;
        this.rules = rules;
        this.homed = homed;
        this.here = here;
        this.nodePrefix = nodePrefix;
        this.recordRule = recordRule;
        this.clock = clock;
        Arrays.setAll(losers, i -> new ReentrantLock());
    }

    @Override
    public AdminOutcome create(Caller caller, HandleRecord record, CreateOptions options) {
        if (options.isMinting()) {
            try {
                return createNew(caller, new HandleRecord(minted(record.name()), record.values()));
            } catch (InvalidHandleException e) {
                return Refused.of(ResponseCode.INVALID_HANDLE, "the minted " + e.getMessage());
            }
        }
        if (!options.isOverwriting()) {
            return createNew(caller, record);
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            AdminOutcome outcome = reading.find(record.name()).isEmpty()
                    ? createNew(caller, record)
                    : change(caller, record.name(), before -> new RecordDraft.Values(RecordDraft.byIndex(record)));
            if (!isOvertaken(outcome)) {
                return outcome;
            }
        }
        return busy(record.name());
    }

    /** Of this server's share: who asked could not know which server a suffix falls on. */
    private HandleName minted(HandleName start) {
        HandleName minted = HandleName.parse(start + UUID.randomUUID().toString());
        for (int i = 0; i < MOST_SUFFIXES && here.isSharedBySuffix() && !here.isInShare(minted); i++) {
            minted = HandleName.parse(start + UUID.randomUUID().toString());
        }
        return minted;
    }

    /** True when the handle came or went between looking and writing. */
    private static boolean isOvertaken(AdminOutcome outcome) {
        return outcome.responseCode().equals(ResponseCode.HANDLE_EXISTS)
                || outcome.responseCode().equals(ResponseCode.HANDLE_NOT_FOUND);
    }

    private AdminOutcome createNew(Caller caller, HandleRecord record) {
        HandleName name = record.name();
        boolean isPrefix = PrefixHandle.is(name);
        Optional<Refused> refusal = notHere(name)
                .or(() -> missing(
                        rules.standing(caller, PrefixHandle.above(name)),
                        isPrefix ? AdminRecord.ADD_DERIVED_PREFIX : AdminRecord.ADD_HANDLE,
                        PrefixHandle.above(name)))
                .or(() -> ValueChecks.refusalOfNew(name, record.values()))
                .or(() -> ValueChecks.refusal(name, record.values()))
                .or(() -> objection(name, Optional.empty(), Optional.of(record)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        long now = now();
        List<HandleValue> stamped = new ArrayList<>(record.values().size());
        for (HandleValue value : record.values()) {
            stamped.add(ValueChange.stamped(value, now));
        }
        return writing.create(new HandleRecord(name, stamped)).isAccepted()
                ? new Done(name, true)
                : Refused.of(ResponseCode.HANDLE_EXISTS, name + " exists already");
    }

    @Override
    public AdminOutcome delete(Caller caller, HandleName name) {
        return change(caller, name, before -> new RecordDraft.Deletion());
    }

    @Override
    public AdminOutcome addValues(Caller caller, HandleName name, List<HandleValue> values, boolean isOverwriting) {
        return change(caller, name, RecordDraft.adding(values, isOverwriting));
    }

    @Override
    public AdminOutcome modifyValues(Caller caller, HandleName name, List<HandleValue> values) {
        return change(caller, name, RecordDraft.modifying(values));
    }

    @Override
    public AdminOutcome removeValues(Caller caller, HandleName name, List<Integer> indexes) {
        return change(caller, name, RecordDraft.removing(indexes));
    }

    private AdminOutcome change(Caller caller, HandleName name, RecordDraft.Edit edit) {
        Optional<Refused> notHere = notHere(name);
        if (notHere.isPresent()) {
            return notHere.get();
        }
        Optional<AdminOutcome> first = tryChange(caller, name, edit);
        if (first.isPresent()) {
            return first.get();
        }
        Lock turn = losers[Math.floorMod(name.hashCode(), STRIPES)];
        turn.lock();
        try {
            for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
                Optional<AdminOutcome> outcome = tryChange(caller, name, edit);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
        } finally {
            turn.unlock();
        }
        return busy(name);
    }

    /** Empty when somebody else wrote meanwhile. */
    private Optional<AdminOutcome> tryChange(Caller caller, HandleName name, RecordDraft.Edit edit) {
        Optional<StoredRecord> stored = reading.find(name);
        if (stored.isEmpty()) {
            return Optional.of(Refused.of(ResponseCode.HANDLE_NOT_FOUND, name + " is not registered"));
        }
        HandleRecord before = stored.get().decode();
        ExpectedVersion expected = ExpectedVersion.exactly(stored.get().version());
        Standing standing = rules.standing(caller, before);
        RecordDraft draft = edit.of(RecordDraft.byIndex(before));
        if (draft instanceof RecordDraft.Misfit misfit) {
            return Optional.of(misfit(standing, before, misfit));
        }
        if (!(draft instanceof RecordDraft.Values wanted)) {
            return mayNotDelete(caller, standing, before)
                    .map(refused -> Optional.<AdminOutcome>of(refused))
                    .orElseGet(() -> done(writing.delete(before.name(), expected)));
        }
        Optional<Refused> refusal = mayNotChange(standing, before, wanted.byIndex());
        if (refusal.isPresent()) {
            return Optional.of(refusal.get());
        }
        HandleRecord after = RecordDraft.stamped(before, wanted.byIndex(), now());
        return objection(before.name(), Optional.of(before), Optional.of(after))
                .map(refused -> Optional.<AdminOutcome>of(refused))
                .orElseGet(() -> done(writing.createOrReplace(after, expected)));
    }

    private static Optional<AdminOutcome> done(WriteOutcome written) {
        return written.isAccepted() ? Optional.of(new Done(written.name(), false)) : Optional.empty();
    }

    /** Which values there are is told to administrators only. */
    private static Refused misfit(Standing standing, HandleRecord record, RecordDraft.Misfit misfit) {
        return standing.isAdministrator()
                ? new Refused(misfit.code(), record.name() + ": " + misfit.message(), misfit.indexes())
                : Refused.of(standing.refusal(), standing.refusal("changing values", record.name()));
    }

    private static Optional<Refused> mayNotChange(
            Standing standing, HandleRecord before, TreeMap<Integer, HandleValue> after) {
        List<ValueChange> changes = ValueChange.between(before, after);
        if (changes.isEmpty()) {
            // To be told that a value already is as guessed, one has to be somebody who may know or set it.
            return standing.may(AdminRecord.READ_VALUE)
                    ? Optional.empty()
                    : missing(standing, AdminRecord.MODIFY_VALUE, before.name());
        }
        return ChangeRules.refusal(standing, before, changes)
                .or(() -> ValueChecks.refusalOfNew(before.name(), fresh(changes)))
                .or(() -> ValueChecks.refusal(before.name(), after.values()))
                .or(() -> ChangeRules.lockOut(before, after.values()));
    }

    private static Collection<HandleValue> fresh(List<ValueChange> changes) {
        List<HandleValue> values = new ArrayList<>(changes.size());
        for (ValueChange change : changes) {
            HandleValue after = change.after();
            if (after != null) {
                values.add(after);
            }
        }
        return values;
    }

    private Optional<Refused> mayNotDelete(Caller caller, Standing standing, HandleRecord before) {
        HandleName name = before.name();
        if (name.equals(PrefixHandle.of(nodePrefix))) {
            return Optional.of(Refused.of(
                    ResponseCode.NO_PERMISSION, name + " names who administers this node, and cannot be deleted"));
        }
        Optional<Refused> refusal = missing(standing, AdminRecord.DELETE_HANDLE, name);
        if (refusal.isPresent() && PrefixHandle.is(name)) {
            HandleName above = PrefixHandle.above(name);
            Standing ofParent = rules.standing(caller, above);
            if (ofParent.isAdministrator() || !standing.isAdministrator()) {
                refusal = missing(ofParent, AdminRecord.DELETE_DERIVED_PREFIX, above);
            }
        }
        return refusal.or(() -> objection(name, Optional.of(before), Optional.empty()));
    }

    @Override
    public ListOutcome list(Caller caller, String prefix, Optional<HandleName> after, int limit) {
        Optional<Refused> refusal = PrefixHandle.refusal(prefix).or(() -> {
            HandleName handle = PrefixHandle.of(prefix);
            return notHere(here.prefixRefusal(HandleName.parse(prefix + "/")))
                    .or(() -> missing(rules.standing(caller, handle), AdminRecord.LIST_HANDLES, handle));
        });
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<StoredRecord> found = writing.scan(new ScanRange(prefix, false, after, limit));
        return new ListOutcome.Listed(found.stream().map(StoredRecord::name).toList(), found.size() < limit);
    }

    @Override
    public AdminOutcome home(Caller caller, String prefix) {
        Optional<Refused> refusal = PrefixHandle.refusal(prefix)
                .or(() -> missing(rules.nodeStanding(caller), AdminRecord.ADD_DERIVED_PREFIX, "this node"));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean isNew = !homed.responsible().isOwn(prefix) && homed.home(prefix, now());
        return new Done(PrefixHandle.of(prefix), isNew);
    }

    @Override
    public AdminOutcome unhome(Caller caller, String prefix) {
        Optional<Refused> refusal = PrefixHandle.refusal(prefix)
                .or(() -> missing(rules.nodeStanding(caller), AdminRecord.DELETE_DERIVED_PREFIX, "this node"));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (homed.responsible().isOwn(prefix)) {
            return Refused.of(
                    ResponseCode.NO_PERMISSION, prefix + " is this node's own prefix or under it, and stays homed");
        }
        return homed.unhome(prefix)
                ? new Done(PrefixHandle.of(prefix), false)
                : Refused.of(ResponseCode.SERVER_NOT_RESPONSIBLE, prefix + " is not homed here");
    }

    @Override
    public ListOutcome listHomed(Caller caller) {
        Optional<Refused> refusal = missing(rules.nodeStanding(caller), AdminRecord.LIST_HANDLES, "this node");
        return refusal.isPresent()
                ? refusal.get()
                : new ListOutcome.Listed(
                        homed.all().stream().map(PrefixHandle::of).toList(), true);
    }

    private Optional<Refused> notHere(HandleName name) {
        return notHere(here.refusal(name));
    }

    private static Optional<Refused> notHere(Optional<String> why) {
        return why.map(sentence -> Refused.of(ResponseCode.SERVER_NOT_RESPONSIBLE, sentence));
    }

    private static Optional<Refused> missing(Standing standing, int needed, Object about) {
        return standing.may(needed)
                ? Optional.empty()
                : Optional.of(Refused.of(
                        standing.refusal(),
                        standing.refusal(PermissionWords.of(needed & ~standing.permissions()), about)));
    }

    private Optional<Refused> objection(HandleName name, Optional<HandleRecord> before, Optional<HandleRecord> after) {
        return recordRule.objection(name, before, after).map(found -> Refused.of(found.code(), found.message()));
    }

    private static Refused busy(HandleName name) {
        return Refused.of(ResponseCode.SERVER_BUSY, "others keep changing " + name + "; try again");
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
