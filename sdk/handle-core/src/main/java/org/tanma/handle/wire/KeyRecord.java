// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.DSAPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import org.tanma.handle.wire.WireFormatException.Reason;

/**
 * A public key in octets: the data of an {@code HS_PUBKEY} value, the key of a server in a site, the key a session is set
 * up with.
 *
 * <p>Shape: key type (string), u16 reserved 0, then numbers as arrays, big-endian with a sign octet:
 *
 * <pre>
 * RSA_PUB_KEY  exponent, modulus, empty array
 * DSA_PUB_KEY  q, p, g, y
 * DH_PUB_KEY   y, p, g
 * </pre>
 *
 * <p>Numbers have at most {@value WireLimits#KEY_NUMBER_OCTETS} octets, RSA exponents at most {@value
 * WireLimits#RSA_EXPONENT_OCTETS}. Stateless. Source: RFC 3651 section 3.2.4; the order as {@code handle-client} has it.
 */
public final class KeyRecord {
    /** The type of the value that holds this. */
    public static final String TYPE = ChallengeProof.PUBLIC_KEY;

    private static final String RSA = "RSA_PUB_KEY";
    private static final String DSA = "DSA_PUB_KEY";
    private static final String DH = "DH_PUB_KEY";
    private static final int NAME_OCTETS = 64;

    private KeyRecord() {}

    /** The key that these octets are, all of them. */
    public static PublicKey decode(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        String type = in.readString(NAME_OCTETS, "key type");
        in.readAnyShort("key flags", "reserved");
        return switch (type) {
            case RSA -> decodeRsa(in);
            case DSA -> decodeDsa(in);
            case DH -> decodeDh(in);
            default -> throw new WireFormatException(Reason.UNSUPPORTED, "key type '" + type + "'", 0, 0, 0);
        };
    }

    private static PublicKey decodeRsa(WireReader in) throws WireFormatException {
        BigInteger exponent = readNumber(in, WireLimits.RSA_EXPONENT_OCTETS, "RSA exponent");
        BigInteger modulus = readNumber(in, WireLimits.KEY_NUMBER_OCTETS, "RSA modulus");
        if (in.remaining() > 0) {
            in.readArray(0, "end of RSA key");
        }
        return key("RSA", new RSAPublicKeySpec(modulus, exponent), in);
    }

    private static PublicKey decodeDsa(WireReader in) throws WireFormatException {
        BigInteger q = readNumber(in, WireLimits.DSA_ORDER_OCTETS, "DSA q");
        BigInteger p = readNumber(in, WireLimits.KEY_NUMBER_OCTETS, "DSA p");
        BigInteger g = readNumber(in, WireLimits.KEY_NUMBER_OCTETS, "DSA g");
        BigInteger y = readNumber(in, WireLimits.KEY_NUMBER_OCTETS, "DSA y");
        return key("DSA", new DSAPublicKeySpec(y, p, q, g), in);
    }

    private static PublicKey decodeDh(WireReader in) throws WireFormatException {
        BigInteger y = readNumber(in, WireLimits.KEY_NUMBER_OCTETS, "DH y");
        BigInteger p = readNumber(in, WireLimits.KEY_NUMBER_OCTETS, "DH p");
        BigInteger g = readNumber(in, WireLimits.KEY_NUMBER_OCTETS, "DH g");
        return key("DH", new DHPublicKeySpec(y, p, g), in);
    }

    private static BigInteger readNumber(WireReader in, int limit, String field) throws WireFormatException {
        int at = in.offset();
        BigInteger number = new BigInteger(1, in.readArray(limit, field).toArray());
        if (number.signum() == 0) {
            throw new WireFormatException(Reason.OUT_OF_RANGE, field, at, 1, 0);
        }
        return number;
    }

    private static PublicKey key(String algorithm, KeySpec spec, WireReader in) throws WireFormatException {
        in.requireEnd(algorithm + " key");
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new WireFormatException(Reason.UNSUPPORTED, algorithm + " key", 0, 0, 0);
        }
    }

    /** The octets of an RSA, DSA or DH key; another kind is refused with {@link IllegalArgumentException}. */
    public static byte[] encode(PublicKey key) throws WireFormatException {
        WireWriter out = new WireWriter(WireLimits.ARRAY_OCTETS);
        if (key instanceof RSAPublicKey rsa) {
            writeType(out, RSA);
            writeNumber(out, rsa.getPublicExponent(), "RSA exponent");
            writeNumber(out, rsa.getModulus(), "RSA modulus");
            out.writeInt(0, "end of RSA key");
        } else if (key instanceof DSAPublicKey dsa) {
            writeType(out, DSA);
            writeNumber(out, dsa.getParams().getQ(), "DSA q");
            writeNumber(out, dsa.getParams().getP(), "DSA p");
            writeNumber(out, dsa.getParams().getG(), "DSA g");
            writeNumber(out, dsa.getY(), "DSA y");
        } else if (key instanceof DHPublicKey dh) {
            DHParameterSpec group = dh.getParams();
            writeType(out, DH);
            writeNumber(out, dh.getY(), "DH y");
            writeNumber(out, group.getP(), "DH p");
            writeNumber(out, group.getG(), "DH g");
        } else {
            throw new IllegalArgumentException("a key of algorithm " + key.getAlgorithm() + " has no key record");
        }
        return out.toArray();
    }

    private static void writeType(WireWriter out, String type) throws WireFormatException {
        out.writeString(type, NAME_OCTETS, "key type");
        out.writeShort(0, "key flags");
    }

    private static void writeNumber(WireWriter out, BigInteger number, String field) throws WireFormatException {
        out.writeArray(number.toByteArray(), WireLimits.KEY_NUMBER_OCTETS, field);
    }
}
