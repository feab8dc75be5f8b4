// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * Tells of changed records: at once to listeners in this process, and by durable sequence numbers to whoever comes later.
 *
 * <p>A listener is called after the change can be read and before its writer is told of it: whoever asks after the
 * acknowledgement sees the change everywhere. It runs on the engine's thread, must be quick, and must not throw or write.
 *
 * <p>Every change has a sequence number, written together with the record: after a crash the feed and the records agree.
 * Numbers begin at 1, grow by one, and are never used twice. Kept are the latest changes, at least as many as the engine
 * is configured to keep; older ones are dropped. A bulk load is one change of kind {@link Kind#EVERYTHING}, whatever it
 * holds. A restored store leaves out numbers and keeps no change of before: whoever followed it is refused by {@link
 * #after} and reads everything again. Safe between threads.
 */
public interface ChangeFeed {
    /** Most changes of one page. */
    int MAX_PAGE = 10_000;

    /** Is told of each change from now on, until the subscription is closed. */
    Subscription subscribe(ChangeListener listener);

    /** Gives each change from now on, with the record before and after it, until the subscription is closed. */
    Subscription follow(RecordFollower follower);

    /** The number of the latest change; 0 when there was none. */
    long lastSequence();

    /**
     * The changes after a number, in ascending order without gaps, at most {@code limit}, 1 to {@value #MAX_PAGE}; empty
     * when {@code sequence} is the last.
     *
     * @throws ChangesUnavailableException when changes after {@code sequence} have been dropped, or the feed never was
     *     that far: a follower must read all records again
     */
    List<Change> after(long sequence, int limit);

    /** What became of a record. */
    enum Kind {
        /** A record was written where none was. */
        CREATED,
        /** A record was written over another. */
        REPLACED,
        /** A record was removed. */
        DELETED,
        /** Any record may have changed. */
        EVERYTHING
    }

    /** One change. Shape: {@code name} and {@code version}, from 1, unless everything changed. */
    record Change(long sequence, Kind kind, Optional<HandleName> name, long version) {}

    /** Hears of handles whose records were written or removed. */
    interface ChangeListener {
        void changed(List<HandleName> names);

        /** Any record may have changed: what was derived from them is to be dropped, all of it. */
        void everythingChanged();
    }

    /** Ends with {@link #close()}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
