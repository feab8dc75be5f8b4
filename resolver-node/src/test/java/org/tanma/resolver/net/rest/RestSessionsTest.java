// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.access.Caller;

class RestSessionsTest {
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final RestSessions sessions = new RestSessions(() -> now);

    private static Caller caller(int index) {
        return Caller.holding(HandleName.parse("0.NA/88.118"), index);
    }

    private String opened(Caller caller) {
        String id = sessions.begin();
        sessions.open(id, caller);
        return id;
    }

    @Test
    void begunSession_isProvableForFiveMinutesAndOnlyHere() {
        String id = sessions.begin();
        String other = new RestSessions(() -> now).begin();

        assertThat(sessions.isProvable(id)).isTrue();
        assertThat(sessions.isProvable(other)).isFalse();
        assertThat(sessions.isProvable(id.substring(1) + "A")).isFalse();
        assertThat(sessions.isProvable("%")).isFalse();
        now = now.plus(RestSessions.CHALLENGE_LIFE).minusSeconds(1);
        assertThat(sessions.isProvable(id)).isTrue();
        now = now.plusSeconds(1);
        assertThat(sessions.isProvable(id)).isFalse();
    }

    @Test
    void nonces_differBySession() {
        String id = sessions.begin();

        assertThat(sessions.nonce(id)).hasSize(16).isEqualTo(sessions.nonce(id));
        assertThat(sessions.nonce(sessions.begin())).isNotEqualTo(sessions.nonce(id));
    }

    @Test
    void sessionsOfOneCaller_haveALimit_andThoseOfOthersStay() {
        String others = opened(caller(1));
        String first = opened(caller(2));
        String second = opened(caller(2));
        for (int i = 2; i < RestSessions.MOST_OF_ONE; i++) {
            opened(caller(2));
        }
        assertThat(sessions.find(first)).isPresent();

        opened(caller(2));

        assertThat(sessions.find(second)).isEmpty();
        assertThat(sessions.find(first)).isPresent();
        assertThat(sessions.find(others)).isPresent();
    }

    @Test
    void sessions_haveALimit_andTheOneUnusedLongestMakesRoom() {
        String first = opened(caller(1));
        String second = opened(caller(2));
        for (int i = 2; i < RestSessions.MOST; i++) {
            opened(caller(1 + i));
        }
        assertThat(sessions.find(first)).isPresent();

        opened(caller(1 + RestSessions.MOST));

        assertThat(sessions.find(second)).isEmpty();
        assertThat(sessions.find(first)).isPresent();
    }

    @Test
    void proofsRemembered_haveALimit() {
        for (int i = 0; i < RestSessions.MOST_SPENT; i++) {
            String id = opened(caller(1));
            sessions.end(id);
        }

        assertThatThrownBy(() -> opened(caller(1)))
                .isInstanceOf(RestRefusedException.class)
                .hasMessageContaining("too many sessions");
        now = now.plus(RestSessions.CHALLENGE_LIFE);
        assertThat(sessions.find(opened(caller(1)))).isPresent();
    }

    @Test
    void session_endsAfterADayHoweverMuchItIsUsed() {
        String id = opened(caller(1));
        for (Duration used = Duration.ZERO;
                used.compareTo(RestSessions.LIFE) < 0;
                used = used.plus(Duration.ofMinutes(20))) {
            assertThat(sessions.find(id)).isPresent();
            now = now.plus(Duration.ofMinutes(20));
        }

        assertThat(sessions.find(id)).isEmpty();
    }
}
