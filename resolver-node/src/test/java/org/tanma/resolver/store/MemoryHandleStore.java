// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/** The contract in its plainest form: a sorted map and one lock. Keeps nothing beyond the process. */
public final class MemoryHandleStore
        implements HandleStore, HandleAdminStore, ChangeFeed, RecordHistory, BulkLoader, OrderedRecords {
    private record Slot(long version, Optional<StoredRecord> live) {}

    private static final Slot NEVER_WRITTEN = new Slot(0, Optional.empty());
    private final TreeMap<HandleName, Slot> slots = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private volatile long last;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final List<RecordFollower> followers = new CopyOnWriteArrayList<>();
    private final TreeMap<HandleName, List<RecordVersion>> versions = new TreeMap<>();

    @Override
    public Subscription subscribe(ChangeListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Subscription follow(RecordFollower follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    @Override
    public synchronized List<RecordVersion> versions(HandleName name, long before, int limit) {
        List<RecordVersion> newestFirst = new ArrayList<>(versions.getOrDefault(name, List.of()));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(version -> version.version() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<StoredRecord> find(HandleName name) {
        return slots.getOrDefault(name, NEVER_WRITTEN).live();
    }

    @Override
    public synchronized List<WriteOutcome> apply(List<RecordChange> changes) {
        if (changes.size() > MAX_BATCH) {
            throw new IllegalArgumentException("a batch has at most " + MAX_BATCH + " changes");
        }
        if (changes.stream().map(RecordChange::name).collect(Collectors.toSet()).size() < changes.size()) {
            throw new IllegalArgumentException("a batch changes a handle twice");
        }
        TreeMap<HandleName, Slot> written = new TreeMap<>();
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (RecordChange change : changes) {
            Slot slot = slots.getOrDefault(change.name(), NEVER_WRITTEN);
            outcomes.add(outcome(change, slot));
            written.put(change.name(), after(change, slot, outcomes.get(outcomes.size() - 1)));
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.status() == WriteOutcome.Status.CONFLICT)) {
            return outcomes.stream()
                    .map(outcome -> outcome.status() == WriteOutcome.Status.CONFLICT
                            ? outcome
                            : new WriteOutcome(
                                    outcome.name(), WriteOutcome.Status.NOT_TRIED, currentVersion(outcome.name())))
                    .toList();
        }
        TreeMap<HandleName, Slot> before = new TreeMap<>();
        written.keySet().forEach(name -> before.put(name, slots.getOrDefault(name, NEVER_WRITTEN)));
        slots.putAll(written);
        List<HandleName> changed = outcomes.stream()
                .filter(outcome -> outcome.status() != WriteOutcome.Status.UNCHANGED)
                .map(WriteOutcome::name)
                .toList();
        long first = lastSequence() + 1;
        outcomes.stream().flatMap(MemoryHandleStore::kind).forEach(this::append);
        keepVersions(changes, outcomes);
        tellFollowers(before, first);
        if (!changed.isEmpty()) {
            listeners.forEach(listener -> listener.changed(changed));
        }
        return outcomes;
    }

    private void keepVersions(List<RecordChange> given, List<WriteOutcome> outcomes) {
        for (int i = 0; i < given.size(); i++) {
            WriteOutcome outcome = outcomes.get(i);
            Optional<Kind> kind = kind(outcome).map(Map.Entry::getKey).findFirst();
            if (kind.isPresent()) {
                Slot slot = slots.getOrDefault(outcome.name(), NEVER_WRITTEN);
                versions.computeIfAbsent(outcome.name(), name -> new ArrayList<>())
                        .add(new RecordVersion(
                                outcome.name(),
                                slot.version(),
                                kind,
                                given.get(i).note(),
                                slot.live()));
            }
        }
    }

    private void tellFollowers(Map<HandleName, Slot> before, long first) {
        List<RecordFollower.Written> made = new ArrayList<>();
        for (long sequence = first; sequence <= lastSequence(); sequence++) {
            Change change = changes.get((int) sequence - 1);
            HandleName name = change.name().orElseThrow();
            made.add(new RecordFollower.Written(
                    sequence,
                    name,
                    change.version(),
                    before.getOrDefault(name, NEVER_WRITTEN).live(),
                    slots.getOrDefault(name, NEVER_WRITTEN).live()));
        }
        if (!made.isEmpty()) {
            followers.forEach(follower -> follower.written(made));
        }
    }

    private static Stream<Map.Entry<Kind, HandleName>> kind(WriteOutcome outcome) {
        return switch (outcome.status()) {
            case CREATED -> Stream.of(Map.entry(Kind.CREATED, outcome.name()));
            case REPLACED -> Stream.of(Map.entry(Kind.REPLACED, outcome.name()));
            case DELETED -> Stream.of(Map.entry(Kind.DELETED, outcome.name()));
            case UNCHANGED, CONFLICT, NOT_TRIED -> Stream.empty();
        };
    }

    private void append(Map.Entry<Kind, HandleName> change) {
        changes.add(new Change(
                changes.size() + 1L,
                change.getKey(),
                Optional.of(change.getValue()),
                slots.getOrDefault(change.getValue(), NEVER_WRITTEN).version()));
        last = changes.size();
    }

    /** Asked without the lock, as a follower does who holds one of its own. */
    @Override
    public long lastSequence() {
        return last;
    }

    @Override
    public synchronized List<Change> after(long sequence, int limit) {
        if (sequence < 0 || limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("after " + sequence + ", limit " + limit);
        }
        if (sequence > changes.size()) {
            throw new ChangesUnavailableException(sequence, 1, changes.size());
        }
        return changes.stream().skip(sequence).limit(limit).toList();
    }

    @Override
    public synchronized LoadReport load(Iterator<HandleRecord> records, Existing existing) {
        TreeMap<HandleName, Slot> loaded = new TreeMap<>();
        long replaced = 0;
        while (records.hasNext()) {
            HandleRecord record = records.next();
            Slot slot = slots.getOrDefault(record.name(), NEVER_WRITTEN);
            if (slot.live().isPresent() && existing == Existing.REFUSE) {
                throw new HandleClashException(record.name(), "has a record already");
            }
            replaced += slot.live().isPresent() ? 1 : 0;
            StoredRecord stored =
                    new StoredRecord(record.name(), slot.version() + 1, EncodedValues.encode(record.values()));
            if (loaded.put(record.name(), new Slot(slot.version() + 1, Optional.of(stored))) != null) {
                throw new HandleClashException(record.name(), "comes twice");
            }
        }
        if (!loaded.isEmpty()) {
            slots.putAll(loaded);
            loaded.forEach((name, slot) -> versions.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(new RecordVersion(name, slot.version(), Optional.empty(), Optional.empty(), slot.live())));
            changes.add(new Change(changes.size() + 1L, Kind.EVERYTHING, Optional.empty(), 0));
            last = changes.size();
            followers.forEach(follower -> follower.everythingWritten(lastSequence()));
            listeners.forEach(ChangeListener::everythingChanged);
        }
        return new LoadReport(loaded.size(), replaced);
    }

    @Override
    public synchronized long forEach(Optional<String> prefix, Consumer<StoredRecord> each) {
        List<StoredRecord> records = slots.values().stream()
                .flatMap(slot -> slot.live().stream())
                .filter(record -> prefix.map(record.name()::isUnder).orElse(true))
                .toList();
        records.forEach(each);
        return records.size();
    }

    private long currentVersion(HandleName name) {
        return find(name).map(StoredRecord::version).orElse(0L);
    }

    private static WriteOutcome outcome(RecordChange change, Slot slot) {
        long version = slot.live().map(StoredRecord::version).orElse(0L);
        if (!change.expected().accepts(version)) {
            return new WriteOutcome(change.name(), WriteOutcome.Status.CONFLICT, version);
        }
        if (change.record().isEmpty()) {
            return new WriteOutcome(
                    change.name(), version == 0 ? WriteOutcome.Status.UNCHANGED : WriteOutcome.Status.DELETED, 0);
        }
        EncodedValues values = EncodedValues.encode(change.record().get().values());
        if (values.octetCount() > MAX_RECORD_OCTETS) {
            throw new IllegalArgumentException(
                    change.name() + " has at most " + MAX_RECORD_OCTETS + " octets of values");
        }
        if (slot.live()
                .map(live -> live.values().equalsIgnoringTimestamps(values))
                .orElse(false)) {
            return new WriteOutcome(change.name(), WriteOutcome.Status.UNCHANGED, version);
        }
        return new WriteOutcome(
                change.name(),
                version == 0 ? WriteOutcome.Status.CREATED : WriteOutcome.Status.REPLACED,
                slot.version() + 1);
    }

    private static Slot after(RecordChange change, Slot slot, WriteOutcome outcome) {
        return switch (outcome.status()) {
            case CREATED, REPLACED ->
                new Slot(
                        outcome.version(),
                        change.record()
                                .map(record -> new StoredRecord(
                                        record.name(), outcome.version(), EncodedValues.encode(record.values()))));
            case DELETED -> new Slot(slot.version() + 1, Optional.empty());
            case UNCHANGED, CONFLICT, NOT_TRIED -> slot;
        };
    }

    @Override
    public synchronized List<StoredRecord> scan(ScanRange range) {
        return slots.values().stream()
                .flatMap(slot -> slot.live().stream())
                .filter(record -> range.withDerived()
                        ? record.name().isUnder(range.prefix())
                        : record.name().prefix().equalsIgnoreCase(range.prefix()))
                .filter(record -> range.after()
                        .map(after -> record.name().compareTo(after) > 0)
                        .orElse(true))
                .limit(range.limit())
                .toList();
    }
}
