// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.Wording;

/** A file that is no workbook, or one beyond a limit; says why in both languages. */
public final class UnreadableWorkbookException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Wording reason;

    UnreadableWorkbookException(Wording reason) {
        this(reason, null);
    }

    UnreadableWorkbookException(Wording reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    /** What is wrong, without a full stop. */
    public Wording reason() {
        return reason;
    }
}
