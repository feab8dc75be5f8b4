// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.admin.GivenPrefixes;
import org.tanma.resolver.registrar.RecordPublisher;

/**
 * Brings approvals to the record store: the prefix handle and the enterprise's record.
 *
 * <p>Contract: an approval writes its task in its own transaction; the task is carried out at least once, and doing it again
 * changes nothing. What a crash or a full disk interrupts is taken up again, at the start and every {@value #SECONDS} s. Safe
 * between threads.
 */
public final class Admissions implements AutoCloseable {
    static final int SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);

    private final ApplicationStore store;
    private final GivenPrefixes prefixes;
    private final RecordPublisher publisher;
    private final InstantSource clock;
    private final BiConsumer<String, String> given;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "admissions");
        thread.setDaemon(true);
        return thread;
    });

    public Admissions(Jdbi jdbi, GivenPrefixes prefixes, RecordPublisher publisher, InstantSource clock) {
        this(jdbi, prefixes, publisher, clock, (prefix, actor) -> {});
    }

    /** @param given is told of each prefix and by whom it was given, once its records are there; perhaps more than once */
    public Admissions(
            Jdbi jdbi,
            GivenPrefixes prefixes,
            RecordPublisher publisher,
            InstantSource clock,
            BiConsumer<String, String> given) {
        this.store = new ApplicationStore(jdbi);
        this.prefixes = prefixes;
        this.publisher = publisher;
        this.clock = clock;
        this.given = given;
    }

    /** Carries out what is open from now on, until {@link #close}. */
    public void start() {
        timer.scheduleWithFixedDelay(this::carryOut, 0, SECONDS, TimeUnit.SECONDS);
    }

    /** Carries out what is open; what fails stays open. Returns how many approvals were brought home. */
    public synchronized int carryOut() {
        int done = 0;
        try {
            List<ApplicationStore.Task> open = store.openTasks();
            for (ApplicationStore.Task task : open) {
                done += carryOut(task) ? 1 : 0;
            }
        } catch (RuntimeException e) { // the timer must go on, whatever the database says
            LOG.warn("Approvals cannot be read now; trying again: {}", e.toString());
        }
        return done;
    }

    private boolean carryOut(ApplicationStore.Task task) {
        try {
            prefixes.give(List.of(task.prefix()));
            publisher.publish(
                    HandleName.parse(Applications.enterpriseHandle(task.prefix())),
                    "enterprise",
                    task.items(),
                    task.actor());
            given.accept(task.prefix(), task.actor());
            store.done(task.number(), clock.instant());
            return true;
        } catch (RuntimeException e) { // one that fails must not hold up the others
            LOG.warn(
                    "The approval of {} is not in the record store yet; trying again: {}", task.number(), e.toString());
            return false;
        }
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
