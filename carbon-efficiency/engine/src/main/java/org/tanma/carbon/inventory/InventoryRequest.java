// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import java.util.Map;
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
 * @param details what is known of sources, by name; a source without an entry is unknown in every respect
 */
public record InventoryRequest(
        String subject,
        int year,
        InventoryBasis basis,
        List<ActivityEntry> entries,
        List<SharedParameter> parameters,
        Set<String> absentTerms,
        @Nullable Quantity activityLevel,
        Map<String, SourceDetail> details) {
    public InventoryRequest {
        entries = List.copyOf(entries);
        parameters = List.copyOf(parameters);
        absentTerms = Set.copyOf(absentTerms);
        details = Map.copyOf(details);
    }

    /** A request that knows nothing of its sources beside their readings. */
    public InventoryRequest(
            String subject,
            int year,
            InventoryBasis basis,
            List<ActivityEntry> entries,
            List<SharedParameter> parameters,
            Set<String> absentTerms,
            @Nullable Quantity activityLevel) {
        this(subject, year, basis, entries, parameters, absentTerms, activityLevel, Map.of());
    }

    /** What is known of a source; {@link SourceDetail#UNKNOWN} if nothing is. */
    public SourceDetail detail(String source) {
        return details.getOrDefault(source, SourceDetail.UNKNOWN);
    }

    /** The same request with other readings. */
    public InventoryRequest withEntries(List<ActivityEntry> others) {
        return new InventoryRequest(subject, year, basis, others, parameters, absentTerms, activityLevel, details);
    }

    /** The same request with other shared parameters. */
    public InventoryRequest withParameters(List<SharedParameter> others) {
        return new InventoryRequest(subject, year, basis, entries, others, absentTerms, activityLevel, details);
    }

    /** The same request by other rules. */
    public InventoryRequest withBasis(InventoryBasis other) {
        return new InventoryRequest(subject, year, other, entries, parameters, absentTerms, activityLevel, details);
    }

    /** The same request with other details of its sources. */
    public InventoryRequest withDetails(Map<String, SourceDetail> others) {
        return new InventoryRequest(subject, year, basis, entries, parameters, absentTerms, activityLevel, others);
    }
}
