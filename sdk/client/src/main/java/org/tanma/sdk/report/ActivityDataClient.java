// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.report;

import org.tanma.sdk.node.BatchReport;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.QueryText;

/**
 * Reports activity data of an enterprise, per month and source.
 *
 * <p>Refused rows are in the report and are no error. Errors: {@link org.tanma.sdk.node.NodeException} when there is no
 * report. Safe between threads.
 */
public final class ActivityDataClient {
    private final NodeConnection node;

    public ActivityDataClient(NodeConnection node) {
        this.node = node;
    }

    /** Reports the rows of a CSV file in UTF-8. */
    public BatchReport reportCsv(String enterprise, byte[] csv) {
        return reportCsv(enterprise, csv, "");
    }

    /**
     * Reports the rows of a CSV file in UTF-8.
     *
     * @param reason why figures are corrected, for rows that do not say; may be empty
     */
    public BatchReport reportCsv(String enterprise, byte[] csv, String reason) {
        return report(enterprise, "text/csv; charset=utf-8", csv, reason);
    }

    /**
     * Reports the rows of the first sheet of a workbook (XLSX).
     *
     * @param reason why figures are corrected, for rows that do not say; may be empty
     */
    public BatchReport reportWorkbook(String enterprise, byte[] workbook, String reason) {
        return report(
                enterprise, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook, reason);
    }

    private BatchReport report(String enterprise, String mediaType, byte[] body, String reason) {
        QueryText path = QueryText.of("/api/v1/activity-data").and("enterprise", enterprise);
        return node.post((reason.isEmpty() ? path : path.and("reason", reason)).toString(), mediaType, body)
                .requiredReport();
    }
}
