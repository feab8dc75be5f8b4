// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.util.List;
import org.tanma.carbon.service.ingest.IngestReport;
import org.tanma.carbon.service.ingest.RowReport;
import org.tanma.carbon.service.ingest.RowStatus;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Violation;

/**
 * What became of everything that was sent, in the language asked for.
 *
 * @param accepted rows recorded, unchanged, or sound in a dry run
 * @param rejected rows that were faulty
 * @param recorded rows that are now a new version in the ledger
 * @param dryRun true when nothing was to be stored
 * @param rows in the order sent; of more than 10,000 rows only those rejected, the first 10,000 of them
 */
public record IngestAnswer(
        String enterprise, int accepted, int rejected, int recorded, boolean dryRun, List<RowAnswer> rows) {
    private static final int MOST_ROWS = 10_000;

    static IngestAnswer of(IngestReport report, Language language) {
        return new IngestAnswer(
                report.enterprise(),
                report.accepted(),
                report.rejected(),
                report.recorded(),
                report.dryRun(),
                report.rows().stream()
                        .filter(r -> report.rows().size() <= MOST_ROWS || r.status() == RowStatus.REJECTED)
                        .limit(MOST_ROWS)
                        .map(r -> RowAnswer.of(r, language))
                        .toList());
    }

    /**
     * What became of one row.
     *
     * @param row line of the CSV file where it starts, or its place in the JSON list, both from 1
     * @param version the version that holds it (in a dry run: would hold it); 0 when rejected
     */
    public record RowAnswer(
            long row,
            RowStatus status,
            String source,
            String kind,
            String period,
            int version,
            List<Violation> violations) {
        static RowAnswer of(RowReport row, Language language) {
            return new RowAnswer(
                    row.row(),
                    row.status(),
                    row.source(),
                    row.kind(),
                    row.period(),
                    row.version(),
                    row.violations().stream().map(v -> v.in(language)).toList());
        }
    }
}
