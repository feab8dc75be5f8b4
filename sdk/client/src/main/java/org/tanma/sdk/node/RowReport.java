// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What became of one row.
 *
 * @param row as the node counts them, from 1
 * @param status {@code registered}, {@code recorded}, {@code unchanged}, {@code rejected}, {@code not-tried}, or whatever
 *     a newer node says
 * @param handle the identifier the row has, if any
 * @param violations all that is wrong with it
 */
public record RowReport(long row, String status, Optional<String> handle, List<Violation> violations) {
    /** The row was refused. */
    public static final String REJECTED = "rejected";
    /** The row got a new identifier. */
    public static final String REGISTERED = "registered";

    static RowReport parse(JsonNode row) {
        String handle = row.path("handle").asString("");
        return new RowReport(
                row.path("row").asLong(0),
                row.path("status").asString(""),
                handle.isEmpty() ? Optional.empty() : Optional.of(handle),
                Violation.parse(row.path("violations")));
    }

    public boolean isRejected() {
        return status.equals(REJECTED);
    }
}
