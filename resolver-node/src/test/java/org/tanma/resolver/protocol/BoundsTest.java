// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.RawBody;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.resolver.access.Caller;

/** What is kept of peers stays within its bounds, in count, octets and time. */
class BoundsTest {
    private static final Challenge CHALLENGE =
            new Challenge(Octets.of(new byte[16]), new RequestDigest(DigestAlgorithm.SHA_1, Octets.of(new byte[20])));
    private static final HandleMessage REQUEST = HandleMessage.of(
            MessageEnvelope.of(1), MessageHeader.request(OpCode.DELETE_HANDLE, OpFlags.NONE), RawBody.EMPTY);
    private static final Caller KNOWN = Caller.holding(HandleName.parse("0.NA/20.500.12345"), 300);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Random random = new Random(7);
    private final PendingChallenges challenges = new PendingChallenges(() -> now, random);
    private final ProtocolSessions sessions = new ProtocolSessions(() -> now, random);

    @Test
    void ids_arePositive_sinceClientsTakeOthersForNone() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(challenges.add(REQUEST, CHALLENGE, 100)).isPositive();
            assertThat(open(Caller.PUBLIC, 0)).isPositive();
        }
    }

    @Test
    void challenge_isTakenOnce() {
        int id = challenges.add(REQUEST, CHALLENGE, 100);
        assertThat(challenges.take(id)).isPresent();
        assertThat(challenges.take(id)).isEmpty();
    }

    @Test
    void challenge_waitsForAMinute() {
        int first = challenges.add(REQUEST, CHALLENGE, 100);
        int second = challenges.add(REQUEST, CHALLENGE, 100);
        now = now.plus(PendingChallenges.LIFETIME).minusMillis(1);
        assertThat(challenges.take(first)).isPresent();
        now = now.plusMillis(1);
        assertThat(challenges.take(second)).isEmpty();
    }

    @Test
    void challenges_overTheCount_dropTheOldest() {
        int first = challenges.add(REQUEST, CHALLENGE, 100);
        int second = challenges.add(REQUEST, CHALLENGE, 100);
        for (int i = 0; i < PendingChallenges.MOST - 1; i++) {
            challenges.add(REQUEST, CHALLENGE, 100);
        }
        assertThat(challenges.size()).isEqualTo(PendingChallenges.MOST);
        assertThat(challenges.take(first)).isEmpty();
        assertThat(challenges.take(second)).isPresent();
    }

    @Test
    void challenges_overTheOctets_dropTheOldest() {
        int half = (int) (PendingChallenges.MOST_OCTETS / 2);
        int first = challenges.add(REQUEST, CHALLENGE, half);
        int second = challenges.add(REQUEST, CHALLENGE, half);
        assertThat(challenges.size()).isEqualTo(2);
        challenges.add(REQUEST, CHALLENGE, 1);
        assertThat(challenges.take(first)).isEmpty();
        assertThat(challenges.take(second)).isPresent();
    }

    @Test
    void session_endsWithItsTimeoutAndAfterADayAtTheLatest() throws Exception {
        int brief = open(KNOWN, 10);
        int longest = open(KNOWN, Long.MAX_VALUE);
        now = now.plusSeconds(9);
        assertThat(sessions.find(brief)).isPresent();
        now = now.plusSeconds(1);
        assertThat(sessions.find(brief)).isEmpty();
        assertThat(sessions.size()).isEqualTo(1);
        now = now.plus(Duration.ofHours(24));
        assertThat(sessions.find(longest)).isEmpty();
    }

    @Test
    void sessionsOfNobody_neverPushOutThoseOfCallers() throws Exception {
        int known = open(KNOWN, 0);
        int first = open(Caller.PUBLIC, 0);
        for (int i = 0; i < ProtocolSessions.MOST; i++) {
            open(Caller.PUBLIC, 0);
        }
        assertThat(sessions.size()).isEqualTo(ProtocolSessions.MOST / 2 + 1);
        assertThat(sessions.find(known)).isPresent();
        assertThat(sessions.find(first)).isEmpty();
    }

    @Test
    void awaitedKeys_overTheCount_dropTheOldest() {
        AwaitedKeys awaited = new AwaitedKeys(() -> now);
        for (int id = 1; id <= AwaitedKeys.MOST_SESSIONS + 1; id++) {
            awaited.await(id, 5);
        }
        assertThat(awaited.take(1)).isEmpty();
        assertThat(awaited.take(2)).hasValue(5);
        for (int i = 0; i <= AwaitedKeys.MOST_KEYS; i++) {
            awaited.hold(new byte[] {(byte) i});
        }
        assertThat(awaited.held()).hasSize(AwaitedKeys.MOST_KEYS);
        assertThat(awaited.held().get(0)).containsExactly(AwaitedKeys.MOST_KEYS);
        assertThat(awaited.held().get(AwaitedKeys.MOST_KEYS - 1)).containsExactly(1);
    }

    @Test
    void awaitedKeys_areHeldWhileASessionWaits_forAMinute() {
        AwaitedKeys awaited = new AwaitedKeys(() -> now);
        assertThat(awaited.mayHold()).isFalse();
        awaited.await(1, 0);
        assertThat(awaited.mayHold()).isTrue();
        awaited.hold(new byte[] {1});
        assertThat(awaited.mayHold())
                .as("another session's key may come before this one's first message")
                .isTrue();
        now = now.plus(AwaitedKeys.LIFETIME).minusMillis(1);
        assertThat(awaited.held()).hasSize(1);
        now = now.plusMillis(1);
        assertThat(awaited.held()).isEmpty();
        assertThat(awaited.mayHold()).isFalse();
        assertThat(awaited.take(1)).isEmpty();
    }

    private int open(Caller caller, long timeoutSeconds) throws Exception {
        byte[] key = new byte[16];
        ProtocolSession session =
                sessions.open(sessions.newId(), key, SessionCipher.of(SessionCipher.AES, key), timeoutSeconds);
        if (!caller.isPublic()) {
            sessions.authenticate(session, caller);
        }
        return session.id();
    }
}
