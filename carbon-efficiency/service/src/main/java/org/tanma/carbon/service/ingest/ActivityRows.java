// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Rows of activity data, one after the other; for one thread. A file that stops being readable ends with a row that says so. */
interface ActivityRows extends Closeable {
    /** The next row; empty at the end. */
    Optional<RawRow> next() throws IOException;

    /** Rows that are in memory already. */
    static ActivityRows of(List<RawRow> rows) {
        Iterator<RawRow> rest = rows.iterator();
        return new ActivityRows() {
            @Override
            public Optional<RawRow> next() {
                return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
