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

    private WireLimits() {}
}
