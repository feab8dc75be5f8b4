// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.Locale;

/**
 * Octets that are no message, or a message that cannot be octets: what is wrong, in which field, and where.
 *
 * <p>{@code offset} counts octets from the start of what was read or written; {@code limit} is what the field may be at
 * most (or at least, for {@link Reason#TRUNCATED}: what is there), {@code actual} what it is.
 */
public final class WireFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong, and how a server answers it. */
    public enum Reason {
        /** Fewer octets are there than the field needs. */
        TRUNCATED("needs %2$d octets, %1$d are there", ResponseCode.PROTOCOL_ERROR),
        /** A length, a count or a whole message is over its limit. */
        TOO_LONG("is %2$d, at most %1$d is allowed", ResponseCode.PROTOCOL_ERROR),
        /** A number has no meaning in its field. */
        OUT_OF_RANGE("is %2$d, outside what is allowed (nearest bound %1$d)", ResponseCode.PROTOCOL_ERROR),
        /** Octets are left over where the field should end. */
        TRAILING_OCTETS("has %2$d octets after its end", ResponseCode.PROTOCOL_ERROR),
        /** A string is not UTF-8. */
        NOT_UTF8("is not UTF-8", ResponseCode.PROTOCOL_ERROR),
        /** A string is no handle. */
        INVALID_HANDLE("is no handle", ResponseCode.INVALID_HANDLE),
        /** The message uses a version, compression or encryption that is not spoken here. */
        UNSUPPORTED("is %2$d, which is not supported", ResponseCode.PROTOCOL_ERROR),
        /** Datagrams of one message do not fit together. */
        FRAGMENT_MISMATCH("is %2$d, the first datagram said %1$d", ResponseCode.PROTOCOL_ERROR),
        /** The request was passed on too often. */
        RECURSION_TOO_DEEP("is %2$d, at most %1$d is allowed", ResponseCode.RECURSION_TOO_DEEP);

        private final String sentence;
        private final ResponseCode responseCode;

        Reason(String sentence, ResponseCode responseCode) {
            this.sentence = sentence;
            this.responseCode = responseCode;
        }

        /** The response code that tells a client of this. */
        public ResponseCode responseCode() {
            return responseCode;
        }
    }

    private final Reason reason;
    private final String field;
    private final int offset;
    private final long limit;
    private final long actual;

    public WireFormatException(Reason reason, String field, int offset, long limit, long actual) {
        super(field + " at octet " + offset + " " + String.format(Locale.ROOT, reason.sentence, limit, actual));
        this.reason = reason;
        this.field = field;
        this.offset = offset;
        this.limit = limit;
        this.actual = actual;
    }

    public Reason reason() {
        return reason;
    }

    public String field() {
        return field;
    }

    public int offset() {
        return offset;
    }

    public long limit() {
        return limit;
    }

    public long actual() {
        return actual;
    }
}
