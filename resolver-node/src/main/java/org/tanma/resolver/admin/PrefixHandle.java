// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;

/** Prefixes and the handles that stand for them: {@code 88.118.1} has {@code 0.NA/88.118.1}, under that of {@code 88.118}. */
final class PrefixHandle {
    private static final String PREFIX = "0.NA";

    private PrefixHandle() {}

    static HandleName of(String prefix) {
        return HandleName.parse(PREFIX + "/" + prefix);
    }

    static boolean is(HandleName name) {
        return name.prefix().equalsIgnoreCase(PREFIX);
    }

    /** The handle whose administrators decide what is made under it: of the parent for a prefix handle, else of the prefix. */
    static HandleName above(HandleName name) {
        if (!is(name)) {
            return of(name.prefix());
        }
        String prefix = name.suffix();
        int dot = prefix.lastIndexOf('.');
        return of(dot < 0 ? PREFIX : prefix.substring(0, dot));
    }

    /** Why a text is no prefix that a node can hold: empty, with a slash, or one of the system's own. */
    static Optional<AdminOutcome.Refused> refusal(String prefix) {
        boolean isNone = prefix.isEmpty()
                || prefix.indexOf('/') >= 0
                || prefix.equals("0")
                || prefix.startsWith("0.")
                || prefix.startsWith(".")
                || prefix.endsWith(".")
                || !isHandle(prefix + "/");
        return isNone
                ? Optional.of(AdminOutcome.Refused.of(
                        ResponseCode.INVALID_HANDLE, "'" + prefix + "' is no prefix that can be homed or listed"))
                : Optional.empty();
    }

    private static boolean isHandle(String text) {
        try {
            return HandleName.parse(text).suffix().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
