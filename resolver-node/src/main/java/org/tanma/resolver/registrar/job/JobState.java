// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.util.Locale;

/** Where a job is. */
public enum JobState {
    /** Others run before it. */
    WAITING,
    RUNNING,
    /** Every row was tried. */
    DONE,
    /** Ended by its sender; what was registered stays. */
    CANCELLED,
    /** Could not go on; what was registered stays. */
    FAILED;

    public boolean isEnded() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }

    /** In lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
