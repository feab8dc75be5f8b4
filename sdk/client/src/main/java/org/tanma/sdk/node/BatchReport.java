// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What became of the rows of a file.
 *
 * @param accepted rows stored, already there, or sound in a dry run
 * @param rejected rows refused
 * @param rows one by one, in the order sent
 * @param document the report as the node sent it
 */
public record BatchReport(int accepted, int rejected, List<RowReport> rows, JsonNode document) {
    static BatchReport parse(JsonNode document) {
        List<RowReport> rows = new ArrayList<>();
        for (JsonNode row : document.path("rows")) {
            rows.add(RowReport.parse(row));
        }
        return new BatchReport(
                document.path("accepted").asInt(0), document.path("rejected").asInt(0), List.copyOf(rows), document);
    }

    /** How many rows ended with this status. */
    public long count(String status) {
        return rows.stream().filter(row -> row.status().equals(status)).count();
    }

    public boolean isAllAccepted() {
        return rejected == 0;
    }
}
