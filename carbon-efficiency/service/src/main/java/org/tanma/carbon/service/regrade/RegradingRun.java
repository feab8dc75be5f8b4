// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.regrade.RegradingStore.Chunk;

/** One regrading, carried out: lays out ranges of handles, works them off on several threads, keeps each as it is done. */
final class RegradingRun {
    /** Handles a chunk: few enough for a chunk to be small in memory and soon on disk, enough to make its commit cheap. */
    private static final int CHUNK = 250;

    private static final int PAGE = 5_000;

    private final RegradingStore store;
    private final LedgerYearStore ledger;
    private final IdentifierPlane identifiers;
    private final Regrader regrader;
    private final Regrading regrading;
    private final InstantSource clock;
    private final BooleanSupplier isStopped;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    RegradingRun(
            RegradingStore store,
            LedgerYearStore ledger,
            IdentifierPlane identifiers,
            Regrader regrader,
            Regrading regrading,
            InstantSource clock,
            BooleanSupplier isStopped) {
        this.store = store;
        this.ledger = ledger;
        this.identifiers = identifiers;
        this.regrader = regrader;
        this.regrading = regrading;
        this.clock = clock;
        this.isStopped = isStopped;
    }

    void run(int workers) {
        String id = regrading.id();
        if (!store.isLaidOut(id)) {
            store.layOut(id, chunks());
        }
        Queue<Chunk> chunks = new ConcurrentLinkedQueue<>(store.unfinished(id));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            Thread thread = Regradings.thread(() -> work(chunks), "regrading-" + i);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(RegradingRun::join);
        RuntimeException failed = failure.get();
        if (failed != null) {
            store.end(id, RegradingState.FAILED, String.valueOf(failed.getMessage()), clock.instant());
        } else if (store.unfinished(id).isEmpty()) {
            store.end(id, RegradingState.DONE, "", clock.instant());
        }
    }

    private static void join(Thread thread) {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        String last = ledger.lastEnterprise();
        String after = "";
        List<String> page = ledger.enterprises(after, last, PAGE);
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); from += CHUNK) {
                String lastOne = page.get(Math.min(page.size(), from + CHUNK) - 1);
                chunks.add(new Chunk(chunks.size() + 1, after, lastOne));
                after = lastOne;
            }
            page = ledger.enterprises(after, last, PAGE);
        }
        return chunks;
    }

    private void work(Queue<Chunk> chunks) {
        try (LedgerYearStore.Reader reader = ledger.open()) {
            for (Chunk chunk = chunks.poll(); chunk != null && mayGoOn(); chunk = chunks.poll()) {
                work(chunk, reader);
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private boolean mayGoOn() {
        return !isStopped.getAsBoolean() && failure.get() == null;
    }

    private void work(Chunk chunk, LedgerYearStore.Reader reader) {
        List<StoredResult> results = new ArrayList<>();
        long entries = 0;
        for (String handle : ledger.enterprises(chunk.afterOne(), chunk.lastOne(), Integer.MAX_VALUE)) {
            Optional<EnterpriseProfile> enterprise = identifiers
                    .findEnterprise(handle)
                    .filter(profile -> profile.industryCode().equals(regrading.industry()));
            if (enterprise.isPresent()) {
                LedgerYear year = reader.read(handle, regrading.year());
                if (!year.isEmpty()) {
                    results.add(regrader.regrade(enterprise.get(), year));
                    entries += year.entries().size();
                }
            }
        }
        store.finish(regrading.id(), chunk, results, entries, clock.instant());
    }
}
