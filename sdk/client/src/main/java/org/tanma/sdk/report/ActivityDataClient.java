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
        QueryText path = QueryText.of("/api/v1/activity-data").and("enterprise", enterprise);
        return node.post(path.toString(), "text/csv; charset=utf-8", csv).requiredReport();
    }
}
