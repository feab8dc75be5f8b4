// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Sessions under the node's key whose own key has not come yet, and keys that came without saying for which session.
 *
 * <p>Bounded: {@value #MOST_SESSIONS} sessions and {@value #MOST_KEYS} keys, each for a minute; the oldest gives
 * way. Safe between threads.
 */
final class AwaitedKeys {
    static final int MOST_SESSIONS = 1_000;
    static final int MOST_KEYS = 64;
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private record Awaiting(long timeoutSeconds, Instant until) {}

    private record Stray(byte[] key, Instant until) {}

    private final Map<Integer, Awaiting> sessions = new LinkedHashMap<>();
    private final List<Stray> strays = new ArrayList<>();
    private final InstantSource clock;

    AwaitedKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on a session of this id waits for its key; {@code timeoutSeconds} is what was asked for it. */
    synchronized void await(int id, long timeoutSeconds) {
        forgetOld();
        sessions.put(id, new Awaiting(timeoutSeconds, clock.instant().plus(LIFETIME)));
        if (sessions.size() > MOST_SESSIONS) {
            Iterator<Awaiting> oldest = sessions.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The timeout asked for the session of this id, once; none when it does not wait for a key. */
    synchronized OptionalLong take(int id) {
        forgetOld();
        Awaiting waiting = sessions.remove(id);
        return waiting == null ? OptionalLong.empty() : OptionalLong.of(waiting.timeoutSeconds());
    }

    /** True when a key that says no session may be of one that waits; how many are held is bounded by itself. */
    synchronized boolean mayHold() {
        forgetOld();
        return !sessions.isEmpty();
    }

    /** Keeps a key until the first message of its session comes. */
    synchronized void hold(byte[] key) {
        strays.add(new Stray(key.clone(), clock.instant().plus(LIFETIME)));
        if (strays.size() > MOST_KEYS) {
            strays.remove(0);
        }
    }

    /** The keys that are held, the newest first. */
    synchronized List<byte[]> held() {
        forgetOld();
        List<byte[]> keys = new ArrayList<>(strays.size());
        for (Stray stray : strays) {
            keys.add(0, stray.key().clone());
        }
        return keys;
    }

    /** The session of this key is found. */
    synchronized void release(byte[] key) {
        strays.removeIf(stray -> java.util.Arrays.equals(stray.key(), key));
    }

    private void forgetOld() {
        Instant now = clock.instant();
        sessions.values().removeIf(waiting -> !waiting.until().isAfter(now));
        strays.removeIf(stray -> !stray.until().isAfter(now));
    }
}
