// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

import java.util.random.RandomGenerator;

/** Secrets people may have to type: no letters or digits that look alike. */
public final class SecretText {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private SecretText() {}

    /** {@code length} characters of 4.95 bits each. */
    public static String make(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
