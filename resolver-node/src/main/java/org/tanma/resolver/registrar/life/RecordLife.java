// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.IdentifierKind;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.index.RecordMarks;
import org.tanma.resolver.registrar.Ownership;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordOwners;
import org.tanma.resolver.registrar.Retirement;
import org.tanma.resolver.registrar.account.Permission;
import org.tanma.resolver.registrar.account.Permissions;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.resolver.store.RecordVersion;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.resolver.type.PredefinedType;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateVersion;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.Violation;

/**
 * Changes records that were registered: their items, and whether they live.
 *
 * <p>Contract: a change is whole or not made; what is reported as made is on disk, in the history and in the index. The
 * version that the caller saw has to be the stored one. Refusals: {@link org.tanma.kit.rest.ProblemException}. Safe between
 * threads; blocking.
 */
public final class RecordLife {
    /** Longest reason, in characters. */
    public static final int MAX_REASON = 1_000;

    private final RecordDirectory directory;
    private final TemplateCatalog catalog;
    private final RecordValidator validator;
    private final RecordMapper mapper;
    private final RecordHistory history;
    private final LifeWriter writer;
    private final InstantSource clock;

    RecordLife(
            RecordDirectory directory,
            TemplateCatalog catalog,
            RecordValidator validator,
            RecordMapper mapper,
            RecordHistory history,
            LifeWriter writer,
            InstantSource clock) {
        this.directory = directory;
        this.catalog = catalog;
        this.validator = validator;
        this.mapper = mapper;
        this.history = history;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What is to become of a record's items.
     *
     * @param items to be set; an empty value takes the item away
     * @param isWhole true when items that are not named go
     * @param version of the template to read them by; the record's own when empty
     */
    public record ItemChange(
            Map<String, String> items, boolean isWhole, Optional<TemplateVersion> version, String reason) {}

    /** A record and its template, as somebody is about to change it. */
    record Held(RecordDirectory.Entry entry, TemplatedRecord described) {
        HandleRecord record() {
            return entry.record();
        }

        MetadataTemplate template() {
            return described.template();
        }
    }

    /** The record as it is to be changed by {@code caller}; refused when it may not be. */
    Held hold(HandleName name, Optional<Long> expected, Caller caller) {
        RecordDirectory.Entry entry = directory.find(name).orElseThrow(() -> LifeRefusals.unknown(name));
        if (!RecordOwners.mayWrite(caller, entry.record())) {
            throw LifeRefusals.forbidden("life.forbidden", name, RecordOwners.ownerOf(entry.record()));
        }
        TemplatedRecord described =
                entry.described().orElseThrow(() -> LifeRefusals.conflict("life.untemplated", name));
        if (described.template().isIssuedByNode()) {
            throw LifeRefusals.forbidden("life.issued", name);
        }
        expected.filter(version -> version != entry.version()).ifPresent(version -> {
            throw LifeRefusals.changed(name, entry.version());
        });
        return new Held(entry, described);
    }

    Held holdLive(HandleName name, Optional<Long> expected, Caller caller) {
        Held held = hold(name, expected, caller);
        if (Retirement.isRetired(held.record())) {
            throw LifeRefusals.conflict("life.retired", name);
        }
        return held;
    }

    /**
     * Sets items of a record.
     *
     * @param expected version that has to be stored; any when empty
     * @return the record as it is now
     */
    public RecordDirectory.Entry update(HandleName name, ItemChange change, Optional<Long> expected, Caller caller) {
        Permissions.require(caller, Permission.REGISTER);
        Held held = holdLive(name, expected, caller);
        MetadataTemplate template = template(held, change);
        Map<String, String> items = new LinkedHashMap<>(
                change.isWhole() ? Map.of() : held.described().items());
        items.putAll(change.items());
        items.values().removeIf(String::isEmpty);
        String owner = RecordOwners.ownerOf(held.record());
        List<Violation> violations = new ArrayList<>(validator.validate(template, items, directory));
        violations.addAll(Ownership.violations(template, owner, items));
        if (!violations.isEmpty()) {
            throw LifeRefusals.invalid(name, violations);
        }
        HandleRecord record = withItems(held, template, items);
        Set<String> changed = RecordPast.changedItems(Optional.of(held.described()), mapper.read(record), item -> true);
        return write(held, record, template, "update", change.reason(), caller, Map.of("items", changed.toString()));
    }

    private MetadataTemplate template(Held held, ItemChange change) {
        String name = held.template().name();
        if (change.version().isEmpty()) {
            return held.template();
        }
        TemplateVersion version = change.version().get();
        MetadataTemplate wanted =
                catalog.find(name, version).orElseThrow(() -> LifeRefusals.conflict("life.noVersion", name, version));
        if (version.compareTo(held.template().version()) < 0) {
            throw LifeRefusals.conflict(
                    "life.olderVersion", name, held.template().version(), version);
        }
        return wanted;
    }

    /** The record with these items; values the template knows nothing of stay, and unchanged ones keep their time. */
    HandleRecord withItems(Held held, MetadataTemplate template, Map<String, String> items) {
        HandleName name = held.record().name();
        HandleRecord fresh = mapper.toRecord(
                name,
                template,
                items,
                org.tanma.template.map.PrefixAdministrator.of(RecordOwners.ownerOf(held.record())),
                seconds());
        List<HandleValue> values = new ArrayList<>();
        Set<Integer> taken = new TreeSet<>();
        for (HandleValue other : held.described().otherValues()) {
            values.add(other);
            taken.add(other.index());
        }
        fresh.values().stream()
                .filter(value -> !taken.contains(value.index()))
                .map(value -> sinceBefore(value, held.record()))
                .forEach(values::add);
        return new HandleRecord(name, values);
    }

    /** The stored value where it says the same. */
    private static HandleValue sinceBefore(HandleValue value, HandleRecord before) {
        return before.findByIndex(value.index())
                .filter(old -> old.type().equals(value.type())
                        && old.dataAsText().equals(value.dataAsText())
                        && old.permissions().equals(value.permissions())
                        && old.ttl().equals(value.ttl()))
                .orElse(value);
    }

    RecordDirectory.Entry write(
            Held held,
            HandleRecord record,
            MetadataTemplate template,
            String action,
            String reason,
            Caller caller,
            Map<String, String> details) {
        HandleName name = record.name();
        List<WriteOutcome> outcomes = writer.write(
                caller,
                action,
                reason,
                List.of(RecordChange.put(
                        record, ExpectedVersion.exactly(held.entry().version()))),
                List.of(template),
                details);
        if (outcomes.get(0).status() == WriteOutcome.Status.CONFLICT) {
            throw LifeRefusals.changed(name, outcomes.get(0).version());
        }
        return directory.find(name).orElseThrow(() -> LifeRefusals.unknown(name));
    }

    /** Makes a record a tombstone: it keeps administrator, template, enterprise and equivalents, and drops the rest. */
    public RecordDirectory.Entry retire(
            HandleName name, String reason, Optional<HandleName> successor, Optional<Long> expected, Caller caller) {
        Permissions.require(caller, Permission.RETIRE);
        Held held = holdLive(name, expected, caller);
        successor.ifPresent(handle -> {
            if (handle.equals(name) || !directory.exists(handle)) {
                throw LifeRefusals.conflict("life.successor", handle);
            }
        });
        String owner = RecordOwners.ownerOf(held.record());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<HandleValue> values = new ArrayList<>();
        for (HandleValue value : held.record().values()) {
            if (isKept(value)) {
                values.add(value);
            }
        }
        addEquivalents(values, held, now.getEpochSecond());
        values.add(new Retirement(now, reason, owner, successor).value());
        return write(
                held,
                new HandleRecord(name, values),
                held.template(),
                "retire",
                reason,
                caller,
                Map.of("successor", successor.map(HandleName::toString).orElse("")));
    }

    private static boolean isKept(HandleValue value) {
        return PredefinedType.HS_ADMIN.is(value)
                || value.index() == RecordMapper.TEMPLATE_INDEX
                || value.index() == RecordMapper.VERSION_INDEX
                || value.index() == RecordMarks.OWNER_INDEX
                || Equivalents.isEquivalent(value);
    }

    /** Identifiers of other kinds that items name go on leading here. */
    private static void addEquivalents(List<HandleValue> values, Held held, long seconds) {
        Set<String> known = new LinkedHashSet<>(Equivalents.keysOf(values));
        int index = Equivalents.FIRST_INDEX;
        for (TemplateItem item : held.template().items()) {
            Optional<String> key = IdentifierKind.fromCode(item.identifierKind())
                    .flatMap(kind ->
                            Equivalents.key(kind, held.described().items().getOrDefault(item.code(), "")));
            if (key.isPresent() && known.add(key.get())) {
                while (isTaken(values, index)) {
                    index++;
                }
                values.add(HandleValue.text(index, Equivalents.TYPE, key.get(), seconds));
            }
        }
    }

    private static boolean isTaken(List<HandleValue> values, int index) {
        return values.stream().anyMatch(value -> value.index() == index);
    }

    /** Makes a tombstone the record again that it was before; by the operator alone. */
    public RecordDirectory.Entry restore(HandleName name, String reason, Optional<Long> expected, Caller caller) {
        if (!caller.isOperator()) {
            throw LifeRefusals.forbidden("life.restore.operator", name);
        }
        Held held = hold(name, expected, caller);
        if (!Retirement.isRetired(held.record())) {
            throw LifeRefusals.conflict("life.restore.live", name);
        }
        HandleRecord before = lastLive(name);
        return write(held, before, held.template(), "restore", reason, caller, Map.of());
    }

    private HandleRecord lastLive(HandleName name) {
        long below = Long.MAX_VALUE;
        while (true) {
            List<RecordVersion> page = history.versions(name, below, 100);
            for (RecordVersion version : page) {
                Optional<HandleRecord> record = version.content().map(stored -> stored.decode());
                if (record.isPresent() && !Retirement.isRetired(record.get())) {
                    return record.get();
                }
                below = version.version();
            }
            if (page.isEmpty()) {
                throw LifeRefusals.conflict("life.restore.lost", name);
            }
        }
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
