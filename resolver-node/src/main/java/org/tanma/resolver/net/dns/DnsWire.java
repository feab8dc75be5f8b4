// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.dns;

import io.netty.handler.codec.dns.DnsOpCode;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsResponseCode;

/**
 * Numbers of the message format, RFC 1035 section 4 and RFC 6891.
 *
 * <pre>
 *  0  2  id
 *  2  2  flags: QR 8000, opcode 7800, AA 0400, TC 0200, RD 0100, RA 0080, rcode 000F
 *  4  2  questions     6  2  answers     8  2  authority     10  2  additional
 * 12  …  question: name, type, class
 * </pre>
 */
final class DnsWire {
    static final int HEADER = 12;
    static final int FLAGS = 2;
    static final int QUESTIONS = 4;
    static final int ANSWERS = 6;
    static final int AUTHORITY = 8;
    static final int ADDITIONAL = 10;

    static final int IS_RESPONSE = 0x8000;
    static final int IS_AUTHORITATIVE = 0x0400;
    static final int IS_TRUNCATED = 0x0200;
    static final int RECURSION_DESIRED = 0x0100;
    static final int OPCODE_SHIFT = 11;
    private static final int OPCODE_BITS = 0x0F;
    static final int CODE_BITS = 0x0F;
    static final int CODE_SHIFT = 4;

    /** A label's length has both high bits clear; both set they begin a pointer. */
    static final int POINTER = 0xC0;

    static final int MOST_LABEL = 63;
    static final int MOST_NAME = 255;

    static final int QUERY = DnsOpCode.QUERY.byteValue();
    static final int NO_ERROR = DnsResponseCode.NOERROR.intValue();
    static final int FORMAT_ERROR = DnsResponseCode.FORMERR.intValue();
    static final int SERVER_FAILURE = DnsResponseCode.SERVFAIL.intValue();
    static final int NO_SUCH_NAME = DnsResponseCode.NXDOMAIN.intValue();
    static final int NOT_IMPLEMENTED = DnsResponseCode.NOTIMP.intValue();
    static final int REFUSED = DnsResponseCode.REFUSED.intValue();
    static final int BAD_VERSION = DnsResponseCode.BADVERS_OR_BADSIG.intValue();

    static final int INTERNET = DnsRecord.CLASS_IN;
    static final int OPT = 41;
    static final int HINFO = 13;
    /** Zone transfers and their kin, which are no questions about a name (RFC 5936, 1995). */
    static final int IXFR = 251;

    static final int AXFR = 252;
    static final int SECURITY_WANTED = 0x8000;

    /** A datagram any asker takes. */
    static final int PLAIN_OCTETS = 512;
    /** The largest datagram sent, and taken: it passes every network unfragmented. */
    static final int DATAGRAM_OCTETS = 1_232;
    /** The OPT record of an answer. */
    static final int OPT_OCTETS = 11;

    private DnsWire() {}

    static int opcode(int flags) {
        return flags >> OPCODE_SHIFT & OPCODE_BITS;
    }

    static boolean isRecursionDesired(int flags) {
        return (flags & RECURSION_DESIRED) != 0;
    }
}
