// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.resolver.access.Caller;

/**
 * One session: its key, its caller, which of its messages were seen, and when it ends at the latest.
 *
 * <p>It begins as nobody's: it hides what is said and proves nothing. The first challenge answered in it makes it its
 * caller's. At most {@value #MOST_CHALLENGES} requests wait in it for an answer. Safe between threads.
 */
final class ProtocolSession {
    static final int MOST_CHALLENGES = 16;

    private final int id;
    private final byte[] key;
    private final SessionCipher cipher;
    private final Instant until;
    private final ReplayWindow window = new ReplayWindow();
    private final Map<Integer, Integer> challengeByRequest = new LinkedHashMap<>();
    private volatile Caller caller = Caller.PUBLIC;

    ProtocolSession(int id, byte[] key, SessionCipher cipher, Instant until) {
        this.id = id;
        this.key = key.clone();
        this.cipher = cipher;
        this.until = until;
    }

    int id() {
        return id;
    }

    byte[] key() {
        return key.clone();
    }

    SessionCipher cipher() {
        return cipher;
    }

    Instant until() {
        return until;
    }

    ReplayWindow window() {
        return window;
    }

    Caller caller() {
        return caller;
    }

    void setCaller(Caller verified) {
        caller = verified;
    }

    /** Remembers under which number a request waits; the oldest is forgotten when there are too many. */
    synchronized void await(int requestId, int challengeId) {
        challengeByRequest.put(requestId, challengeId);
        if (challengeByRequest.size() > MOST_CHALLENGES) {
            challengeByRequest.remove(challengeByRequest.keySet().iterator().next());
        }
    }

    /** The number of the request with this id, else of the one that has waited longest, since answers may have new ids. */
    synchronized Optional<Integer> takeChallenge(int requestId) {
        Integer known = challengeByRequest.remove(requestId);
        if (known == null && !challengeByRequest.isEmpty()) {
            known = challengeByRequest.remove(
                    challengeByRequest.keySet().iterator().next());
        }
        return Optional.ofNullable(known);
    }
}
