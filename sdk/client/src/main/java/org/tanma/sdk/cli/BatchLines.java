// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.PrintWriter;
import org.tanma.sdk.node.BatchReport;
import org.tanma.sdk.node.RowReport;

/** A report on rows, for people: each refused row and why, then how many of each kind. */
final class BatchLines {
    private BatchLines() {}

    static void printRefused(BatchReport report, Messages messages, PrintWriter to) {
        for (RowReport row : report.rows()) {
            if (!row.violations().isEmpty() || row.isRejected()) {
                to.println(messages.text("row.refused", row.row()));
                ViolationLines.print(row.violations(), messages, to);
            }
        }
    }
}
