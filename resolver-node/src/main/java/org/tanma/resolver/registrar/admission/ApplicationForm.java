// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an applicant fills in.
 *
 * @param items by the names of the national tables
 * @param further what those tables keep in groups, as JSON text; kept as it came
 * @param prefix that is asked for; empty for the next free one
 * @param account name of the first admin's account
 */
public record ApplicationForm(Map<String, String> items, String further, String prefix, String account) {
    public ApplicationForm {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    String item(String code) {
        return items.getOrDefault(code, "");
    }
}
