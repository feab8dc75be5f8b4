// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests the faces answered since the start, by face, operation and code, and how long answers took.
 *
 * <p>A code is a response code of the Handle protocol, by HTTP a status; those outside 0..1023 count as 0. The first count of
 * a kind takes memory, the others none. Safe between threads.
 */
public final class FaceCounts {
    private static final int CODES = 1_024;
    private static final int OPERATIONS = Operation.values().length;
    private static final int FACES = Face.values().length;

    private final AtomicReferenceArray<LongAdder> answered = new AtomicReferenceArray<>(FACES * OPERATIONS * CODES);
    private final LongAdder[] dropped = adders();
    private final AnswerTimes[] workerTimes = times();
    private final AnswerTimes[] loopTimes = times();

    /** One kind of answer. */
    public record Kind(Face face, Operation operation, int code) {}

    private static LongAdder[] adders() {
        LongAdder[] adders = new LongAdder[FACES];
        Arrays.setAll(adders, i -> new LongAdder());
        return adders;
    }

    private static AnswerTimes[] times() {
        AnswerTimes[] times = new AnswerTimes[FACES];
        Arrays.setAll(times, i -> new AnswerTimes());
        return times;
    }

    /** A request was answered. */
    public void answered(Face face, Operation operation, int code) {
        int at = at(face, operation, code);
        LongAdder count = answered.get(at);
        if (count == null) {
            answered.compareAndSet(at, null, new LongAdder());
            count = answered.get(at);
        }
        count.increment();
    }

    private static int at(Face face, Operation operation, int code) {
        int known = code >= 0 && code < CODES ? code : 0;
        return (face.ordinal() * OPERATIONS + operation.ordinal()) * CODES + known;
    }

    /** Requests were dropped for want of a worker. */
    public void dropped(Face face, int requests) {
        dropped[face.ordinal()].add(requests);
    }

    /** The kinds that were counted. */
    public List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Face face : Face.values()) {
            for (Operation operation : Operation.values()) {
                for (int code = 0; code < CODES; code++) {
                    if (answered.get(at(face, operation, code)) != null) {
                        kinds.add(new Kind(face, operation, code));
                    }
                }
            }
        }
        return kinds;
    }

    public long answered(Kind kind) {
        LongAdder count = answered.get(at(kind.face(), kind.operation(), kind.code()));
        return count == null ? 0 : count.sum();
    }

    public long dropped(Face face) {
        return dropped[face.ordinal()].sum();
    }

    /** What workers answered, each from handing the request over until it was answered. */
    public AnswerTimes workerTimes(Face face) {
        return workerTimes[face.ordinal()];
    }

    /** Some of what event loops answered at once, each from having read the question until its answer was written. */
    public AnswerTimes loopTimes(Face face) {
        return loopTimes[face.ordinal()];
    }
}
