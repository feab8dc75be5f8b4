// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/**
 * The most of everything a message may hold; whatever declares more is refused before anything is allocated for it.
 *
 * <p>Message, handle, values and datagram follow what existing peers accept, so that every message we send can be read;
 * the rest are ours, chosen far above any real record.
 */
public final class WireLimits {
    /** Octets of header, body and credential together, without envelopes. */
    public static final int MESSAGE_OCTETS = 262_144;
    /** Octets of a handle. */
    public static final int HANDLE_OCTETS = HandleName.MAX_OCTETS;
    /** Values in one answer. */
    public static final int VALUES = HandleRecord.MAX_VALUES;
    /** Octets of any other string: a value's type, an error's message. */
    public static final int STRING_OCTETS = 65_536;
    /** Octets of an array: a value's data, a public key. */
    public static final int ARRAY_OCTETS = 262_144;
    /** References of one value, and members of a value list. */
    public static final int REFERENCES = 2_048;
    /** Indexes asked for, or named in an error. */
    public static final int INDEXES = 2_048;
    /** Types asked for. */
    public static final int TYPES = 2_048;
    /** Servers of one site. */
    public static final int SERVERS = 1_024;
    /** Interfaces of one server. */
    public static final int INTERFACES = 64;
    /** Attributes of one site. */
    public static final int ATTRIBUTES = 256;
    /** How often a request may have been passed on. */
    public static final int RECURSION = 10;
    /** Octets of one UDP datagram, envelope included. */
    public static final int DATAGRAM_OCTETS = 512;
    /** Octets of the message in one UDP datagram. */
    public static final int FRAGMENT_OCTETS = DATAGRAM_OCTETS - WireLayout.ENVELOPE_OCTETS;
    /** Datagrams of one message. */
    public static final int FRAGMENTS = (MESSAGE_OCTETS + FRAGMENT_OCTETS - 1) / FRAGMENT_OCTETS;

    /** Octets of a challenge's nonce. */
    public static final int NONCE_OCTETS = 256;
    /** Octets of the proof that answers a challenge. */
    public static final int PROOF_OCTETS = 4_096;
    /** Octets of the salt, and of the code, in a proof by derived key. */
    public static final int SALT_OCTETS = 256;
    /** Rounds of key derivation that a proof may cost whoever checks it; clients in use ask for 10,000. */
    public static final int DERIVATION_ROUNDS = 20_000;
    /** Bits of a derived key. */
    public static final int DERIVED_KEY_BITS = 512;
    /** Octets of one number of a public key: 8,192 bits and a sign. */
    public static final int KEY_NUMBER_OCTETS = 1_025;
    /** Octets of an RSA exponent. */
    public static final int RSA_EXPONENT_OCTETS = 9;
    /** Octets of a DSA key's q. */
    public static final int DSA_ORDER_OCTETS = 65;

    /** Handles in one message of a list. */
    public static final int LISTED_HANDLES = 16_384;

    private WireLimits() {}
}
