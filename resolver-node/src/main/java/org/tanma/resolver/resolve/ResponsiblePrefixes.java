// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * The prefixes this node answers for: each one given, every prefix derived from it, and the prefix handles
 * {@code 0.NA/…} of all of these.
 */
public record ResponsiblePrefixes(List<String> prefixes) {
    private static final String PREFIX_HANDLES = "0.NA";

    public ResponsiblePrefixes {
        prefixes = List.copyOf(prefixes);
        for (String prefix : prefixes) {
            if (prefix.indexOf('/') >= 0) {
                throw new IllegalArgumentException("'" + prefix + "' is no prefix: it has a '/'");
            }
            HandleName.parse(prefix + "/");
        }
    }

    public static ResponsiblePrefixes of(String... prefixes) {
        return new ResponsiblePrefixes(List.of(prefixes));
    }

    /** True when a handle that is not found here is nowhere. */
    public boolean covers(HandleName name) {
        for (String prefix : prefixes) {
            if (name.isUnder(prefix)) {
                return true;
            }
        }
        return name.isUnder(PREFIX_HANDLES)
                && name.prefix().length() == PREFIX_HANDLES.length()
                && coversPrefix(name.suffix());
    }

    private boolean coversPrefix(String prefix) {
        return !prefix.isEmpty() && prefix.indexOf('/') < 0 && covers(HandleName.parse(prefix + "/"));
    }
}
