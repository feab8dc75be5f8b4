// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleClashException;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.WriteOutcome;

/**
 * The one thread that writes: it merges what waiting writers want into one write batch, syncs it to disk once, and then
 * tells all of them.
 *
 * <p>While a sync is under way, the next group gathers; the more writers there are, the larger the groups. A group ends at
 * {@value #GROUP_OCTETS} octets. One thread also keeps sequence numbers simple: they are given in the order of commits.
 *
 * <p>A failed write is the last one: what the log holds of it is unknown until it is replayed, so every later write is
 * refused until the store is opened again. Reading goes on.
 */
final class GroupCommitter implements AutoCloseable {
    private static final long GROUP_OCTETS = 8 << 20;
    private static final Work END = new Alone(() -> {});

    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final List<PendingWrite> group = new ArrayList<>();
    /** Shared to hand in work, held alone to end that. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    private final RecordWrites writes;
    private final String place;
    private final Thread thread;
    private boolean isClosed;
    /** Why nothing is written any more. */
    private Optional<Exception> failure = Optional.empty();

    GroupCommitter(RecordWrites writes, String place) {
        this.writes = writes;
        this.place = place;
        this.thread = new Thread(this::run, "record-committer");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Writes a batch together with others; returns once it is on disk and listeners have been told. */
    List<WriteOutcome> commit(PendingWrite write) {
        return submitted(write).await();
    }

    /** Takes a batch to be written together with others, and returns at once. */
    HandleAdminStore.Submitted submitted(PendingWrite write) {
        submit(write);
        return () -> await(write.done());
    }

    /** Runs something between two groups, while nothing else is written; its failure is the caller's. */
    void alone(NativeTask task) {
        Alone alone = new Alone(task);
        submit(alone);
        try {
            await(alone.done);
        } catch (StoreException e) {
            if (e.getCause() instanceof HandleClashException clash) {
                throw clash;
            }
            throw e;
        }
    }

    private void submit(Work work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a listener of changes must not write");
        }
        life.readLock().lock();
        try {
            if (isClosed) {
                throw closed();
            }
            queue.add(work);
        } finally {
            life.readLock().unlock();
        }
    }

    private StoreException closed() {
        return new StoreException("the identifier records in " + place + " are closed");
    }

    private <T> T await(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StoreException("the identifier records in " + place + " failed: " + cause.getMessage(), cause);
        }
    }

    private void run() {
        try {
            @Nullable Work work = take();
            while (work != END) {
                work = work instanceof PendingWrite write ? runGroup(write) : runAlone((Alone) work);
                if (work == null) {
                    work = take();
                }
            }
        } finally {
            end();
        }
    }

    private Work take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Whoever interrupts this thread does not know who waits for it; only END ends it.
                continue;
            }
        }
    }

    /** Work that was taken out of the queue but does not belong to the group, if any. */
    private @Nullable Work runGroup(PendingWrite begin) {
        group.add(begin);
        long octets = begin.octets();
        @Nullable Work next = null;
        while (octets < GROUP_OCTETS && (next = queue.poll()) instanceof PendingWrite more) {
            group.add(more);
            octets += more.octets();
            next = null;
        }
        write(group);
        group.clear();
        return next;
    }

    private void write(List<PendingWrite> together) {
        List<List<WriteOutcome>> outcomes;
        try {
            outcomes = writes.prepare(together);
        } catch (RocksDBException | RuntimeException e) {
            writes.drop();
            if (together.size() > 1) {
                // What one handle has on disk is damaged: the others' writers shall not suffer for it.
                together.forEach(one -> write(List.of(one)));
            } else {
                fail(together, e);
            }
            return;
        }
        try {
            if (writes.isAnythingToWrite()) {
                requireNoFailure();
                writes.commit();
            }
        } catch (RocksDBException | RuntimeException e) {
            failure = failure.or(() -> Optional.of(e));
            writes.drop();
            fail(together, e);
            return;
        }
        try {
            writes.tell();
        } catch (RuntimeException e) {
            fail(together, e);
            return;
        }
        for (int i = 0; i < together.size(); i++) {
            together.get(i).done().complete(outcomes.get(i));
        }
    }

    private void requireNoFailure() {
        failure.ifPresent(e -> {
            throw new StoreException(
                    "an earlier write failed (" + e.getMessage() + "); nothing is written until a restart", e);
        });
    }

    private static void fail(List<PendingWrite> together, Exception e) {
        together.forEach(write -> write.done().completeExceptionally(e));
    }

    private @Nullable Work runAlone(Alone alone) {
        try {
            requireNoFailure();
            alone.task.run();
            alone.done.complete(true);
        } catch (RuntimeException e) {
            alone.done.completeExceptionally(e);
        } catch (RocksDBException e) {
            failure = failure.or(() -> Optional.of(e));
            alone.done.completeExceptionally(e);
        }
        return null;
    }

    /** Nothing is taken on any more; whoever still waits is told so. */
    private void end() {
        life.writeLock().lock();
        try {
            isClosed = true;
        } finally {
            life.writeLock().unlock();
        }
        fail(group, closed());
        for (Work work = queue.poll(); work != null; work = queue.poll()) {
            if (work instanceof PendingWrite write) {
                write.done().completeExceptionally(closed());
            } else {
                ((Alone) work).done.completeExceptionally(closed());
            }
        }
    }

    /** Writes what was handed in before, then ends. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            isClosed = true;
            queue.add(END);
        } finally {
            life.writeLock().unlock();
        }
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

    /** What the thread does next: a {@link PendingWrite} or an {@link Alone}. */
    interface Work {}

    /** Something that calls the native store. */
    interface NativeTask {
        void run() throws RocksDBException;
    }

    private static final class Alone implements Work {
        private final NativeTask task;
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        Alone(NativeTask task) {
            this.task = task;
        }
    }
}
