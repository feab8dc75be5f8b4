// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.Locale;

/** Whether a genuine code is valid, and if not, why; the first that holds in this order is the state. */
public enum CodeState {
    REVOKED,
    SUPERSEDED,
    EXPIRED,
    /** Issued, but its identifier does not resolve yet. */
    UNPUBLISHED,
    VALID;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
