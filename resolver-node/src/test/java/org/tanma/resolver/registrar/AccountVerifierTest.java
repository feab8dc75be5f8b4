// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.kit.testing.SqlEngines;

class AccountVerifierTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("registrar");

    private static final PasswordHasher HASHER = new PasswordHasher(new SecureRandom(), PasswordHasher.MIN_ITERATIONS);
    private static final Account CEMENT = Account.enterprise("cement", "88.118.1");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private AccountStore store;
    private AccountVerifier verifier;

    @BeforeEach
    void open() {
        store = new AccountStore(ENGINE.open().jdbi(), clock);
        store.create(CEMENT, HASHER.hash("right password"));
        verifier = new AccountVerifier(store, clock, new SecureRandom());
    }

    @Test
    void verify_rightWrongAndUnknown() {
        assertThat(verifier.verify("cement", "right password")).contains(CEMENT);
        assertThat(verifier.verify("cement", "wrong password")).isEmpty();
        assertThat(verifier.verify("cement", "")).isEmpty();
        assertThat(verifier.verify("nobody", "right password")).isEmpty();
    }

    @Test
    void verify_again_isManyTimesFaster_untilForgotten() {
        Duration first = timed();
        Duration second =
                Stream.generate(this::timed).limit(9).min(Duration::compareTo).orElseThrow();
        assertThat(second.multipliedBy(5)).isLessThan(first);
        clock.advanceSeconds(AccountVerifier.REMEMBERED.toSeconds());
        assertThat(timed()).isGreaterThan(second.multipliedBy(5));
    }

    private Duration timed() {
        long start = System.nanoTime();
        assertThat(verifier.verify("cement", "right password")).isPresent();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void verify_changedPasswordOrRemovedAccount_isSeenAtOnce() {
        assertThat(verifier.verify("cement", "right password")).isPresent();
        store.changePassword("cement", HASHER.hash("newer password"));
        assertThat(verifier.verify("cement", "right password")).isEmpty();
        assertThat(verifier.verify("cement", "newer password")).isPresent();
        store.remove("cement");
        assertThat(verifier.verify("cement", "newer password")).isEmpty();
    }

    @Test
    void verify_afterTooManyFailures_refusesUnseenForAMinute_butNotTheRemembered() {
        AccountVerifier other = new AccountVerifier(store, clock, new SecureRandom());
        assertThat(other.verify("cement", "right password")).isPresent();
        for (int i = 0; i < AccountVerifier.MAX_FAILURES; i++) {
            assertThat(verifier.verify("cement", "guess " + i)).isEmpty();
            assertThat(other.verify("cement", "guess " + i)).isEmpty();
        }
        assertThat(verifier.verify("cement", "right password")).isEmpty();
        assertThat(other.verify("cement", "right password")).isPresent();
        clock.advanceSeconds(AccountVerifier.FAILURE_WINDOW.toSeconds());
        assertThat(verifier.verify("cement", "right password")).isPresent();
    }
}
