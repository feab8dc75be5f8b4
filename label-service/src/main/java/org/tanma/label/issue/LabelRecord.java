// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a code's handle resolves to.
 *
 * @param handle of the code, under the enterprise's prefix
 * @param items code → text, in the order of the {@code label} template and with its codes
 * @param version of this record: 1 when issued, one more with every change of standing
 */
public record LabelRecord(String handle, String enterpriseHandle, Map<String, String> items, int version) {
    public LabelRecord {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }
}
