// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.handle.wire.WireReader;

/**
 * A public key record as a JSON Web Key.
 *
 * <p>Shape of the record: the kind as a string, two octets of flags, then arrays that are unsigned numbers: exponent and
 * modulus for {@code RSA_PUB_KEY}; q, p, g, y for {@code DSA_PUB_KEY}. Source: RFC 3651 section 3.2.4 for the kinds; the
 * order of the numbers from records that existing tools write.
 */
final class PublicKeyTree {
    private static final String RSA = "RSA_PUB_KEY";
    private static final String DSA = "DSA_PUB_KEY";

    private PublicKeyTree() {}

    /** Empty when the octets are no key record, or one of another kind. */
    static Optional<Map<String, Object>> of(byte[] record) {
        WireReader in = new WireReader(ByteBuffer.wrap(record));
        try {
            String kind = in.readString(WireLimits.STRING_OCTETS, "key kind");
            in.readAnyShort("key flags", "none has a meaning here");
            return switch (kind) {
                case RSA -> Optional.of(rsa(in));
                case DSA -> Optional.of(dsa(in));
                default -> Optional.empty();
            };
        } catch (WireFormatException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> rsa(WireReader in) throws WireFormatException {
        String exponent = number(in, "public exponent");
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("kty", "RSA");
        key.put("n", number(in, "modulus"));
        key.put("e", exponent);
        return key;
    }

    private static Map<String, Object> dsa(WireReader in) throws WireFormatException {
        String q = number(in, "q");
        String p = number(in, "p");
        String g = number(in, "g");
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("kty", "DSA");
        key.put("y", number(in, "y"));
        key.put("p", p);
        key.put("q", q);
        key.put("g", g);
        return key;
    }

    /** The number in the shortest octets, base64url. */
    private static String number(WireReader in, String field) throws WireFormatException {
        Octets octets = in.readArray(WireLimits.ARRAY_OCTETS, field);
        byte[] signed = new BigInteger(1, octets.toArray()).toByteArray();
        int start = signed.length > 1 && signed[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(signed, start, signed.length));
    }
}
