// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a part of a file was not taken in: the line it begins at, from 1, the kind, and what the kind's sentence names.
 *
 * <p>The sentences are the command line's, in two languages.
 */
public record Fault(long line, Kind kind, List<String> parts) {
    public Fault {
        parts = List.copyOf(parts);
    }

    static Fault of(long line, Kind kind, @Nullable Object... parts) {
        return new Fault(
                line, kind, java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    /** The kinds, each with what {@link Fault#parts()} holds. */
    public enum Kind {
        /** The line. */
        UNKNOWN_SECTION,
        /** The handle, the reason. */
        BAD_HANDLE,
        /** The line. */
        BAD_VALUE_LINE,
        /** What was given, what is allowed. */
        BAD_INDEX,
        /** What was given, what is allowed. */
        BAD_TTL,
        /** What was given. */
        BAD_PERMISSIONS,
        /** What was given. */
        BAD_ADMIN,
        /** What was given. */
        BAD_LIST,
        /** What was given. */
        UNKNOWN_FORM,
        /** The file, the reason. */
        FILE_UNREADABLE,
        /** The handle, the reason. */
        BAD_RECORD,
        /** Nothing. */
        NO_VALUES,
        /** Octets allowed. */
        LINE_TOO_LONG,
        /** The reason. */
        BAD_JSON,
        /** The handle. */
        EXISTS,
        /** The handle. */
        NOT_FOUND,
        /** The handle, the index. */
        VALUE_EXISTS,
        /** The handle, the index. */
        VALUE_NOT_FOUND,
        /** The handle. */
        CHANGED_MEANWHILE,
        /** Nothing. */
        NOT_IN_BULK
    }
}
