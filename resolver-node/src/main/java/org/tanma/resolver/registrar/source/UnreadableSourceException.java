// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import org.tanma.kit.rest.Wording;

/** A file that is not of the form it is said to be, or beyond a limit; says why in both languages. */
public final class UnreadableSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Wording reason;

    public UnreadableSourceException(Wording reason) {
        super(reason.en());
        this.reason = reason;
    }

    UnreadableSourceException(Wording reason, Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    /** What is wrong, without a full stop. */
    public Wording reason() {
        return reason;
    }
}
