// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplateRecord;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.ReferenceLookup;
import org.tanma.template.validate.Violation;

/**
 * Writes records the node itself makes: issued codes, and the templates.
 *
 * <p>Contract: idempotent; publishing what is published changes nothing and logs nothing. What comes last stays: whoever
 * publishes about one handle does so in order. Durable when a method returns. Safe between threads.
 */
public final class RecordPublisher {
    private final TemplateCatalog catalog;
    private final RecordValidator validator;
    private final RecordMapper mapper;
    private final RecordDirectory directory;
    private final HandleAdminStore store;
    private final RecordWriter writer;
    private final InstantSource clock;

    public RecordPublisher(
            TemplateCatalog catalog,
            RecordValidator validator,
            RecordMapper mapper,
            RecordDirectory directory,
            HandleAdminStore store,
            RegistrationLog log,
            InstantSource clock) {
        this.catalog = catalog;
        this.validator = validator;
        this.mapper = mapper;
        this.directory = directory;
        this.store = store;
        this.writer = new RecordWriter(store, log, clock);
        this.clock = clock;
    }

    /**
     * Makes the record of {@code handle} be these items in the newest version of a template.
     *
     * @param publisher under whose name it is logged
     * @throws RefusedRecordException when the items do not fit the template, or what they point at is not registered
     */
    public void publish(HandleName handle, String template, Map<String, String> items, String publisher) {
        MetadataTemplate newest = catalog.get(template);
        List<Violation> violations = validator.validate(newest, items, siblingsMayFollow(newest, items));
        if (!violations.isEmpty()) {
            throw new RefusedRecordException(handle, violations);
        }
        HandleRecord record =
                mapper.toRecord(handle, newest, items, PrefixAdministrator.of(handle.prefix()), seconds());
        if (!isStored(record)) {
            writer.write(publisher, newest, List.of(RecordChange.put(record, ExpectedVersion.any())));
        }
    }

    /** A record may name another of its own kind before that one is published: they arrive in no order among themselves. */
    private ReferenceLookup siblingsMayFollow(MetadataTemplate template, Map<String, String> items) {
        Set<String> siblings = template.items().stream()
                .filter(i -> i.referencedTemplate().equals(template.name()))
                .map(i -> items.getOrDefault(i.code(), ""))
                .collect(Collectors.toSet());
        return handle -> directory
                .findTemplate(handle)
                .or(() -> siblings.contains(handle.toString()) ? Optional.of(template.name()) : Optional.empty());
    }

    /** Publishes every template under its own handle; returns how many were new or changed. */
    public int publishTemplates() {
        List<RecordChange> changes = new ArrayList<>();
        for (MetadataTemplate template : catalog.newest()) {
            HandleRecord record = TemplateRecord.of(
                    catalog.versions(template.name()),
                    PrefixAdministrator.of(template.handle().prefix()),
                    seconds());
            changes.add(RecordChange.put(record, ExpectedVersion.any()));
        }
        return (int) store.apply(changes).stream()
                .filter(outcome -> outcome.status() != WriteOutcome.Status.UNCHANGED)
                .count();
    }

    private boolean isStored(HandleRecord record) {
        return directory
                .find(record.name())
                .filter(e -> RecordContent.isSame(e.record(), record))
                .isPresent();
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
