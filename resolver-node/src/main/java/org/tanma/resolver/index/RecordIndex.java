// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.ChangeFeed.Kind;
import org.tanma.resolver.store.ChangesUnavailableException;
import org.tanma.resolver.store.OrderedRecords;
import org.tanma.resolver.store.RecordFollower;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.resolver.store.RecordVersion;
import org.tanma.resolver.store.StoredRecord;

/**
 * Keeps the keys by which records are found in step with the records.
 *
 * <p>Staleness: none while it {@link #isReady}: a change is indexed before its writer is told of it. At the start it goes
 * on from the change it had come to, from the change feed; where the feed does not reach back so far, or everything
 * changed, it is made anew from all records, while the node answers. Until that is done it answers nobody: {@link
 * IndexBeingBuiltException}.
 *
 * <p>How it is made while records change: the feed's number is noted, all records are read, each as it is when its turn
 * comes, and then every change after that number is done again, each with the versions before and after it that the history
 * keeps. What was read too late is thereby put right. Safe between threads.
 */
public final class RecordIndex implements EquivalenceIndex, RecordFollower, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordIndex.class);

    /** What keys have to have been made by to be of use; another layout makes them anew. */
    public static final String FORMAT = IndexKeys.FORMAT;

    private static final int BUILD_BATCH = 2_000;
    private static final int CATCH_UP_PAGE = 1_000;
    /** So much is done before the node goes on starting. */
    private static final long CATCH_UP_AT_ONCE = 200_000;

    private static final int MOST_EQUIVALENT = 1_000;

    private enum State {
        BUILDING,
        READY,
        FAILED,
        CLOSED
    }

    private final SortedKeys keys;
    private final RecordKeys recordKeys;
    private final ChangeFeed feed;
    private final RecordHistory history;
    private final OrderedRecords records;
    private final Object lock = new Object();
    private final KeyBatch batch = new KeyBatch();
    private final AtomicLong done = new AtomicLong();
    private volatile State state = State.BUILDING;
    private volatile @Nullable Thread builder;
    private volatile boolean isAgain;
    private ChangeFeed.@Nullable Subscription subscription;

    public RecordIndex(
            SortedKeys keys, RecordKeys recordKeys, ChangeFeed feed, RecordHistory history, OrderedRecords records) {
        this.keys = keys;
        this.recordKeys = recordKeys;
        this.feed = feed;
        this.history = history;
        this.records = records;
    }

    /** Follows the records from now on; returns when the index is ready, or is being made anew beside. */
    public void start() {
        subscription = feed.follow(this);
        long missing = feed.lastSequence() - keys.sequence();
        boolean isKnown = keys.sequence() != SortedKeys.UNFINISHED && missing >= 0;
        boolean isNew = feed.lastSequence() == 0;
        if (isNew || isKnown && missing <= CATCH_UP_AT_ONCE) {
            build();
        } else {
            buildBeside();
        }
    }

    private void buildBeside() {
        Thread thread = new Thread(this::build, "record-index");
        thread.setDaemon(true);
        builder = thread;
        thread.start();
    }

    private void build() {
        try {
            do {
                isAgain = false;
                if (!isCaughtUp()) {
                    make();
                }
            } while (isAgain);
        } catch (RuntimeException e) {
            if (state != State.CLOSED) {
                state = State.FAILED;
                LOG.error("the index of records could not be made; searching needs a restart of the node", e);
            }
        }
    }

    /** Makes the keys anew from all records. */
    private void make() {
        done.set(0);
        LOG.info("the index of records is being made");
        boolean isWhole = false;
        while (!isWhole && state == State.BUILDING) {
            long from = feed.lastSequence();
            keys.clear();
            KeyBatch made = new KeyBatch();
            records.forEach(Optional.empty(), record -> {
                recordKeys.of(record).forEach(made::add);
                if (done.incrementAndGet() % BUILD_BATCH == 0) {
                    requireOpen();
                    keys.apply(made, SortedKeys.UNFINISHED);
                    made.clear();
                }
            });
            requireOpen();
            keys.apply(made, from);
            isWhole = isCaughtUp();
        }
        LOG.info("the index of records is made: {} records", done);
    }

    private void requireOpen() {
        if (state == State.CLOSED) {
            throw new IllegalStateException("the index is closed");
        }
    }

    /** Does the changes again that are missing; false when the feed has not kept them. */
    private boolean isCaughtUp() {
        if (keys.sequence() == SortedKeys.UNFINISHED) {
            return false;
        }
        while (true) {
            requireOpen();
            List<Change> changes;
            try {
                changes = feed.after(keys.sequence(), CATCH_UP_PAGE);
            } catch (ChangesUnavailableException e) {
                return false;
            }
            if (changes.stream().anyMatch(change -> change.kind() == Kind.EVERYTHING)) {
                return false;
            }
            synchronized (lock) {
                if (changes.isEmpty() && feed.lastSequence() == keys.sequence()) {
                    state = state == State.BUILDING ? State.READY : state;
                    return true;
                }
            }
            if (!changes.isEmpty()) {
                KeyBatch missed = new KeyBatch();
                changes.forEach(change -> redo(change, missed));
                keys.apply(missed, changes.get(changes.size() - 1).sequence());
            }
        }
    }

    private void redo(Change change, KeyBatch into) {
        HandleName name = change.name().orElseThrow();
        Optional<StoredRecord> before = Optional.empty();
        Optional<StoredRecord> after = Optional.empty();
        for (RecordVersion version : history.versions(name, change.version() + 1, 2)) {
            if (version.version() == change.version()) {
                after = version.content();
            } else {
                before = version.content();
            }
        }
        TreeSet<byte[]> gone = new TreeSet<>(Arrays::compareUnsigned);
        before.ifPresent(record -> gone.addAll(recordKeys.of(record)));
        List<byte[]> here = after.map(recordKeys::of).orElse(List.of());
        here.forEach(gone::remove);
        gone.forEach(into::remove);
        here.forEach(into::add);
    }

    @Override
    public void written(List<Written> changes) {
        synchronized (lock) {
            if (state != State.READY) {
                return;
            }
            try {
                batch.clear();
                long last = keys.sequence();
                for (Written change : changes) {
                    if (change.sequence() > last) {
                        add(change);
                        last = change.sequence();
                    }
                }
                keys.apply(batch, last);
            } catch (RuntimeException e) {
                state = State.FAILED;
                LOG.error("the index of records fell behind; searching needs a restart of the node", e);
            }
        }
    }

    private void add(Written change) {
        List<byte[]> here = change.after().map(recordKeys::of).orElse(List.of());
        if (change.before().isPresent()) {
            TreeSet<byte[]> gone = new TreeSet<>(Arrays::compareUnsigned);
            gone.addAll(recordKeys.of(change.before().get()));
            List<byte[]> fresh = new ArrayList<>();
            for (byte[] key : here) {
                if (!gone.remove(key)) {
                    fresh.add(key);
                }
            }
            gone.forEach(batch::remove);
            fresh.forEach(batch::add);
        } else {
            here.forEach(batch::add);
        }
    }

    @Override
    public void everythingWritten(long sequence) {
        synchronized (lock) {
            if (state == State.CLOSED) {
                return;
            }
            isAgain = true;
            if (state != State.BUILDING) {
                state = State.BUILDING;
                buildBeside();
            }
        }
    }

    @Override
    public List<HandleName> handlesOf(String canonicalKey) {
        byte[] list = IndexKeys.equivalent(canonicalKey);
        List<HandleName> handles = new ArrayList<>();
        try (SortedKeys.Cursor cursor = cursor()) {
            byte @Nullable [] key = cursor.seek(list);
            while (key != null && IndexKeys.startsWith(key, list) && handles.size() < MOST_EQUIVALENT) {
                handles.add(IndexKeys.handle(key, list.length));
                key = cursor.next();
            }
        }
        handles.sort(Comparator.naturalOrder());
        return handles;
    }

    /** Reads the keys as they are now; {@link IndexBeingBuiltException} while that says nothing. */
    SortedKeys.Cursor cursor() {
        if (state != State.READY) {
            throw new IndexBeingBuiltException(done.get());
        }
        return keys.cursor();
    }

    /** True when what is found is all there is. */
    public boolean isReady() {
        return state == State.READY;
    }

    /** True when it stopped for a fault that is in the log, and will not be ready before the node's next start. */
    public boolean isFailed() {
        return state == State.FAILED;
    }

    /** Records indexed by the making that is under way, or by the last one. */
    public long built() {
        return done.get();
    }

    /** Number of the change that it has come to; below 0 while it is being made. */
    public long sequence() {
        return keys.sequence();
    }

    /** Changes that it has not come to; all there are while it is being made. */
    public long missing() {
        return feed.lastSequence() - Math.max(0, keys.sequence());
    }

    /** Octets on disk, about. */
    public long octets() {
        return keys.octets();
    }

    @Override
    public void close() {
        synchronized (lock) {
            state = State.CLOSED;
        }
        if (subscription != null) {
            subscription.close();
        }
        Thread thread = builder;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        keys.close();
    }
}
