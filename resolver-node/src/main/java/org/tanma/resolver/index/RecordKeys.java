// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.IdentifierKind;
import org.tanma.resolver.store.EncodedValueCursor;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateVersion;

/**
 * The keys a record is found by: they follow from the record and from the version of the template it names, which never
 * changes. Safe between threads.
 */
public final class RecordKeys {
    private final TemplateCatalog catalog;
    private final Map<String, Items> byTemplate = new ConcurrentHashMap<>();
    private volatile @Nullable Lists lastLists;

    public RecordKeys(TemplateCatalog catalog) {
        this.catalog = catalog;
    }

    /** What of a template's items a record is found by: indexed ones, and identifiers of other kinds, by index. */
    private record Items(String template, Map<Integer, IndexedItem> byIndex, Map<Integer, IdentifierKind> kinds) {
        static final Items NONE = new Items("", Map.of(), Map.of());
    }

    /** The beginnings of the keys that all records of an enterprise and a template share. */
    private record Lists(
            boolean isRetired, String owner, String template, byte[] ofTemplate, byte[] ofEnterprise, byte[] ofBoth) {}

    List<byte[]> of(StoredRecord record) {
        List<byte[]> keys = new ArrayList<>();
        byte[] handle = record.name().foldedOctets();
        RecordMarks marks = RecordMarks.of(record);
        String owner = marks.owner();
        Items items = items(marks.template(), marks.templateVersion());
        EncodedValueCursor values = record.values().cursor();
        while (values.next()) {
            int index = values.index();
            if (index >= TemplateItem.FIRST_INDEX) {
                IndexedItem item = items.byIndex().get(index);
                if (item != null) {
                    addItem(keys, owner, items.template(), item, values.dataAsText(), handle);
                }
                IdentifierKind kind = items.kinds().get(index);
                if (kind != null) {
                    Equivalents.key(kind, values.dataAsText())
                            .ifPresent(key -> keys.add(IndexKeys.join(IndexKeys.equivalent(key), handle)));
                }
            } else if (isEquivalent(index) && values.hasType(RecordMarks.EQUIVALENT)) {
                Equivalents.key(values.dataAsText())
                        .ifPresent(key -> keys.add(IndexKeys.join(IndexKeys.equivalent(key), handle)));
            }
        }
        Lists lists = lists(marks.isRetired(), owner, items.template());
        if (!items.template().isEmpty()) {
            keys.add(IndexKeys.join(lists.ofTemplate(), handle));
            keys.add(IndexKeys.join(lists.ofBoth(), handle));
        }
        keys.add(IndexKeys.join(lists.ofEnterprise(), handle));
        keys.add(IndexKeys.join(IndexKeys.created(), OrderedText.seconds(marks.createdSeconds()), handle));
        keys.add(IndexKeys.join(IndexKeys.changed(), OrderedText.seconds(marks.changedSeconds()), handle));
        if (marks.isRetired()) {
            keys.add(IndexKeys.join(IndexKeys.retired(), handle));
        }
        return keys;
    }

    /** Those of the last record where they are the same, as they are for all rows of a file. */
    private Lists lists(boolean isRetired, String owner, String template) {
        Lists known = lastLists;
        if (known == null
                || known.isRetired() != isRetired
                || !known.owner().equals(owner)
                || !known.template().equals(template)) {
            known = new Lists(
                    isRetired,
                    owner,
                    template,
                    IndexKeys.template(isRetired, template),
                    IndexKeys.enterprise(isRetired, owner),
                    IndexKeys.enterpriseTemplate(isRetired, owner, template));
            lastLists = known;
        }
        return known;
    }

    private static boolean isEquivalent(int index) {
        return index >= Equivalents.FIRST_INDEX && index <= Equivalents.LAST_INDEX;
    }

    private static void addItem(
            List<byte[]> keys, String owner, String template, IndexedItem item, String stored, byte[] handle) {
        for (String text : item.texts(stored)) {
            Optional<byte[]> octets = item.octets(text);
            if (octets.isPresent()) {
                keys.add(IndexKeys.join(IndexKeys.item(owner, template, item), octets.get(), handle));
            }
        }
    }

    private Items items(String template, String version) {
        if (template.isEmpty() || version.isEmpty()) {
            return Items.NONE;
        }
        String named = template + '@' + version;
        Items known = byTemplate.get(named);
        if (known != null) {
            return known;
        }
        Optional<MetadataTemplate> found = find(template, version);
        found.ifPresent(t -> byTemplate.put(named, compile(t)));
        return found.map(RecordKeys::compile).orElse(Items.NONE);
    }

    /** Names what {@link RecordMapper} would read the record by. */
    private Optional<MetadataTemplate> find(String template, String version) {
        try {
            return catalog.find(HandleName.parse(template), TemplateVersion.parse(version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Items compile(MetadataTemplate template) {
        Map<Integer, IndexedItem> byIndex = new HashMap<>();
        Map<Integer, IdentifierKind> kinds = new HashMap<>();
        for (TemplateItem item : template.items()) {
            IndexedItem.of(item).ifPresent(indexed -> byIndex.put(item.index(), indexed));
            IdentifierKind.fromCode(item.identifierKind()).ifPresent(kind -> kinds.put(item.index(), kind));
        }
        return new Items(template.name(), byIndex, kinds);
    }
}
