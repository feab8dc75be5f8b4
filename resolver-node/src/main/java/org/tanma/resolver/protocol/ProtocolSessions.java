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
import org.tanma.handle.wire.SessionCipher;
import org.tanma.resolver.access.Caller;

/**
 * The sessions of a node, by id.
 *
 * <p>Bounded: at most {@value #MOST}, each at most 24 hours; those of the public are at most half of them, and of either
 * kind the oldest gives way. Safe between threads.
 */
final class ProtocolSessions {
    static final int MOST = 10_000;
    static final Duration LONGEST = Duration.ofHours(24);

    private final Map<Integer, ProtocolSession> known = new LinkedHashMap<>();
    private final Map<Integer, ProtocolSession> nobodys = new LinkedHashMap<>();
    private final InstantSource clock;
    private final RandomGenerator random;

    ProtocolSessions(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** An id that no session has. */
    synchronized int newId() {
        // Clients take a negative id for none.
        int id = random.nextInt(1, Integer.MAX_VALUE);
        while (known.containsKey(id) || nobodys.containsKey(id)) {
            id = random.nextInt(1, Integer.MAX_VALUE);
        }
        return id;
    }

    /** A new session of nobody; {@code timeoutSeconds} 0 asks for the longest. */
    synchronized ProtocolSession open(int id, byte[] key, SessionCipher cipher, long timeoutSeconds) {
        long seconds = timeoutSeconds == 0 ? LONGEST.toSeconds() : Math.min(timeoutSeconds, LONGEST.toSeconds());
        Instant until = clock.instant().plusSeconds(seconds);
        ProtocolSession session = new ProtocolSession(id, key, cipher, until);
        put(nobodys, session);
        return session;
    }

    /** Makes a session its caller's. */
    synchronized void authenticate(ProtocolSession session, Caller caller) {
        if (nobodys.remove(session.id()) != null) {
            put(known, session);
        }
        session.setCaller(caller);
    }

    private static void put(Map<Integer, ProtocolSession> kind, ProtocolSession session) {
        kind.put(session.id(), session);
        if (kind.size() > MOST / 2) {
            Iterator<ProtocolSession> oldest = kind.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The session of this id, if there is one and it has not ended. */
    synchronized Optional<ProtocolSession> find(int id) {
        ProtocolSession session = known.get(id);
        if (session == null) {
            session = nobodys.get(id);
        }
        if (session == null) {
            return Optional.empty();
        }
        if (!session.until().isAfter(clock.instant())) {
            end(id);
            return Optional.empty();
        }
        return Optional.of(session);
    }

    synchronized void end(int id) {
        known.remove(id);
        nobodys.remove(id);
    }

    synchronized int size() {
        return known.size() + nobodys.size();
    }
}
