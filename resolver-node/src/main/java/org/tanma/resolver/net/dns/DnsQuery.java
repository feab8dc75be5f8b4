// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.dns;

import java.util.List;

/**
 * A question, as far as it could be read.
 *
 * @param fault the code to refuse it with; {@link DnsWire#NO_ERROR} when it can be answered
 * @param questionOctets of the question after the header, to be repeated as they are; 0 when there is none to repeat
 * @param labels of the name, leftmost first, an octet a character
 * @param nameOctets of the name, its end included
 * @param edns what the asker says of itself
 */
record DnsQuery(
        int id,
        int opcode,
        boolean isRecursionDesired,
        int fault,
        int questionOctets,
        List<String> labels,
        int nameOctets,
        int type,
        int dnsClass,
        Edns edns) {
    DnsQuery {
        labels = List.copyOf(labels);
    }

    /**
     * The asker's OPT record (RFC 6891).
     *
     * @param payload octets of a datagram it takes, 512 at least
     */
    record Edns(boolean isThere, int payload, int version, boolean isSecurityWanted) {
        static final Edns NONE = new Edns(false, DnsWire.PLAIN_OCTETS, 0, false);
    }

    static DnsQuery faulty(int id, int flags, int fault) {
        return new DnsQuery(
                id, DnsWire.opcode(flags), DnsWire.isRecursionDesired(flags), fault, 0, List.of(), 0, 0, 0, Edns.NONE);
    }

    DnsQuery withFault(int other) {
        return new DnsQuery(
                id, opcode, isRecursionDesired, other, questionOctets, labels, nameOctets, type, dnsClass, edns);
    }
}
