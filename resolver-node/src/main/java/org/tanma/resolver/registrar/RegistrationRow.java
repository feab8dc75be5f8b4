// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.template.validate.Violation;

/**
 * One record somebody asks to register.
 *
 * @param number by which people know it: the line of a file, or its place in a request, from 1
 * @param handle the whole handle wished for; empty for none
 * @param suffix the suffix wished for under the caller's prefix; empty for none
 * @param items texts by item code
 * @param defects what was already found wrong while it was read
 */
public record RegistrationRow(
        long number, String handle, String suffix, Map<String, String> items, List<Violation> defects) {
    public RegistrationRow {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        defects = List.copyOf(defects);
    }

    public static RegistrationRow of(long number, String handle, Map<String, String> items) {
        return new RegistrationRow(number, handle, "", items, List.of());
    }
}
