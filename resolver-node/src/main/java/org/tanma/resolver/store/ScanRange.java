// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * Which records a scan returns.
 *
 * <p>Shape: records whose handle lies in {@code prefix}, or also under prefixes derived from it when {@code withDerived};
 * those that sort after {@code after}, which need not exist; at most {@code limit}, 1 to {@value #MAX_LIMIT}. The last
 * record of one page is the {@code after} of the next.
 */
public record ScanRange(String prefix, boolean withDerived, Optional<HandleName> after, int limit) {
    /** Most records of one page. */
    public static final int MAX_LIMIT = 1_000;

    public ScanRange {
        if (prefix.isEmpty() || prefix.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'" + prefix + "' is no prefix: it is empty or has a '/'");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is outside 1.." + MAX_LIMIT);
        }
    }

    /** The first records of one prefix, without its derived prefixes. */
    public static ScanRange in(String prefix, int limit) {
        return new ScanRange(prefix, false, Optional.empty(), limit);
    }

    /** The first records of a prefix and of every prefix derived from it. */
    public static ScanRange under(String prefix, int limit) {
        return new ScanRange(prefix, true, Optional.empty(), limit);
    }

    /** The same range, going on after a handle. */
    public ScanRange after(HandleName last) {
        return new ScanRange(prefix, withDerived, Optional.of(last), limit);
    }
}
