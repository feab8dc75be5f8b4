// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * One event loop of the driver: its connections, what they ask, and what came of it. For its loop alone.
 *
 * <p>Closed loop: each answer brings the next question. Open loop: question i is due at {@code start + i / rate}, whether
 * the server keeps up or not; a question that finds no free slot waits, and its latency counts from when it was due, so
 * that a stall shows in every question it delayed (no coordinated omission).
 *
 * <p>What counts is inside the measured time: answers that came in it (closed loop), questions that were due in it (open
 * loop; those still unsent at the end are failures).
 */
final class Lane {
    private static final long SWEEP_MILLIS = 20;
    private static final long SHORTEST_WAIT_NANOS = 50_000;

    private final LoadPlan plan;
    private final EventLoop loop;
    private final KeyChoice keys;
    private final Workload work;
    private final Tally tally = new Tally();
    private final List<LoadConnection> connections = new ArrayList<>();
    private final List<LoadConnection> unflushed = new ArrayList<>();
    private final Queue<Slot> idle = new ArrayDeque<>();
    private final Promise<Tally> end;
    private final double nanosPerQuestion;
    private final long timeoutNanos;
    private long startNanos;
    private long measureNanos;
    private long endNanos;
    private long due;
    private int underWay;
    private boolean isRunning;

    Lane(LoadPlan plan, EventLoop loop, KeyChoice keys, Workload work, double rate) {
        this.plan = plan;
        this.loop = loop;
        this.keys = keys;
        this.work = work;
        this.end = loop.newPromise();
        this.nanosPerQuestion = rate > 0 ? TimeUnit.SECONDS.toNanos(1) / rate : 0;
        this.timeoutNanos = plan.timeout().toNanos();
    }

    void add(LoadConnection connection) {
        connections.add(connection);
    }

    List<LoadConnection> connections() {
        return Collections.unmodifiableList(connections);
    }

    LoadPlan plan() {
        return plan;
    }

    EventLoop loop() {
        return loop;
    }

    AnswerCheck check() {
        return work.check();
    }

    Workload work() {
        return work;
    }

    Tally tally() {
        return tally;
    }

    /** Asks from {@code start} on, in {@link System#nanoTime()}; what it counted comes when all is answered or given up. */
    Future<Tally> run(long start) {
        loop.execute(() -> begin(start));
        return end;
    }

    private void begin(long start) {
        startNanos = start;
        measureNanos = start + plan.warmup().toNanos();
        endNanos = measureNanos + plan.measured().toNanos();
        isRunning = true;
        for (LoadConnection connection : connections) {
            for (Slot slot : connection.slots()) {
                if (plan.isOpenLoop()) {
                    idle.add(slot);
                } else {
                    ask(slot, System.nanoTime());
                }
            }
        }
        flush();
        if (plan.isOpenLoop()) {
            askDue();
        }
        loop.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void ask(Slot slot, long intended) {
        slot.intendedNanos = intended;
        slot.isBusy = true;
        slot.isSent = false;
        slot.resends = 0;
        slot.received = 0;
        slot.requestId = slot.connection.nextRequestId(slot);
        slot.number = keys.next();
        slot.connection.template().write(slot.question, slot.requestId, slot.number);
        underWay++;
        slot.connection.send(slot);
    }

    /** Has this connection flushed when the loop is done with what it is doing. */
    void flushLater(LoadConnection connection) {
        unflushed.add(connection);
    }

    private void flush() {
        for (int i = 0; i < unflushed.size(); i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
    }

    /** The right answer to this slot's question came. */
    void answered(Slot slot, int octets) {
        work.answered(slot.number);
        long now = System.nanoTime();
        if (counts(slot, now)) {
            tally.answer(now - slot.intendedNanos, octets);
        }
        release(slot, now);
    }

    /** This slot's question failed. */
    void failed(Slot slot, String kind) {
        long now = System.nanoTime();
        if (counts(slot, now)) {
            tally.failure(kind, now - slot.intendedNanos);
        }
        release(slot, now);
    }

    private boolean counts(Slot slot, long now) {
        long moment = plan.isOpenLoop() ? slot.intendedNanos : now;
        return moment - measureNanos >= 0 && moment - endNanos < 0;
    }

    /** True while a failure that no question waited for counts. */
    boolean isMeasuring() {
        long now = System.nanoTime();
        return isRunning && now - measureNanos >= 0 && now - endNanos < 0;
    }

    private void release(Slot slot, long now) {
        slot.isBusy = false;
        underWay--;
        if (plan.isOpenLoop()) {
            idle.add(slot);
        } else if (now - endNanos < 0) {
            ask(slot, now);
        }
    }

    /** All that was there to be read has been read. */
    void readComplete() {
        if (plan.isOpenLoop() && isRunning) {
            askWhatIsDue(System.nanoTime());
        }
        flush();
    }

    private void askDue() {
        long now = System.nanoTime();
        long next = askWhatIsDue(now);
        flush();
        if (next - endNanos < 0 && isRunning) {
            loop.schedule(this::askDue, Math.max(next - System.nanoTime(), SHORTEST_WAIT_NANOS), TimeUnit.NANOSECONDS);
        }
    }

    /** When the next question is due that was not asked. */
    private long askWhatIsDue(long now) {
        long next = dueNanos();
        while (next - now <= 0 && next - endNanos < 0) {
            Slot slot = idle.poll();
            if (slot == null) {
                break;
            }
            ask(slot, next);
            due++;
            next = dueNanos();
        }
        return next;
    }

    private long dueNanos() {
        return startNanos + (long) (due * nanosPerQuestion);
    }

    private void sweep() {
        long now = System.nanoTime();
        for (LoadConnection connection : connections) {
            connection.giveUpBefore(now - timeoutNanos);
        }
        readComplete();
        boolean isOver = now - endNanos >= 0;
        boolean isUnsent = plan.isOpenLoop() && dueNanos() - endNanos < 0;
        if (isOver && (underWay == 0 && !isUnsent || now - endNanos >= timeoutNanos)) {
            finish(now);
        } else {
            loop.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void finish(long now) {
        isRunning = false;
        for (LoadConnection connection : connections) {
            for (Slot slot : connection.slots()) {
                if (slot.isBusy && plan.isOpenLoop() && counts(slot, now)) {
                    tally.failure("timeout", now - slot.intendedNanos);
                }
            }
        }
        for (long at = dueNanos(); plan.isOpenLoop() && at - endNanos < 0; at = dueNanos()) {
            if (at - measureNanos >= 0) {
                tally.failure("unsent", now - at);
            }
            due++;
        }
        end.trySuccess(tally);
    }

    /** Ends every connection; nothing may be asked after that. */
    void dispose() {
        isRunning = false;
        connections.forEach(LoadConnection::dispose);
    }
}
