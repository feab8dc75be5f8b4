// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.template.load.TemplateText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.TemplateSchema;

/**
 * The handle record by which a template itself resolves.
 *
 * <p>Shape: 100 {@code HS_ADMIN}; 2001 name, 2002 and 2003 titles, 2004 tier, 2005 newest version, 2006 and 2007 description, 2008 what it
 * extends, 2009 industry, 2010 object type, all text, empty ones left out; from {@value #FIRST_SCHEMA_INDEX} one {@code
 * TEMPLATE_SCHEMA} value for each version, oldest first: its JSON Schema; from {@value #FIRST_DEFINITION_INDEX} one {@code
 * TEMPLATE_DEFINITION} value for each version in the same order: the whole template as {@link TemplateText}. As versions never change
 * and never go, the index of a version never changes. A record stays below {@value #MAX_OCTETS} octets, so that one answer carries
 * it: where that is not enough for all schemas, the oldest are left out, whose definitions say the same.
 */
public final class TemplateRecord {
    static final int FIRST_SCHEMA_INDEX = 2100;
    static final int FIRST_DEFINITION_INDEX = 2500;
    static final int MAX_OCTETS = 240_000;

    private static final int VALUE_OVERHEAD = 64;
    private static final int MAX_VERSIONS = 400;
    private static final String DEFINITION = "TEMPLATE_DEFINITION";

    private TemplateRecord() {}

    /**
     * The record of one template.
     *
     * @param versions all its versions, oldest first, at least one
     * @throws IllegalArgumentException when their definitions do not fit into one record
     */
    public static HandleRecord of(List<MetadataTemplate> versions, AdminRecord admin, long timestampSeconds) {
        MetadataTemplate newest = versions.get(versions.size() - 1);
        List<HandleValue> values = new ArrayList<>();
        values.add(PrefixAdministrator.value(admin, timestampSeconds));
        text(values, 2001, "TEMPLATE_NAME", newest.name(), timestampSeconds);
        text(values, 2002, "TEMPLATE_TITLE_ZH", newest.title().zh(), timestampSeconds);
        text(values, 2003, "TEMPLATE_TITLE_EN", newest.title().en(), timestampSeconds);
        text(values, 2004, "TEMPLATE_TIER", newest.tier().name().toLowerCase(Locale.ROOT), timestampSeconds);
        text(values, 2005, "TEMPLATE_VERSION", newest.version().toString(), timestampSeconds);
        text(values, 2006, "TEMPLATE_DESCRIPTION_ZH", newest.description().zh(), timestampSeconds);
        text(values, 2007, "TEMPLATE_DESCRIPTION_EN", newest.description().en(), timestampSeconds);
        text(
                values,
                2008,
                "TEMPLATE_EXTENDS",
                newest.parent().map(Object::toString).orElse(""),
                timestampSeconds);
        text(values, 2009, "TEMPLATE_INDUSTRY", String.join(" ", newest.industry()), timestampSeconds);
        text(values, 2010, "TEMPLATE_OBJECT_TYPE", String.valueOf(newest.objectType()), timestampSeconds);
        List<HandleValue> definitions = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            String definition = TemplateText.write(versions.get(i));
            text(definitions, FIRST_DEFINITION_INDEX + i, DEFINITION, definition, timestampSeconds);
        }
        int octets = octets(values) + octets(definitions);
        if (octets > MAX_OCTETS || versions.size() > MAX_VERSIONS) {
            throw new IllegalArgumentException("the " + versions.size() + " versions of template " + newest.name()
                    + " take " + octets + " octets, more than one record holds; go on under another name");
        }
        List<HandleValue> schemas = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            String schema = TemplateSchema.of(versions.get(i)).toString();
            octets += schema.getBytes(StandardCharsets.UTF_8).length + VALUE_OVERHEAD;
            if (octets > MAX_OCTETS) {
                break;
            }
            schemas.add(0, HandleValue.text(FIRST_SCHEMA_INDEX + i, "TEMPLATE_SCHEMA", schema, timestampSeconds));
        }
        values.addAll(schemas);
        values.addAll(definitions);
        return new HandleRecord(newest.handle(), values);
    }

    /** The versions of the template a record describes, oldest first; empty for a record of something else. */
    public static List<MetadataTemplate> read(HandleRecord record) {
        return record.values().stream()
                .filter(v -> v.type().equals(DEFINITION) && v.index() >= FIRST_DEFINITION_INDEX)
                .map(v -> TemplateText.read(v.dataAsText()))
                .toList();
    }

    private static void text(List<HandleValue> values, int index, String type, String text, long timestampSeconds) {
        if (!text.isEmpty()) {
            values.add(HandleValue.text(index, type, text, timestampSeconds));
        }
    }

    private static int octets(List<HandleValue> values) {
        return values.stream().mapToInt(v -> v.data().length + VALUE_OVERHEAD).sum();
    }
}
