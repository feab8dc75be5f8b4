// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * All that an inventory is computed from. The order of entries has no influence on the result.
 *
 * @param subject whose inventory it is, as opaque text
 * @param year the calendar year reported
 * @param basis the rules
 * @param entries the readings
 * @param parameters measured parameters that hold for many readings
 * @param absentTerms method terms that the enterprise declares it does not have, for example {@code heat}; a term is
 *     either reported, with every month, or declared absent
 * @param activityLevel amount produced in the year, for intensities; null if not given
 */
public record InventoryRequest(
        String subject,
        int year,
        InventoryBasis basis,
        List<ActivityEntry> entries,
        List<SharedParameter> parameters,
        Set<String> absentTerms,
        @Nullable Quantity activityLevel) {
    public InventoryRequest {
        entries = List.copyOf(entries);
        parameters = List.copyOf(parameters);
        absentTerms = Set.copyOf(absentTerms);
    }

    /** The same request with other readings. */
    public InventoryRequest withEntries(List<ActivityEntry> others) {
        return new InventoryRequest(subject, year, basis, others, parameters, absentTerms, activityLevel);
    }

    /** The same request with other shared parameters. */
    public InventoryRequest withParameters(List<SharedParameter> others) {
        return new InventoryRequest(subject, year, basis, entries, others, absentTerms, activityLevel);
    }
}
