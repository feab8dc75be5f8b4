// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests the faces answered since the start, by face, operation and code, and how long workers took.
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
    private final LongAdder[] worked = adders();
    private final LongAdder[] workedNanos = adders();

    /** One kind of answer. */
    public record Kind(Face face, Operation operation, int code) {}

    private static LongAdder[] adders() {
        LongAdder[] adders = new LongAdder[FACES];
        Arrays.setAll(adders, i -> new LongAdder());
        return adders;
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

    /** A worker answered a request, so many nanoseconds after it was handed over. */
    public void worked(Face face, long nanos) {
        worked[face.ordinal()].increment();
        workedNanos[face.ordinal()].add(nanos);
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

    /** Requests that workers answered. */
    public long worked(Face face) {
        return worked[face.ordinal()].sum();
    }

    /** Nanoseconds from handing these over until they were answered, in all. */
    public long workedNanos(Face face) {
        return workedNanos[face.ordinal()].sum();
    }
}
