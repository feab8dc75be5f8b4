// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The addresses under which codes are found from outside.
 *
 * <p>What a QR symbol carries is written in upper-case letters, digits and {@code :/.-} only, so that it takes the compact
 * alphanumeric mode; scheme and host do not mind their case, and the page answers under {@code /C/} too.
 */
public final class CodeLinks {
    private static final Pattern BASE = Pattern.compile("(?i)https?://[a-z0-9.-]{1,50}(:[0-9]{1,5})?/?");

    private final String base;

    /**
     * @param publicBaseUrl scheme, host (a name or an IPv4 address of at most 50 characters) and port; anything more throws
     *     {@link IllegalArgumentException}, because only those may change their case
     */
    public CodeLinks(URI publicBaseUrl) {
        String text = publicBaseUrl.toString();
        if (!BASE.matcher(text).matches()) {
            throw new IllegalArgumentException("public base URL '" + text
                    + "' cannot stand in a code; allowed: http(s)://HOST or http(s)://HOST:PORT, HOST a name or an IPv4"
                    + " address of at most 50 characters");
        }
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** What the QR symbol of a code carries. */
    public String url(String token) {
        return (base + "/c/" + token).toUpperCase(Locale.ROOT);
    }
}
