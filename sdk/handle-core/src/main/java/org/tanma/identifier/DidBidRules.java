// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.math.BigInteger;

/**
 * What follows {@code did:bid:}: a chain code of four, a suffix, or both with a colon between them.
 *
 * <p>Shape of a suffix: key type ({@code z} SM2, {@code e} Ed25519, {@code s} Secp256k1), encoding ({@code f} Base58, {@code
 * s} Base64, {@code t} Bech32), text; 22 to 42 letters and digits in all. Base58 text is an address of {@value
 * #ADDRESS_OCTETS} octets. Sources: BID specification 2.0; the octet count is CAICT's validators' rule.
 */
final class DidBidRules {
    private static final int CHAIN = 4;
    private static final int SHORTEST = 22;
    private static final int LONGEST = 42;
    private static final int ADDRESS_OCTETS = 22;
    private static final int BITS = 8;
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private DidBidRules() {}

    static String check(String given, Part id) {
        String text = id.text();
        int colon = text.indexOf(':');
        boolean isChainAlone = colon < 0 && text.length() == CHAIN;
        if (colon >= 0 || isChainAlone) {
            chain(given, id.between(0, isChainAlone ? CHAIN : colon));
        }
        if (!isChainAlone) {
            suffix(given, id.from(colon + 1));
        }
        return text;
    }

    private static void chain(String given, Part chain) {
        boolean isRight = chain.text().length() == CHAIN
                && chain.text().chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
        if (!isRight) {
            throw chain.fault(IdentifierKind.DID, given, 0, FaultReason.DID_BID_CHAIN, chain.text());
        }
    }

    private static void suffix(String given, Part suffix) {
        String text = suffix.text();
        for (int i = 0; i < text.length(); i++) {
            if (!Part.isLetterOrDigit(text.charAt(i))) {
                throw suffix.fault(IdentifierKind.DID, given, i, FaultReason.NOT_ALPHANUMERIC, suffix.shown(i));
            }
        }
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            int at = Math.min(text.length(), LONGEST);
            throw suffix.fault(IdentifierKind.DID, given, at, FaultReason.DID_BID_LENGTH, text.length());
        }
        if ("zes".indexOf(text.charAt(0)) < 0) {
            throw suffix.fault(IdentifierKind.DID, given, 0, FaultReason.DID_BID_KEY_TYPE, suffix.shown(0));
        }
        if ("fst".indexOf(text.charAt(1)) < 0) {
            throw suffix.fault(IdentifierKind.DID, given, 1, FaultReason.DID_BID_ENCODING, suffix.shown(1));
        }
        if (text.charAt(1) == 'f') {
            address(given, suffix.from(2));
        }
    }

    private static void address(String given, Part address) {
        BigInteger number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < address.text().length(); i++) {
            int digit = BASE58.indexOf(address.text().charAt(i));
            if (digit < 0) {
                throw address.fault(IdentifierKind.DID, given, i, FaultReason.BASE58_CHARACTER, address.shown(i));
            }
            number = number.multiply(BigInteger.valueOf(BASE58.length())).add(BigInteger.valueOf(digit));
            zeros += number.signum() == 0 ? 1 : 0;
        }
        int octets = zeros + (number.bitLength() + BITS - 1) / BITS;
        if (octets != ADDRESS_OCTETS) {
            throw address.fault(IdentifierKind.DID, given, 0, FaultReason.DID_BID_OCTETS, octets);
        }
    }
}
