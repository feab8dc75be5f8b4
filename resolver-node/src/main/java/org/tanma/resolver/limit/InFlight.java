// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.util.concurrent.atomic.AtomicInteger;

/** Requests of all connections that are being answered, at most so many. Safe between threads. */
public final class InFlight {
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    InFlight(int most) {
        this.most = most;
    }

    /** Takes one more on; false when there are as many as there may be. */
    public boolean tryTake() {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return false;
        }
        return true;
    }

    /** So many were answered. */
    public void give(int answered) {
        if (answered > 0) {
            taken.addAndGet(-answered);
        }
    }

    public int count() {
        return taken.get();
    }
}
