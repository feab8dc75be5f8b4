// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Handles as they stand in the path of an address. */
public final class PathText {
    private PathText() {}

    /** Percent-encoded UTF-8, slashes kept. */
    public static String encode(String handle) {
        return URLEncoder.encode(handle, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
