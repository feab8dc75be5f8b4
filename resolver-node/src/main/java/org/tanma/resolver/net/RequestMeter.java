// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.util.concurrent.TimeUnit;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.limit.PeerGate;

/** Counts the requests of one connection against its peer's limits. For the connection's event loop. */
final class RequestMeter {
    /** For how long nothing is taken on while as many requests are being answered as may be. */
    private static final long FULL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final PeerGate gate;
    private final ConnectionWatch watch;
    private final long high;
    private final long low;
    private int uncharged;
    private int taken;

    /** For the connection of a peer, whose address is in two halves. */
    RequestMeter(PeerGate gate, ConnectionWatch watch, long high, long low) {
        this.gate = gate;
        this.watch = watch;
        this.high = high;
        this.low = low;
    }

    /** A request has come whole. */
    void requestIsWhole() {
        if (uncharged == 0) {
            watch.requestIsWhole();
        }
        uncharged++;
    }

    /** Charges the peer for what has come since; nanoseconds for which nothing more may be answered, mostly 0. */
    long putOffNanos() {
        if (uncharged == 0) {
            return 0;
        }
        long nanos = gate.putOff(high, low, uncharged, System.nanoTime());
        uncharged = 0;
        if (nanos > 0) {
            gate.counts().add(LimitEvent.REQUESTS_PUT_OFF);
        }
        return nanos;
    }

    /** Takes one more request on for a worker; false when as many are there as may be. */
    boolean tryTake() {
        if (taken < gate.limits().inFlight() && gate.inFlight().tryTake()) {
            taken++;
            return true;
        }
        return false;
    }

    /** For how long to wait after {@link #tryTake} said no. */
    long fullNanos() {
        gate.counts().add(LimitEvent.IN_FLIGHT_FULL);
        return FULL_NANOS;
    }

    /** All that was taken on is answered, or nobody waits for it any more. */
    void giveBack() {
        gate.inFlight().give(taken);
        taken = 0;
    }

    /** So many octets have come that are neither answered nor handed to a worker. */
    void holds(int octets) {
        watch.holds(octets);
    }

    /** Whether the node has put off reading. */
    void hold(boolean isPutOff) {
        watch.hold(isPutOff);
    }
}
