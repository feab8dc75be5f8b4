// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/**
 * What a message is: operation, outcome, flags.
 *
 * <p>Range: site serial 0..65535, recursion 0..{@value WireLimits#RECURSION}, expiration seconds since 1970 with 0 for
 * none, {@code bodyLength} octets (filled in when the message is encoded). Layout in {@link WireLayout}. Source: RFC 3652
 * section 2.2.2.
 */
public record MessageHeader(
        OpCode opCode,
        ResponseCode responseCode,
        OpFlags flags,
        int siteInfoSerial,
        int recursionCount,
        long expirationSeconds,
        int bodyLength) {

    /** A request that does not expire. */
    public static MessageHeader request(OpCode opCode, OpFlags flags) {
        return new MessageHeader(opCode, ResponseCode.NONE, flags, 0, 0, 0, 0);
    }

    /**
     * The header of an answer to this request: same operation, flags, recursion count and expiration. A client may drop
     * an answer whose expiration has passed, and take 0 for passed; whoever has a clock sets {@link
     * #withExpirationSeconds}.
     */
    public MessageHeader toAnswer(ResponseCode outcome, int serial) {
        return new MessageHeader(opCode, outcome, flags, serial, recursionCount, expirationSeconds, 0);
    }

    public boolean isRequest() {
        return responseCode.equals(ResponseCode.NONE);
    }

    public MessageHeader withFlags(OpFlags other) {
        return new MessageHeader(
                opCode, responseCode, other, siteInfoSerial, recursionCount, expirationSeconds, bodyLength);
    }

    public MessageHeader withExpirationSeconds(long seconds) {
        return new MessageHeader(opCode, responseCode, flags, siteInfoSerial, recursionCount, seconds, bodyLength);
    }

    public MessageHeader withBodyLength(int octets) {
        return new MessageHeader(
                opCode, responseCode, flags, siteInfoSerial, recursionCount, expirationSeconds, octets);
    }
}
