// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import java.util.Locale;
import org.tanma.template.validate.Violation;

/**
 * What became of one row.
 *
 * @param row its number
 * @param handle it was or would be registered under; empty when none could be assigned
 * @param violations why it was rejected
 */
public record RowReport(long row, Status status, String handle, List<Violation> violations) {
    /** The ways a row can end. */
    public enum Status {
        /** Written durably; in a dry run, it would be. */
        REGISTERED,
        /** The same content is registered already. */
        UNCHANGED,
        /** Refused for its violations; nothing was written. */
        REJECTED,
        /** In itself good, but another row of an atomic request was rejected. */
        NOT_TRIED;

        /** {@code registered}, {@code unchanged}, {@code rejected}, {@code not-tried}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RowReport {
        violations = List.copyOf(violations);
    }

    public boolean isAccepted() {
        return status == Status.REGISTERED || status == Status.UNCHANGED;
    }
}
