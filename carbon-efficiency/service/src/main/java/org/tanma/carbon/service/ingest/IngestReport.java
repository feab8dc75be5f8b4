// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;

/**
 * What became of everything that was sent.
 *
 * @param accepted rows recorded, unchanged, or sound in a dry run
 * @param rejected rows that were faulty
 * @param recorded rows that are now a new version in the ledger
 * @param dryRun true when nothing was to be stored
 * @param rows in the order sent
 */
public record IngestReport(
        String enterprise, int accepted, int rejected, int recorded, boolean dryRun, List<RowReport> rows) {
    public IngestReport {
        rows = List.copyOf(rows);
    }

    /** True when at least one row is now a new version in the ledger. */
    public boolean hasRecorded() {
        return recorded > 0;
    }
}
