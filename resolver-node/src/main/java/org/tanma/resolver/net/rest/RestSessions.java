// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Caller;

/**
 * Sessions of the REST interface.
 *
 * <p>A session that is only begun takes no memory: its id carries the moment and a MAC of it, and its nonce follows from its
 * id, so strangers cannot fill anything. It is kept from the moment somebody proves who they are, which has to happen within
 * {@link #CHALLENGE_LIFE}; it ends after {@link #IDLE} without use and {@link #LIFE} in all. A proof opens its session once:
 * an ended session is not opened again by the proof that opened it.
 *
 * <p>Limits: {@value #MOST} sessions, {@value #MOST_OF_ONE} of one caller; the one unused longest makes room. Proofs remembered:
 * {@value #MOST_SPENT}; beyond, new sessions are refused as busy. Nothing survives a restart. Safe between threads.
 */
public final class RestSessions {
    static final int MOST = 4_096;
    static final int MOST_OF_ONE = 64;
    static final int MOST_SPENT = 65_536;
    static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LIFE = Duration.ofHours(24);

    private static final String MAC = "HmacSHA256";
    private static final int KEY_OCTETS = 32;
    private static final int RANDOM_OCTETS = 16;
    private static final int NONCE_OCTETS = 16;
    private static final int TAG_OCTETS = 16;
    private static final int SIGNED_OCTETS = Long.BYTES + RANDOM_OCTETS;
    private static final byte[] FOR_ID = {1};
    private static final byte[] FOR_NONCE = {2};

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Map<String, RestSession> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Instant> spent = new LinkedHashMap<>();

    public RestSessions(InstantSource clock) {
        this.clock = clock;
        byte[] octets = new byte[KEY_OCTETS];
        random.nextBytes(octets);
        this.key = new SecretKeySpec(octets, MAC);
    }

    /** The id of a session just begun. */
    String begin() {
        byte[] fresh = new byte[RANDOM_OCTETS];
        random.nextBytes(fresh);
        byte[] signed = ByteBuffer.allocate(SIGNED_OCTETS)
                .putLong(clock.instant().getEpochSecond())
                .put(fresh)
                .array();
        byte[] id = Arrays.copyOf(signed, SIGNED_OCTETS + TAG_OCTETS);
        System.arraycopy(mac(FOR_ID, signed), 0, id, SIGNED_OCTETS, TAG_OCTETS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** The nonce that belongs to a session's id. */
    byte[] nonce(String id) {
        return Arrays.copyOf(mac(FOR_NONCE, id.getBytes(StandardCharsets.UTF_8)), NONCE_OCTETS);
    }

    /** True when the id was begun here and can still be proven, or is open. */
    boolean isKnown(String id) {
        return find(id).isPresent() || isProvable(id);
    }

    /** The open session of this id, which counts as used by this. */
    synchronized Optional<RestSession> find(String id) {
        Instant now = clock.instant();
        dropEnded(now);
        return Optional.ofNullable(
                open.computeIfPresent(id, (same, session) -> isEnded(session, now) ? null : session.usedAt(now)));
    }

    /** Whether a proof may still open this session. */
    synchronized boolean isProvable(String id) {
        Optional<Instant> begun = begun(id);
        Instant now = clock.instant();
        return begun.isPresent()
                && !spent.containsKey(id)
                && !begun.get().isAfter(now)
                && begun.get().plus(CHALLENGE_LIFE).isAfter(now);
    }

    /** Opens a session for a caller who has proven to be that; one that is open already stays as it is. */
    synchronized RestSession open(String id, Caller caller) {
        Instant now = clock.instant();
        dropEnded(now);
        RestSession there = open.get(id);
        if (there != null) {
            return there;
        }
        if (spent.size() >= MOST_SPENT) {
            throw new RestRefusedException(
                    RestRefusedException.UNAVAILABLE,
                    ResponseCode.SERVER_BUSY,
                    "too many sessions were opened within " + CHALLENGE_LIFE.toMinutes()
                            + " minutes; use one for many requests");
        }
        makeRoom(caller);
        RestSession session = new RestSession(id, caller, now, now);
        open.put(id, session);
        spent.put(id, now.plus(CHALLENGE_LIFE));
        return session;
    }

    /** Proven sessions that are kept. */
    public synchronized int size() {
        return open.size();
    }

    synchronized void end(String id) {
        open.remove(id);
    }

    private void makeRoom(Caller caller) {
        long own = open.values().stream()
                .filter(session -> session.caller().equals(caller))
                .count();
        if (own >= MOST_OF_ONE) {
            removeFirst(open.values().iterator(), Optional.of(caller));
        } else if (open.size() >= MOST) {
            removeFirst(open.values().iterator(), Optional.empty());
        }
    }

    private static void removeFirst(Iterator<RestSession> sessions, Optional<Caller> of) {
        while (sessions.hasNext()) {
            Caller caller = sessions.next().caller();
            if (of.isEmpty() || of.get().equals(caller)) {
                sessions.remove();
                return;
            }
        }
    }

    /** Those used least stand first, and those spent first; so no more is looked at than has ended, and one of each. */
    private void dropEnded(Instant now) {
        Iterator<RestSession> sessions = open.values().iterator();
        while (sessions.hasNext() && isEnded(sessions.next(), now)) {
            sessions.remove();
        }
        Iterator<Instant> ends = spent.values().iterator();
        while (ends.hasNext() && !ends.next().isAfter(now)) {
            ends.remove();
        }
    }

    private static boolean isEnded(RestSession session, Instant now) {
        return !session.lastUsed().plus(IDLE).isAfter(now)
                || !session.opened().plus(LIFE).isAfter(now);
    }

    private Optional<Instant> begun(String id) {
        byte[] octets;
        try {
            octets = Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (octets.length != SIGNED_OCTETS + TAG_OCTETS) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(octets, SIGNED_OCTETS);
        byte[] tag = Arrays.copyOfRange(octets, SIGNED_OCTETS, octets.length);
        return MessageDigest.isEqual(tag, Arrays.copyOf(mac(FOR_ID, signed), TAG_OCTETS))
                ? Optional.of(Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong()))
                : Optional.empty();
    }

    private byte[] mac(byte[] purpose, byte[] octets) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(purpose);
            return mac.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
