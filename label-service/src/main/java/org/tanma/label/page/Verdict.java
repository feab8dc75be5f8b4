// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import java.util.Locale;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeState;
import org.tanma.label.issue.Doubt;

/** What the page says first. */
enum Verdict {
    VALID(200, Tone.GOOD),
    UNPUBLISHED(200, Tone.WARN),
    EXPIRED(200, Tone.WARN),
    SUPERSEDED(200, Tone.WARN),
    REVOKED(200, Tone.BAD),
    UNKNOWN(404, Tone.BAD),
    /** Found, but its row is not what was signed. */
    UNVERIFIABLE(200, Tone.BAD),
    /** The store does not answer. */
    UNCHECKED(503, Tone.WARN);

    /** How it looks; the name is the style sheet's class. */
    enum Tone {
        GOOD,
        WARN,
        BAD
    }

    private final int status;
    private final Tone tone;

    Verdict(int status, Tone tone) {
        this.status = status;
        this.tone = tone;
    }

    static Verdict of(CheckedCode code) {
        if (code instanceof CheckedCode.Verified verified) {
            return of(verified.state());
        }
        Doubt doubt = ((CheckedCode.Unverifiable) code).doubt();
        return doubt == Doubt.STORE_UNAVAILABLE ? UNCHECKED : UNVERIFIABLE;
    }

    private static Verdict of(CodeState state) {
        return switch (state) {
            case VALID -> VALID;
            case UNPUBLISHED -> UNPUBLISHED;
            case EXPIRED -> EXPIRED;
            case SUPERSEDED -> SUPERSEDED;
            case REVOKED -> REVOKED;
        };
    }

    int status() {
        return status;
    }

    Tone tone() {
        return tone;
    }

    /** Its part of message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
