// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.csv;

/** A file that is no table; says why, and at which line. */
public final class CsvFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final long line;

    public CsvFormatException(String reason, long line) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    /** Line at which the file stops being a table, from 1. */
    public long line() {
        return line;
    }
}
