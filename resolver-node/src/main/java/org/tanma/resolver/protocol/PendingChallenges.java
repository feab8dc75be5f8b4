// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.HandleMessage;

/**
 * Requests that wait for their caller to answer a challenge, by the session id that the challenge was given.
 *
 * <p>Bounded by count, octets and age: the oldest give way, and their callers are told to ask again. Each is taken once,
 * from whatever connection. Safe between threads.
 */
final class PendingChallenges {
    /** Most requests that wait. */
    static final int MOST = 10_000;
    /** Most octets of their messages together. */
    static final long MOST_OCTETS = 32L * 1024 * 1024;
    /** How long one may wait. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    /** A request and what was asked of its caller. */
    record Pending(HandleMessage request, Challenge challenge, int octets, Instant until) {}

    private final Map<Integer, Pending> pending = new LinkedHashMap<>();
    private final InstantSource clock;
    private final RandomGenerator random;
    private long octets;

    PendingChallenges(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Keeps a request; returns the session id under which it is answered. */
    synchronized int add(HandleMessage request, Challenge challenge, int messageOctets) {
        Instant now = clock.instant();
        octets += messageOctets;
        int id = random.nextInt(1, Integer.MAX_VALUE);
        while (pending.containsKey(id)) {
            id = random.nextInt(1, Integer.MAX_VALUE);
        }
        pending.put(id, new Pending(request, challenge, messageOctets, now.plus(LIFETIME)));
        Iterator<Pending> oldest = pending.values().iterator();
        while (oldest.hasNext()) {
            Pending first = oldest.next();
            if (pending.size() <= MOST && octets <= MOST_OCTETS && first.until().isAfter(now)) {
                break;
            }
            octets -= first.octets();
            oldest.remove();
        }
        return id;
    }

    /** The request of this id, if it still waits; it no longer does. */
    synchronized Optional<Pending> take(int sessionId) {
        Pending taken = pending.remove(sessionId);
        if (taken == null) {
            return Optional.empty();
        }
        octets -= taken.octets();
        return taken.until().isAfter(clock.instant()) ? Optional.of(taken) : Optional.empty();
    }

    synchronized int size() {
        return pending.size();
    }
}
