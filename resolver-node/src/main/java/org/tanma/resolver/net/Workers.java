// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that may block on the store: a fixed number, with a bounded queue before them. The outer
 * boundary of a request: what fails unforeseen in it is logged here. */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long CLOSE_SECONDS = 10;
    private final ThreadPoolExecutor threads;

    Workers(NetLimits limits) {
        this(threads(limits));
    }

    /** Has work done by these. */
    Workers(ThreadPoolExecutor threads) {
        this.threads = threads;
    }

    private static ThreadPoolExecutor threads(NetLimits limits) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                limits.workers(),
                limits.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()),
                task -> new Thread(task, "handle-worker-" + number.incrementAndGet()));
    }

    /** Hands work over; false, with nothing done, when the queue is full or closed. */
    boolean tryRun(Runnable work) {
        try {
            threads.execute(() -> run(work));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** How many answer something now. */
    int working() {
        return threads.getActiveCount();
    }

    /** Pieces of work that wait. */
    int waiting() {
        return threads.getQueue().size();
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a request could not be answered", e);
        }
    }

    /** Lets what was taken on finish. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
