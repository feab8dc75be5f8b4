// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed.ChangeListener;
import org.tanma.resolver.store.ChangeFeed.Subscription;

/**
 * Answers that several nodes keep for one another, and the word among them of what has changed.
 *
 * <p>Contract: an answer that was fetched before a change was told of is never found after it, whoever keeps it when.
 * Losing the others only costs speed: while the node is not linked to them nothing is found, nothing is kept, and what was
 * kept from them in the node's own memory must not be used ({@link #isLinked()}; listeners hear {@code everythingChanged}
 * when the link ends and when it is back). No call throws or takes longer than the engine's stated bound. Safe between
 * threads.
 */
public interface SharedAnswers extends ChangeListener, AutoCloseable {
    /** Looks for the answer to a question about a handle; octets of both are the caller's own affair. */
    Lookup find(HandleName handle, byte[] question);

    /** Keeps the answer to what was looked for, unless the handle has changed since, for at most this long. */
    void keep(Lookup lookup, byte[] answer, Duration ttl);

    /**
     * Tells all nodes that records have changed. Returns when those that are linked will not answer from before; when that
     * cannot be made sure at once, after the time in which every node notices that it has not heard of this one.
     */
    @Override
    void changed(List<HandleName> names);

    /** The same of any record at all. */
    @Override
    void everythingChanged();

    /** Hears of changes told by other nodes. */
    Subscription subscribe(ChangeListener listener);

    /** True while every change that any node tells of will be heard here. */
    boolean isLinked();

    @Override
    void close();

    /**
     * One question as it was looked for.
     *
     * @param fence what the handle's last change was then; kept answers must have been fetched after it
     * @param answer the octets somebody kept
     */
    record Lookup(HandleName handle, byte[] question, String fence, Optional<byte[]> answer) {}
}
