// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.tanma.resolver.registrar.RegistrationRow;

/**
 * Rows of a file, one after the other. Memory is bounded by the largest row and not by the file. For one thread; the rows
 * themselves may go to others.
 */
public interface RowSource extends Closeable {
    /** A row as it stands in the file; what it says is worked out when it is asked for. */
    interface SourceRow {
        /** By which people know it: the line or row of the file, or its place in an array, from 1. */
        long number();

        /** Its cells; of a JSON row its text alone. */
        List<String> cells();

        /** What it says. */
        RegistrationRow read();
    }

    /** Names of the columns of a table; none for JSON. */
    List<String> columns();

    /** How the text is encoded. */
    Charset charset();

    /** About how many rows there are, from 0; -1 when that cannot be told. */
    long expectedRows();

    /**
     * The next row; empty at the end.
     *
     * @throws UnreadableSourceException when the file stops being of its form here
     */
    Optional<SourceRow> next() throws IOException;
}
