// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.metrics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of how many requests the access log tells.
 *
 * @param oneOf 0 of none, 1 of all, else of one in so many
 */
public record AccessLogMode(int oneOf) {
    public static final AccessLogMode OFF = new AccessLogMode(0);

    private static final int MOST = 999_999;
    private static final Pattern SAMPLED = Pattern.compile("sampled:([1-9]\\d{0,5})");

    public AccessLogMode {
        if (oneOf < 0 || oneOf > MOST) {
            throw new IllegalArgumentException("one in " + oneOf + " is outside 1.." + MOST);
        }
    }

    /** {@code off}, {@code full} or {@code sampled:N}; {@link IllegalArgumentException} names what is allowed. */
    public static AccessLogMode parse(String text) {
        Matcher sampled = SAMPLED.matcher(text);
        if (sampled.matches()) {
            return new AccessLogMode(Integer.parseInt(sampled.group(1)));
        }
        return switch (text) {
            case "off" -> OFF;
            case "full" -> new AccessLogMode(1);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is none of off, full and sampled:N with N from 1 to " + MOST);
        };
    }
}
