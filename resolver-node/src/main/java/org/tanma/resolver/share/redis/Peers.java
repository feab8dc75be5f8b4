// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes have been heard of, and whether everything they said was.
 *
 * <p>A node relies on what it heard while it hears itself and every writer at least once in a lease, and has missed none of
 * anybody's messages. A node that is no writer is forgotten when it falls silent; a writer is not, for it may go on
 * writing out of earshot: only its goodbye or its return ends the doubt. Times are of one steady clock in nanoseconds.
 * Safe between threads.
 */
final class Peers {
    private record Heard(long number, boolean isWriter, long atNanos) {}

    private final long self;
    private final long leaseNanos;
    private final Map<Long, Heard> heard = new HashMap<>();
    private final Map<Long, Set<Long>> awaited = new HashMap<>();
    private boolean isSound;

    Peers(long self, long leaseNanos) {
        this.self = self;
        this.leaseNanos = leaseNanos;
    }

    /** Notes a message; false when an earlier one of its sender was missed. */
    synchronized boolean hear(PeerMessage message, long nanos) {
        if (message.kind() == PeerMessage.Kind.GOODBYE) {
            heard.remove(message.sender());
            return true;
        }
        if (message.kind() == PeerMessage.Kind.HEARD && message.about() == self) {
            answer(message.sender(), message.answered());
        }
        Heard before = heard.put(message.sender(), new Heard(message.number(), message.isWriter(), nanos));
        boolean isMissed =
                before != null && before.atNanos() != Long.MIN_VALUE && message.number() != before.number() + 1;
        if (isMissed) {
            isSound = false;
        }
        notifyAll();
        return !isMissed;
    }

    /** A writer that others know of and that has not been heard here yet. */
    synchronized void expectWriter(long writer) {
        heard.putIfAbsent(writer, new Heard(0, true, Long.MIN_VALUE));
    }

    private void answer(long from, long number) {
        Set<Long> waiting = awaited.get(number);
        if (waiting != null) {
            waiting.remove(from);
        }
    }

    /** Begins to wait for all others that are heard of now to act on this node's message. */
    synchronized void expectAnswers(long number, long nanos) {
        Set<Long> others = new HashSet<>();
        heard.forEach((peer, last) -> {
            if (peer != self && isFresh(last, nanos)) {
                others.add(peer);
            }
        });
        awaited.put(number, others);
    }

    /** Waits until every one has answered, or the deadline has passed; then waits no more for that message. */
    synchronized boolean awaitAnswers(long number, long deadlineNanos) throws InterruptedException {
        try {
            Set<Long> waiting = awaited.getOrDefault(number, Set.of());
            while (!waiting.isEmpty()) {
                long leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
                if (leftMillis <= 0) {
                    return false;
                }
                wait(leftMillis);
            }
            return true;
        } finally {
            awaited.remove(number);
        }
    }

    /** Waits no more for answers to a message. */
    synchronized void forgetAnswers(long number) {
        awaited.remove(number);
    }

    /** Something may have been missed; relied on again only after {@link #makeSound}. */
    synchronized void doubt() {
        isSound = false;
    }

    /** True when nothing is missing that was heard up to now, and all who must be heard are. */
    synchronized boolean isHearing(long nanos) {
        Heard own = heard.get(self);
        if (own == null || !isFresh(own, nanos)) {
            return false;
        }
        heard.values().removeIf(last -> !last.isWriter() && !isFresh(last, nanos));
        return heard.values().stream().allMatch(last -> isFresh(last, nanos));
    }

    /** Called once everything that was derived from what was heard is dropped. */
    synchronized void makeSound() {
        isSound = true;
    }

    synchronized boolean isSound() {
        return isSound;
    }

    private boolean isFresh(Heard last, long nanos) {
        return last.atNanos() != Long.MIN_VALUE && nanos - last.atNanos() < leaseNanos;
    }
}
