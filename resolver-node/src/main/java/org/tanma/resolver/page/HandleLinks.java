// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Writes handles into addresses. */
final class HandleLinks {
    private HandleLinks() {}

    /** A handle as the tail of a path: slashes kept, all else that a path cannot carry escaped. */
    static String path(String handle) {
        StringBuilder path = new StringBuilder();
        for (String part : handle.split("/", -1)) {
            path.append(path.isEmpty() ? "" : "/").append(UriUtils.encode(part, StandardCharsets.UTF_8));
        }
        return path.toString();
    }
}
