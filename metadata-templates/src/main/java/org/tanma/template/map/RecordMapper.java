// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateVersion;

/**
 * Writes a record's items as handle values, and reads them back.
 *
 * <p>Shape of a record: 100 {@code HS_ADMIN}; {@value #TEMPLATE_INDEX} {@code TEMPLATE_ID}, the template's handle;
 * {@value #VERSION_INDEX} {@code TEMPLATE}, its version; then every item at its own index, its code (or registered type) as
 * type and its text as data. An item only its owner may see becomes a value without public read. Reading gives back what was
 * written. Safe between threads.
 */
public final class RecordMapper {
    /** Index of the value that names the template. */
    public static final int TEMPLATE_INDEX = 1000;
    /** Index of the value that names the template's version. */
    public static final int VERSION_INDEX = 1001;

    static final String TEMPLATE_TYPE = "TEMPLATE_ID";
    static final String VERSION_TYPE = "TEMPLATE";

    private final TemplateCatalog catalog;

    public RecordMapper(TemplateCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The handle record of valid items.
     *
     * @param timestampSeconds since 1970, of this change
     * @throws IllegalArgumentException when an item is not in the template: the record was not validated
     */
    public HandleRecord toRecord(
            HandleName handle,
            MetadataTemplate template,
            Map<String, String> items,
            AdminRecord admin,
            long timestampSeconds) {
        Ttl ttl = Ttl.ofSeconds(template.ttlSeconds());
        List<HandleValue> values = new ArrayList<>();
        values.add(PrefixAdministrator.value(admin, timestampSeconds));
        values.add(HandleValue.text(
                TEMPLATE_INDEX, TEMPLATE_TYPE, template.handle().toString(), timestampSeconds));
        values.add(
                HandleValue.text(VERSION_INDEX, VERSION_TYPE, template.version().toString(), timestampSeconds));
        items.forEach((code, text) -> {
            TemplateItem item = item(template, code);
            values.add(new HandleValue(
                    item.index(),
                    item.handleType(),
                    text.getBytes(StandardCharsets.UTF_8),
                    ttl,
                    item.isPublic() ? ValuePermissions.PUBLIC : ValuePermissions.PRIVATE,
                    timestampSeconds,
                    List.of()));
        });
        return new HandleRecord(handle, values);
    }

    /** A loop where a stream would stand: it runs for every item of a million records. */
    private static TemplateItem item(MetadataTemplate template, String code) {
        for (TemplateItem item : template.items()) {
            if (item.code().equals(code)) {
                return item;
            }
        }
        throw new IllegalArgumentException("'" + code + "' is no item of template " + template);
    }

    /** The template a record says it was made by; empty when it names none this catalog knows. */
    public Optional<MetadataTemplate> findTemplate(HandleRecord record) {
        Optional<String> handle = record.findByIndex(TEMPLATE_INDEX).map(HandleValue::dataAsText);
        Optional<String> version = record.findByIndex(VERSION_INDEX).map(HandleValue::dataAsText);
        if (handle.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        try {
            return catalog.find(HandleName.parse(handle.get()), TemplateVersion.parse(version.get()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The record read by its template; empty when it names none this catalog knows. */
    public Optional<TemplatedRecord> read(HandleRecord record) {
        return findTemplate(record).map(template -> {
            Map<Integer, HandleValue> byIndex = new HashMap<>();
            record.values().forEach(v -> byIndex.put(v.index(), v));
            byIndex.remove(TEMPLATE_INDEX);
            byIndex.remove(VERSION_INDEX);
            Map<String, String> items = new LinkedHashMap<>();
            for (TemplateItem item : template.items()) {
                HandleValue value = byIndex.get(item.index());
                if (value != null && value.type().equals(item.handleType())) {
                    items.put(item.code(), value.dataAsText());
                    byIndex.remove(item.index());
                }
            }
            List<HandleValue> others = record.values().stream()
                    .filter(v -> byIndex.containsKey(v.index()))
                    .toList();
            return new TemplatedRecord(record.name(), template, items, others);
        });
    }
}
