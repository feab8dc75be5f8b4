// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.template.model.MetadataTemplate;

/**
 * A record read by its template.
 *
 * @param items values by item code, in the template's order
 * @param otherValues values the template knows nothing of, HS_ADMIN among them
 */
public record TemplatedRecord(
        HandleName handle, MetadataTemplate template, Map<String, String> items, List<HandleValue> otherValues) {
    public TemplatedRecord {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        otherValues = List.copyOf(otherValues);
    }

    public boolean isDemonstration() {
        return "true".equals(items.get(MetadataTemplate.DEMONSTRATION));
    }

    /** The items anyone may read. */
    public Map<String, String> publicItems() {
        Map<String, String> visible = new LinkedHashMap<>(items);
        template.items().stream().filter(i -> !i.isPublic()).forEach(i -> visible.remove(i.code()));
        return Collections.unmodifiableMap(visible);
    }
}
