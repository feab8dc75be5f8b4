// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Optional;

/**
 * The check character of the unified social credit code (统一社会信用代码).
 *
 * <p>Shape: {@code C18 = alphabet[(31 − Σ cᵢ·3^(i−1) mod 31) mod 31]}, i from 1 to 17, over an alphabet of 31 characters that
 * leaves out I, O, S, V, Z. Source: GB 32100-2015.
 */
public final class SocialCreditCode {
    /** Characters of a code, its check character included. */
    public static final int LENGTH = 18;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int WEIGHT = 3;

    private SocialCreditCode() {}

    /** The character the first 17 call for; empty when {@code code} has fewer, or has one outside the alphabet. */
    public static Optional<String> findCheckCharacter(String code) {
        if (code.length() != LENGTH && code.length() != LENGTH - 1) {
            return Optional.empty();
        }
        int modulus = ALPHABET.length();
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            sum += value * weight;
            weight = weight * WEIGHT % modulus;
        }
        return Optional.of(String.valueOf(ALPHABET.charAt((modulus - sum % modulus) % modulus)));
    }

    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && findCheckCharacter(code).filter(code::endsWith).isPresent();
    }
}
