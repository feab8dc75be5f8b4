// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a row. */
public enum RowStatus {
    /** Stored as a new version. */
    RECORDED("recorded"),
    /** Taken back; it counts no more. */
    WITHDRAWN("withdrawn"),
    /** The newest version already says this. */
    UNCHANGED("unchanged"),
    /** Faulty; its violations say why. */
    REJECTED("rejected"),
    /** Sound, but not stored: a dry run, or an atomic report with a faulty row. */
    NOT_TRIED("not-tried");

    private final String code;

    RowStatus(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
