// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordOwners;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ChangeNote;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.resolver.store.RecordVersion;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.TemplateItem;

/**
 * What a record was, and who made it so.
 *
 * <p>Each version is shown as its own enterprise and time had it: what was private stays with whoever it belonged to then,
 * also after a transfer. Who made a change, and why, is for those who may see all of that version. Safe between threads.
 */
public final class RecordPast {
    private final RecordHistory history;
    private final RecordMapper mapper;
    private final Disclosure disclosure;

    public RecordPast(RecordHistory history, RecordMapper mapper, Disclosure disclosure) {
        this.history = history;
        this.mapper = mapper;
        this.disclosure = disclosure;
    }

    /**
     * One version in short.
     *
     * @param note empty when nobody said who made it, or the caller may not know
     * @param at when it was made, seconds since 1970; from the note, else from the record's newest value
     * @param changed codes of the items that differ from the version before, of those the caller may see
     * @param isPresent false when the record was removed
     */
    public record Line(
            long version,
            long at,
            Optional<ChangeFeed.Kind> kind,
            Optional<String> action,
            Optional<ChangeNote> note,
            Optional<String> template,
            Set<String> changed,
            boolean isPresent) {}

    /** Versions below {@code before}, newest first, at most {@code limit}, from 1 to 999. */
    public List<Line> lines(HandleName name, long before, int limit, Caller caller) {
        List<RecordVersion> versions = history.versions(name, before, limit + 1);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, versions.size()); i++) {
            Optional<RecordVersion> earlier =
                    i + 1 < versions.size() ? Optional.of(versions.get(i + 1)) : Optional.empty();
            lines.add(line(versions.get(i), earlier, caller));
        }
        return lines;
    }

    private Line line(RecordVersion version, Optional<RecordVersion> earlier, Caller caller) {
        Optional<TemplatedRecord> now = described(version);
        Optional<TemplatedRecord> was = earlier.flatMap(this::described);
        String owner = owner(version)
                .or(() -> earlier.flatMap(this::owner))
                .orElse(version.name().prefix());
        Disclosure.Circle circle = circle(owner, now.or(() -> was), caller);
        Disclosure.Circle before = was.isPresent() ? circle(RecordOwners.ownerOf(was.get()), was, caller) : circle;
        Set<String> changed = changedItems(
                was, now, item -> Disclosure.isVisible(item, circle) && Disclosure.isVisible(item, before));
        return new Line(
                version.version(),
                version.note()
                        .map(note -> note.at().getEpochSecond())
                        .orElseGet(
                                () -> version.content().map(RecordPast::newest).orElse(0L)),
                version.kind(),
                version.note().map(ChangeNote::action),
                version.note().filter(note -> circle == Disclosure.Circle.OWNER),
                now.map(d -> d.template().toString()),
                changed,
                version.content().isPresent());
    }

    private Disclosure.Circle circle(String owner, Optional<TemplatedRecord> record, Caller caller) {
        return disclosure.circle(owner, record.map(r -> r.template().name()).orElse(""), caller);
    }

    private Optional<String> owner(RecordVersion version) {
        return version.content().map(stored -> RecordOwners.ownerOf(stored.decode()));
    }

    private static long newest(StoredRecord stored) {
        return stored.decode().values().stream()
                .mapToLong(value -> value.timestampSeconds())
                .max()
                .orElse(0);
    }

    private Optional<TemplatedRecord> described(RecordVersion version) {
        return version.content().flatMap(stored -> mapper.read(stored.decode()));
    }

    /** Codes of the items that are in one record and not, or otherwise, in the other. */
    static Set<String> changedItems(
            Optional<TemplatedRecord> was, Optional<TemplatedRecord> now, Predicate<TemplateItem> isVisible) {
        Set<String> changed = new TreeSet<>();
        List.of(was, now)
                .forEach(side -> side.ifPresent(record -> record.template().items().stream()
                        .filter(isVisible)
                        .map(TemplateItem::code)
                        .filter(code -> !value(was, code).equals(value(now, code)))
                        .forEach(changed::add)));
        return changed;
    }

    private static Optional<String> value(Optional<TemplatedRecord> record, String code) {
        return record.map(r -> r.items().get(code));
    }

    /** The record as one version had it; empty when there is no such version, or it removed the record. */
    public Optional<RecordDirectory.Entry> find(HandleName name, long version) {
        return history.version(name, version)
                .flatMap(RecordVersion::content)
                .map(stored ->
                        new RecordDirectory.Entry(stored.version(), stored.decode(), mapper.read(stored.decode())));
    }
}
