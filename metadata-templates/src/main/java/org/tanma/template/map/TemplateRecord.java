// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.TemplateSchema;

/**
 * The handle record by which a template itself resolves.
 *
 * <p>Shape: 100 {@code HS_ADMIN}; 2001 name, 2002 and 2003 titles, 2004 tier, 2005 newest version, all text; from
 * {@value #FIRST_SCHEMA_INDEX} one {@code TEMPLATE_SCHEMA} value for each version, oldest first: its JSON Schema. As versions
 * never change and never go, the index of a version never changes.
 */
public final class TemplateRecord {
    static final int FIRST_SCHEMA_INDEX = 2100;

    private TemplateRecord() {}

    /**
     * The record of one template.
     *
     * @param versions all its versions, oldest first, at least one
     */
    public static HandleRecord of(List<MetadataTemplate> versions, AdminRecord admin, long timestampSeconds) {
        MetadataTemplate newest = versions.get(versions.size() - 1);
        List<HandleValue> values = new ArrayList<>();
        values.add(PrefixAdministrator.value(admin, timestampSeconds));
        values.add(HandleValue.text(2001, "TEMPLATE_NAME", newest.name(), timestampSeconds));
        values.add(HandleValue.text(2002, "TEMPLATE_TITLE_ZH", newest.title().zh(), timestampSeconds));
        values.add(HandleValue.text(2003, "TEMPLATE_TITLE_EN", newest.title().en(), timestampSeconds));
        values.add(HandleValue.text(
                2004, "TEMPLATE_TIER", newest.tier().name().toLowerCase(Locale.ROOT), timestampSeconds));
        values.add(HandleValue.text(2005, "TEMPLATE_VERSION", newest.version().toString(), timestampSeconds));
        int index = FIRST_SCHEMA_INDEX;
        for (MetadataTemplate version : versions) {
            String schema = TemplateSchema.of(version).toString();
            values.add(HandleValue.text(index++, "TEMPLATE_SCHEMA", schema, timestampSeconds));
        }
        return new HandleRecord(newest.handle(), values);
    }
}
