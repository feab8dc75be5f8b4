// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.Identifier;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.index.EquivalenceIndex;
import org.tanma.resolver.index.RecordMarks;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.template.map.TemplatedRecord;

/**
 * Adds identifiers of other kinds to records, and takes them away.
 *
 * <p>Contract: one key belongs to at most one record; both calls are idempotent, durable when they return, and logged. The
 * caller's right to write is checked before. Blocking; safe between threads of one node: changes take turns.
 */
public final class EquivalentRegistrar {
    private static final int TRIES = 8;

    /** How a change ended. */
    public enum Outcome {
        ADDED,
        REMOVED,
        /** The record already was as asked. */
        UNCHANGED,
        NO_RECORD,
        /** The record is a tombstone, or only the node itself changes it. */
        NOT_CHANGEABLE,
        /** Another record has the key; {@link Result#other()} says which. */
        TAKEN,
        /** All {@link Equivalents} indexes are in use. */
        FULL,
        /** The key stands in an item of the record; it is taken away by changing that item. */
        IN_ITEM,
        /** Others kept changing the record meanwhile. */
        BUSY
    }

    /**
     * @param version of the record after the call; 0 when there is none
     * @param other the record that has the key
     */
    public record Result(Outcome outcome, long version, Optional<HandleName> other) {}

    private final RecordDirectory directory;
    private final KeyHolders holders;
    private final HandleAdminStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Object turn = new Object();

    public EquivalentRegistrar(
            RecordDirectory directory,
            EquivalenceIndex index,
            HandleAdminStore store,
            AuditLog audit,
            InstantSource clock) {
        this.directory = directory;
        this.holders = new KeyHolders(directory, index);
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the record of {@code name} name {@code identifier}. */
    public Result add(HandleName name, Identifier identifier, Caller caller) {
        synchronized (turn) {
            Optional<HandleName> other = holders.other(identifier, name);
            if (other.isPresent()) {
                return new Result(Outcome.TAKEN, 0, other);
            }
            return change(name, identifier, caller, true);
        }
    }

    /** Makes the record of {@code name} not name {@code identifier} as an equivalent. */
    public Result remove(HandleName name, Identifier identifier, Caller caller) {
        synchronized (turn) {
            return change(name, identifier, caller, false);
        }
    }

    private Result change(HandleName name, Identifier identifier, Caller caller, boolean isAdded) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<RecordDirectory.Entry> entry = directory.find(name);
            if (entry.isEmpty()) {
                return new Result(Outcome.NO_RECORD, 0, Optional.empty());
            }
            HandleRecord record = entry.get().record();
            if (!isChangeable(entry.get())) {
                return new Result(Outcome.NOT_CHANGEABLE, entry.get().version(), Optional.empty());
            }
            String key = identifier.canonical();
            boolean isNamed = Equivalents.keysOf(record).contains(key);
            boolean isKnown = isNamed || holders.has(name, identifier);
            if (isAdded ? isKnown : !isNamed) {
                Outcome outcome = !isAdded && isKnown ? Outcome.IN_ITEM : Outcome.UNCHANGED;
                return new Result(outcome, entry.get().version(), Optional.empty());
            }
            Optional<List<HandleValue>> values = isAdded ? with(record, key) : Optional.of(without(record, key));
            if (values.isEmpty()) {
                return new Result(Outcome.FULL, entry.get().version(), Optional.empty());
            }
            String action = isAdded ? "equivalent.add" : "equivalent.remove";
            var outcome = store.apply(List.of(RecordChange.put(
                                    new HandleRecord(record.name(), values.get()),
                                    ExpectedVersion.exactly(entry.get().version()))
                            .by(new ChangeNote(clock.instant(), caller.name(), action, "", "", key))))
                    .get(0);
            if (outcome.isAccepted()) {
                audit.record(caller.name(), action, name.toString(), Map.of("identifier", key));
                return new Result(isAdded ? Outcome.ADDED : Outcome.REMOVED, outcome.version(), Optional.empty());
            }
        }
        return new Result(Outcome.BUSY, 0, Optional.empty());
    }

    private static boolean isChangeable(RecordDirectory.Entry entry) {
        boolean isRetired = entry.record()
                .findByIndex(RecordMarks.RETIRED_INDEX)
                .filter(v -> v.type().equals(RecordMarks.RETIRED_TYPE))
                .isPresent();
        boolean isIssued = entry.described()
                .map(TemplatedRecord::template)
                .filter(t -> t.isIssuedByNode())
                .isPresent();
        return !isRetired && !isIssued;
    }

    private Optional<List<HandleValue>> with(HandleRecord record, String key) {
        int free = Equivalents.FIRST_INDEX;
        while (free <= Equivalents.LAST_INDEX && record.findByIndex(free).isPresent()) {
            free++;
        }
        if (free > Equivalents.LAST_INDEX || record.values().size() >= HandleRecord.MAX_VALUES) {
            return Optional.empty();
        }
        List<HandleValue> values = new ArrayList<>(record.values());
        values.add(HandleValue.text(free, Equivalents.TYPE, key, clock.instant().getEpochSecond()));
        values.sort(Comparator.comparingInt(HandleValue::index));
        return Optional.of(values);
    }

    private static List<HandleValue> without(HandleRecord record, String key) {
        return record.values().stream()
                .filter(v -> !Equivalents.isEquivalent(v)
                        || !Equivalents.key(new String(v.data(), StandardCharsets.UTF_8))
                                .equals(Optional.of(key)))
                .toList();
    }
}
