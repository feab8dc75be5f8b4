// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks: an account and its password, a token, or nobody in particular. */
public final class Credentials {
    private static final Credentials NONE = new Credentials("");
    private final String header;

    private Credentials(String header) {
        this.header = header;
    }

    /** A request without a name, as the public makes it. */
    public static Credentials none() {
        return NONE;
    }

    public static Credentials ofAccount(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static Credentials ofToken(String token) {
        return new Credentials("Bearer " + token);
    }

    /** {@code name:password}; throws {@link IllegalArgumentException} without a name or a colon. */
    public static Credentials parseAccount(String pair) {
        int colon = pair.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("an account is written name:password");
        }
        return ofAccount(pair.substring(0, colon), pair.substring(colon + 1));
    }

    Optional<String> header() {
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return header.isEmpty() ? "Credentials[none]" : "Credentials[" + header.substring(0, header.indexOf(' ')) + "]";
    }
}
