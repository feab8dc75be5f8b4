// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an HTTP request line asks for: a path and parameters, percent-decoded as UTF-8.
 *
 * <p>A plus sign in the path is a plus sign. A flag such as {@code pretty} is on when it is there without a value or with
 * any but {@code false}.
 */
public record HttpTarget(String path, Map<String, List<String>> parameters) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int MOST_PARAMETERS = 2_048;

    /** {@link IllegalArgumentException} when something is not percent-encoded UTF-8. */
    public static HttpTarget parse(String uri) {
        QueryStringDecoder decoder =
                new QueryStringDecoder(uri, java.nio.charset.StandardCharsets.UTF_8, true, MOST_PARAMETERS, true);
        String path = decoder.path();
        if (path.indexOf(REPLACEMENT) >= 0) {
            throw new IllegalArgumentException("the path is not percent-encoded UTF-8");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path does not begin with '/'");
        }
        return new HttpTarget(path, decoder.parameters());
    }

    public boolean hasFlag(String name) {
        List<String> given = parameters.get(name);
        return given != null && !"false".equalsIgnoreCase(given.get(given.size() - 1));
    }

    /** Like {@link #hasFlag}, and {@code whenAbsent} without a word on it. */
    boolean isOn(String name, boolean whenAbsent) {
        return parameters.containsKey(name) ? hasFlag(name) : whenAbsent;
    }

    /** A number; {@link IllegalArgumentException} when what is given is none. */
    int number(String name, int whenAbsent) {
        String given = last(name);
        try {
            return given.isEmpty() ? whenAbsent : Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " '" + given + "' is no whole number below 2147483648", e);
        }
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The last value of a parameter, empty when it is not there. */
    public String last(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? "" : given.get(given.size() - 1);
    }

    /** The numbers of {@code index} parameters; {@link IllegalArgumentException} when one is none. */
    public List<Integer> indexes() {
        List<Integer> indexes = new ArrayList<>();
        for (String given : all("index")) {
            try {
                indexes.add(Integer.parseUnsignedInt(given));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "index '" + given + "' is no number; allowed are 1 to 2147483647", e);
            }
        }
        return indexes;
    }
}
