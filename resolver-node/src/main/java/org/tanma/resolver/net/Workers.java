// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that may block on the store: a fixed number, with a queue before them that is
 * bounded in pieces and in octets, an eighth of the largest heap and 16 MiB at least. The outer
 * boundary of a request: what fails unforeseen in it is logged here. */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long CLOSE_SECONDS = 10;
    private static final long LEAST_OCTETS = 16L * 1024 * 1024;
    private static final int HEAP_SHARES = 8;

    private final ThreadPoolExecutor threads;
    private final long mostOctets;
    private final AtomicLong octets = new AtomicLong();

    Workers(NetLimits limits) {
        this(threads(limits), Math.max(LEAST_OCTETS, Runtime.getRuntime().maxMemory() / HEAP_SHARES));
    }

    /** Has work done by these, with at most so many octets of requests in hand. */
    Workers(ThreadPoolExecutor threads, long mostOctets) {
        this.threads = threads;
        this.mostOctets = mostOctets;
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
        return tryRun(0, work);
    }

    /** The same with a request of so many octets in hand: false too when that would be more in all than may be. */
    boolean tryRun(int inHand, Runnable work) {
        try {
            if (octets.addAndGet(inHand) <= mostOctets) {
                threads.execute(() -> run(inHand, work));
                return true;
            }
        } catch (RejectedExecutionException e) {
            LOG.trace("the queue is full or closed", e);
        }
        octets.addAndGet(-inHand);
        return false;
    }

    /** Octets of the requests in hand. */
    long octets() {
        return octets.get();
    }

    /** How many answer something now. */
    int working() {
        return threads.getActiveCount();
    }

    /** Pieces of work that wait. */
    int waiting() {
        return threads.getQueue().size();
    }

    private void run(int inHand, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a request could not be answered", e);
        } finally {
            octets.addAndGet(-inHand);
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
