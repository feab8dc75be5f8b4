// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A path with a query, percent-encoded. */
public final class QueryText {
    private static final String PLAIN_IN_PATH = "-._~/:@";
    private final String path;
    private final StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");

    private QueryText(String path) {
        this.path = path;
    }

    /** Begins with a path that is encoded already. */
    public static QueryText of(String path) {
        return new QueryText(path);
    }

    /** Encodes a handle for use at the end of a path: its slashes stay. */
    public static String encodePath(String handle) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : handle.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN_IN_PATH.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                encoded.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    public QueryText and(String name, Object value) {
        parameters.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public String toString() {
        return path + parameters;
    }
}
