// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings label records from the outbox to the identifier plane.
 *
 * <p>Contract: at least once, per handle in the order of versions, never a later version before an earlier one was accepted. What
 * the plane refuses is tried again after 1, 2, 4 … at most 64 seconds, for ever. Nothing is lost by stopping: what waits is in
 * the store. One publisher per store; within it, calls take turns.
 */
public final class OutboxPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final int MAX_DOUBLINGS = 6;
    private static final int MAX_FAILURE = 300;

    private final CodeStore store;
    private final IdentifierPlane plane;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "label-outbox");
        thread.setDaemon(true);
        return thread;
    });

    public OutboxPublisher(CodeStore store, IdentifierPlane plane, InstantSource clock) {
        this.store = store;
        this.plane = plane;
        this.clock = clock;
    }

    /** Publishes what is due from now on, once a second, until {@link #close}. */
    public void start() {
        timer.scheduleWithFixedDelay(this::publishQuietly, 0, 1, TimeUnit.SECONDS);
    }

    private void publishQuietly() {
        try {
            publishDue();
        } catch (JdbiException e) {
            LOG.warn("The outbox of codes cannot be read now; trying again: {}", e.getMessage());
        }
    }

    /** Publishes everything that is due; returns how many records the plane accepted. */
    public synchronized int publishDue() {
        int accepted = 0;
        int before;
        do {
            before = accepted;
            List<OutboxEntry> due = store.due(now());
            for (OutboxEntry entry : due) {
                accepted += publish(entry) ? 1 : 0;
            }
        } while (accepted > before);
        return accepted;
    }

    /** Publishes what waits for one handle, due or not; a refusal is kept for later and does not show here. */
    synchronized void publishNow(String handle) {
        Optional<OutboxEntry> next = store.findWaiting(handle);
        while (next.isPresent() && publish(next.get())) {
            next = store.findWaiting(handle);
        }
    }

    private boolean publish(OutboxEntry entry) {
        LabelRecord record = entry.record();
        try {
            plane.publish(record);
        } catch (RuntimeException e) { // whatever an adapter throws, the record must stay in line
            Duration pause = Duration.ofSeconds(1L << Math.min(entry.attempts(), MAX_DOUBLINGS));
            LOG.warn(
                    "{} version {} not published, next try in {}: {}",
                    record.handle(),
                    record.version(),
                    pause,
                    e.toString());
            String failure = e.toString();
            store.markFailed(record, failure.substring(0, Math.min(failure.length(), MAX_FAILURE)), now().plus(pause));
            return false;
        }
        store.markPublished(record, now());
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
