// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.epoll.Epoll;

/**
 * By which means of the operating system sockets are waited for, and on how many threads.
 *
 * <p>Range: {@code loops} 1 to {@value #MOST_LOOPS}; one a processor unless given. Each loop has a UDP socket of its own
 * where the kernel spreads datagrams over several.
 */
public record NetTransport(Kind kind, int loops) {
    /** What {@link Kind#BEST} is here, one loop a processor. */
    public static final NetTransport DEFAULT =
            new NetTransport(Kind.BEST, Runtime.getRuntime().availableProcessors());

    static final int MOST_LOOPS = 256;

    /** The means there are. */
    public enum Kind {
        /** Linux's epoll through native code where that is to be had, else Java's own. */
        BEST,
        /** Java's own, everywhere. */
        NIO
    }

    public NetTransport {
        if (loops < 1 || loops > MOST_LOOPS) {
            throw new IllegalArgumentException("event loops " + loops + " is outside 1.." + MOST_LOOPS);
        }
    }

    boolean isEpoll() {
        return kind == Kind.BEST && Epoll.isAvailable();
    }
}
