// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.Locale;

/** Why a code that exists cannot be verified. */
public enum Doubt {
    /** What the code says, or how it stands, is not what was signed. */
    CHANGED,
    /** It names a key this node does not hold. */
    UNKNOWN_KEY,
    /** The store does not answer, so its standing is not known now. */
    STORE_UNAVAILABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
