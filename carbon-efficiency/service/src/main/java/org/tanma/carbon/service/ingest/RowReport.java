// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;
import org.tanma.kit.rest.WordedViolation;

/**
 * What became of one row.
 *
 * @param row line of the CSV file where it starts, or its place in the JSON list, both from 1
 * @param source as given
 * @param kind the kind's code, or as given when it is not known
 * @param period as given
 * @param version the version that holds it (in a dry run: would hold it); 0 when rejected
 */
public record RowReport(
        long row,
        RowStatus status,
        String source,
        String kind,
        String period,
        int version,
        List<WordedViolation> violations) {
    public RowReport {
        violations = List.copyOf(violations);
    }
}
