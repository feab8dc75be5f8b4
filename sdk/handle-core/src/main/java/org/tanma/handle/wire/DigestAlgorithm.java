// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** How a request digest is computed; the code is its first octet. Source: RFC 3652 section 2.2.3; SHA-256 from DO-IRP 3.0. */
public enum DigestAlgorithm {
    MD5(1, 16, "MD5"),
    SHA_1(2, 20, "SHA-1"),
    SHA_256(3, 32, "SHA-256");

    private final int code;
    private final int octets;
    private final String jdkName;

    DigestAlgorithm(int code, int octets, String jdkName) {
        this.code = code;
        this.octets = octets;
        this.jdkName = jdkName;
    }

    public int code() {
        return code;
    }

    /** Octets of a digest. */
    public int octets() {
        return octets;
    }

    /** The name under which the JDK knows it. */
    public String jdkName() {
        return jdkName;
    }

    static DigestAlgorithm decode(WireReader in) throws WireFormatException {
        return values()[in.readBoundedOctet(MD5.code, SHA_256.code, "digest algorithm") - 1];
    }
}
