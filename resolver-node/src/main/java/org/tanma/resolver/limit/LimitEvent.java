// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

/** What a limit did, for counting. */
public enum LimitEvent {
    /** A datagram of a blocked network, dropped. */
    DATAGRAM_BLOCKED,
    /** A datagram over its network's rate, dropped. */
    DATAGRAM_DROPPED,
    /** A datagram over its network's rate, sent to TCP. */
    DATAGRAM_SENT_TO_TCP,
    /** A connection of a blocked network, closed. */
    CONNECTION_BLOCKED,
    /** A connection over the total, closed. */
    CONNECTION_OVER_TOTAL,
    /** A connection over what its network or address may have, closed. */
    CONNECTION_OVER_SHARE,
    /** A connection on which nothing moved, closed. */
    CONNECTION_IDLE,
    /** A request that was not complete in time; its connection was closed. */
    REQUEST_TOO_SLOW,
    /** A peer that did not take its answers; its connection was closed. */
    ANSWER_NOT_TAKEN,
    /** Reading from a connection was put off, its network being over its rate. */
    REQUESTS_PUT_OFF,
    /** Reading from a connection was put off, too many requests being in flight. */
    IN_FLIGHT_FULL,
    /** A connection whose unanswered request was larger than there was room for; it was closed. */
    REQUEST_WITHOUT_ROOM,
    /** A list of networks that has a fault and was not taken over. */
    LIST_FAULTY
}
