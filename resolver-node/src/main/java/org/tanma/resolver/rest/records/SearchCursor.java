// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page begins, as it travels: Base64url of the position and eight octets of a digest over it and the query it
 * belongs to. A cursor that was changed, or is of another query, is told from one that is right.
 */
final class SearchCursor {
    /** Longest cursor read, in characters. */
    static final int MAX_LENGTH = 4_096;

    private static final int CHECK_OCTETS = 8;

    private SearchCursor() {}

    /** @param query everything that says what is looked for, in one form */
    static String write(byte[] position, String query) {
        byte[] octets = Arrays.copyOf(position, position.length + CHECK_OCTETS);
        System.arraycopy(check(position, query), 0, octets, position.length, CHECK_OCTETS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** The position; empty when the cursor is not one of this query. */
    static Optional<byte[]> read(String cursor, String query) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getUrlDecoder().decode(cursor);
            if (octets.length < CHECK_OCTETS) {
                return Optional.empty();
            }
            byte[] position = Arrays.copyOf(octets, octets.length - CHECK_OCTETS);
            boolean isRight =
                    Arrays.equals(octets, position.length, octets.length, check(position, query), 0, CHECK_OCTETS);
            return isRight ? Optional.of(position) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] check(byte[] position, String query) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(position);
            sha256.update((byte) 0);
            return sha256.digest(query.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
