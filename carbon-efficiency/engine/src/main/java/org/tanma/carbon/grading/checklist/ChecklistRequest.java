// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.checklist;

import java.util.Map;
import java.util.TreeMap;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.quantity.Quantity;

/**
 * The figures of one subject, such as a park, in one year.
 *
 * @param scheme scheme edition
 * @param subject whose, as opaque text
 * @param year the calendar year of the figures
 * @param figures by id; what is not known is left out
 */
public record ChecklistRequest(EditionRef scheme, String subject, int year, Map<String, Quantity> figures) {
    public ChecklistRequest {
        figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}
