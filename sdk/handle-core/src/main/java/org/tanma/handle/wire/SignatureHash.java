// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Names of hashes in signatures, as peers spell them, to the JDK's; MD5 is not taken. */
final class SignatureHash {
    private SignatureHash() {}

    /** {@code SHA1} or {@code SHA256}. */
    static String named(String hash) throws NoSuchAlgorithmException {
        return switch (hash.toUpperCase(Locale.ROOT)) {
            case "SHA1", "SHA-1" -> "SHA1";
            case "SHA256", "SHA-256" -> "SHA256";
            default -> throw new NoSuchAlgorithmException("signatures over '" + hash + "' are not taken");
        };
    }
}
