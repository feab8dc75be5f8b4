// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

/** What becomes of a datagram. */
public enum Verdict {
    /** It is answered. */
    ANSWER,
    /** It is over its network's rate, and gets a short answer that sends to TCP. */
    SEND_TO_TCP,
    /** It is over its network's rate or comes from a blocked network, and gets none. */
    DROP
}
