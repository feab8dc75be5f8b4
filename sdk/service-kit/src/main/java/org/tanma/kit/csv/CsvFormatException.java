// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.csv;

import org.tanma.kit.rest.Wording;

/** A file that is no table; says why, and at which line. */
public final class CsvFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final long line;
    private final transient Wording reason;

    public CsvFormatException(Wording reason, long line) {
        super("line " + line + ": " + reason.en());
        this.line = line;
        this.reason = new Wording("第 " + line + " 行：" + reason.zh(), "line " + line + ": " + reason.en());
    }

    /** The line and what is wrong there, without a full stop. */
    public Wording reason() {
        return reason;
    }

    /** Line at which the file stops being a table, from 1. */
    public long line() {
        return line;
    }
}
