// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;

/** An absolute http or https address in ASCII: the only kind that anybody is sent to. */
public record WebAddress(URI uri) {
    private static final int MOST_LETTERS = 8_192;

    /** Empty for anything else, and for what has more than 8,192 letters. */
    public static Optional<WebAddress> parse(String text) {
        if (text.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(new URI(text.strip()).toASCIIString());
            String scheme = String.valueOf(uri.getScheme());
            boolean isWeb = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return isWeb && uri.getHost() != null ? Optional.of(new WebAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** This address with text after it; empty when that is no address, or one at another host, port or user. */
    Optional<WebAddress> append(String text) {
        return parse(uri + text)
                .filter(longer ->
                        Objects.equals(uri.getRawAuthority(), longer.uri().getRawAuthority()));
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
