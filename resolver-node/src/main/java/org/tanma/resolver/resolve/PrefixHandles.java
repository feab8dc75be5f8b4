// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;

/** Prefixes and the handles {@code 0.NA/PREFIX} that stand for them. */
final class PrefixHandles {
    private static final String PREFIX = "0.NA";

    private PrefixHandles() {}

    /** The prefix that a prefix handle stands for; empty for every other handle. */
    static Optional<String> prefixOf(HandleName name) {
        String suffix = name.suffix();
        boolean isOne = name.prefix().equalsIgnoreCase(PREFIX) && !suffix.isEmpty() && suffix.indexOf('/') < 0;
        return isOne ? Optional.of(suffix) : Optional.empty();
    }

    /** Empty when the prefix is too long to have a handle. */
    static Optional<HandleName> handleOf(String prefix) {
        try {
            return Optional.of(HandleName.parse(PREFIX + "/" + prefix));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }

    /** What a prefix is derived from; empty when it has no {@code '.'}. */
    static Optional<String> parentOf(String prefix) {
        int dot = prefix.lastIndexOf('.');
        return dot > 0 ? Optional.of(prefix.substring(0, dot)) : Optional.empty();
    }
}
