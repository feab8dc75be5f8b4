// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tanma.carbon.service.evaluate.CanonicalJson;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.evaluate.YearAssessor;

/**
 * Takes orders for regradings and carries them out one after the other, each on several threads.
 *
 * <p>Contract: {@link #ask} returns once the order is on disk; after a crash {@link #resume} goes on with the chunks that are not on
 * disk. Memory grows neither with the number of enterprises nor with their entries. Safe between threads.
 */
public final class Regradings implements AutoCloseable {
    private static final int ID_DIGITS = 32;
    private static final int CLOSING_SECONDS = 30;

    private final RegradingStore store;
    private final LedgerYearStore ledger;
    private final IdentifierPlane identifiers;
    private final YearAssessor assessor;
    private final InstantSource clock;
    private final int workers;
    private final AtomicBoolean isClosing = new AtomicBoolean();
    private final ExecutorService orders = Executors.newSingleThreadExecutor(task -> thread(task, "regradings"));

    /** @param workers threads for one regrading, 1 or more */
    public Regradings(
            RegradingStore store,
            LedgerYearStore ledger,
            IdentifierPlane identifiers,
            YearAssessor assessor,
            InstantSource clock,
            int workers) {
        this.store = store;
        this.ledger = ledger;
        this.identifiers = identifiers;
        this.assessor = assessor;
        this.clock = clock;
        this.workers = workers;
    }

    static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Orders a regrading; one of the same industry, year and rules that has not ended is given back instead. */
    public Regrading ask(String industry, int year, String askedBy) {
        Regrading asked = order(industry, year, askedBy);
        for (Regrading running : store.running()) {
            if (running.industry().equals(industry)
                    && running.year() == year
                    && running.rules().equals(asked.rules())) {
                return running;
            }
        }
        store.store(asked);
        orders.execute(() -> run(asked));
        return asked;
    }

    /** An order on disk, that nobody carries out before {@link #resume} or {@link #run}. */
    public Regrading keep(String industry, int year, String askedBy) {
        Regrading asked = order(industry, year, askedBy);
        store.store(asked);
        return asked;
    }

    private Regrading order(String industry, int year, String askedBy) {
        RegradingRules rules = Regrader.rulesNow(assessor, industry, year);
        Instant now = clock.instant();
        String digest = CanonicalJson.digest(String.join(
                "\n", industry, Integer.toString(year), CanonicalJson.write(rules), askedBy, now.toString()));
        String id = digest.substring(digest.indexOf(':') + 1).substring(0, ID_DIGITS);
        return new Regrading(id, industry, year, rules, askedBy, now);
    }

    /** Takes up what was asked for and has not ended. */
    public void resume() {
        List<Regrading> running = store.running();
        running.forEach(regrading -> orders.execute(() -> run(regrading)));
    }

    /** Carries an order out, or what is left of it; returns when it has ended, or this is being closed. */
    public void run(Regrading regrading) {
        if (isClosing.get()) {
            return;
        }
        if (!Regrader.rulesNow(assessor, regrading.industry(), regrading.year()).equals(regrading.rules())) {
            store.end(regrading.id(), RegradingState.SUPERSEDED, "", clock.instant());
            return;
        }
        new RegradingRun(
                        store, ledger, identifiers, new Regrader(assessor, regrading), regrading, clock, isClosing::get)
                .run(workers);
    }

    /** Lets chunks under way be finished and kept, for half a minute at most; the rest is taken up by {@link #resume}. */
    @Override
    public void close() {
        isClosing.set(true);
        orders.shutdown();
        try {
            orders.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
