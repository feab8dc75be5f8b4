// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

/**
 * How a question came here, and how it may go on.
 *
 * <p>Range: {@code recursionCount} 0..255, how many servers have passed it on; {@code siteSerial} 0..65535 is the serial of
 * the site record that led the asker here. Source: RFC 3652 section 2.2.2, DO-IRP 3.0 for {@code mayRefer}.
 *
 * @param mayRefer whether the asker wants to be told of another service, and not just that this one does not answer
 * @param isRecursive whether the asker wants this node to ask others
 */
public record QueryRoute(boolean mayRefer, boolean isRecursive, int recursionCount, int siteSerial) {
    /** The serial of askers that no site record led here. */
    public static final int NO_SERIAL = 0xFFFF;

    /** Straight from an asker who follows referrals. */
    public static final QueryRoute DIRECT = new QueryRoute(true, false, 0, NO_SERIAL);

    /** Straight from an asker who chose this node, and is told of another service only where one is known. */
    public static final QueryRoute CHOSEN = new QueryRoute(true, false, 0, 0);

    /** Straight from an asker who wants the answer itself, wherever it lies. */
    public static final QueryRoute RECURSIVE = new QueryRoute(true, true, 0, NO_SERIAL);

    /** True when the asker came by a site record that names this node: asking for it again would lead nowhere. */
    boolean isLedBySite() {
        return siteSerial != NO_SERIAL;
    }
}
