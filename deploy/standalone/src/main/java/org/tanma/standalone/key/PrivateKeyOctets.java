// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.key;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;

/**
 * A private key as the Handle.Net tools keep it in a file, without a passphrase.
 *
 * <pre>
 * octets  field
 * 4       1: not encrypted
 * 4 + n   name of the kind: RSA_PRIVCRT_KEY or DSA_PRIV_KEY
 * 4 + n   each number, two's complement: modulus, both exponents, primes, their exponents, coefficient; or x, p, q, g
 * </pre>
 *
 * <p>Source: the octets that handle-client 9.3.1 reads and writes.
 */
final class PrivateKeyOctets {
    private static final int NOT_ENCRYPTED = 1;

    private PrivateKeyOctets() {}

    static byte[] of(PrivateKey key) {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return encode(
                    "RSA_PRIVCRT_KEY",
                    rsa.getModulus(),
                    rsa.getPublicExponent(),
                    rsa.getPrivateExponent(),
                    rsa.getPrimeP(),
                    rsa.getPrimeQ(),
                    rsa.getPrimeExponentP(),
                    rsa.getPrimeExponentQ(),
                    rsa.getCrtCoefficient());
        }
        if (key instanceof DSAPrivateKey dsa) {
            return encode(
                    "DSA_PRIV_KEY",
                    dsa.getX(),
                    dsa.getParams().getP(),
                    dsa.getParams().getQ(),
                    dsa.getParams().getG());
        }
        throw new IllegalArgumentException("a key of algorithm " + key.getAlgorithm() + " has no file form");
    }

    private static byte[] encode(String kind, BigInteger... numbers) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeInt(NOT_ENCRYPTED);
            write(out, kind.getBytes(StandardCharsets.US_ASCII));
            for (BigInteger number : numbers) {
                write(out, number.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] array) throws IOException {
        out.writeInt(array.length);
        out.write(array);
    }
}
