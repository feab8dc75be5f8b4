// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Writes to the audit log that sign-ins failed, without letting strangers fill it: at most {@value #MAX_ROWS} rows an hour, the
 * rest counted in the next row. Safe between threads.
 */
public final class LoginFailures {
    static final int MAX_ROWS = 120;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final AuditLog audit;
    private final InstantSource clock;
    private Instant since = Instant.EPOCH;
    private int rows;
    private long unwritten;

    public LoginFailures(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes that an account is refused for a while, or that keys or tokens of one network were refused.
     *
     * @param action {@code login.closed}, {@code key.refused} …
     * @param subject account name or address
     */
    public synchronized void note(String action, String subject) {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(WINDOW))) {
            since = now;
            rows = 0;
        }
        if (rows >= MAX_ROWS) {
            unwritten++;
            return;
        }
        rows++;
        audit.record("", action, subject, unwritten == 0 ? Map.of() : Map.of("unwritten", Long.toString(unwritten)));
        unwritten = 0;
    }
}
