// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.resolver.resolve.ParentAnswer;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.share.SharedAnswers.Lookup;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.StoreException;

/**
 * A parent resolver whose answers are shared with the other nodes that ask it.
 *
 * <p>What another node fetched is handed out with the time it has been kept taken off its TTLs. Shape of what is kept: u64
 * when it was fetched, milliseconds since 1970; u32 number of values, all ones for an absent handle; the values in wire
 * encoding. Safe between threads.
 */
public final class SharedParent implements ParentResolver {
    private static final byte[] ALL_PUBLIC_VALUES = {1};
    private static final int ABSENT = -1;
    private static final int FIXED_OCTETS = Long.BYTES + Integer.BYTES;

    private final ParentResolver parent;
    private final SharedAnswers shared;
    private final RecursionConfig config;
    private final InstantSource clock;

    public SharedParent(ParentResolver parent, SharedAnswers shared, RecursionConfig config, InstantSource clock) {
        this.parent = parent;
        this.shared = shared;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public ParentAnswer find(HandleName name, int recursionCount) {
        Lookup lookup = shared.find(name, ALL_PUBLIC_VALUES);
        Optional<ParentAnswer> known = lookup.answer().flatMap(this::decode);
        if (known.isPresent()) {
            return known.get();
        }
        ParentAnswer answer = parent.find(name, recursionCount);
        Instant now = clock.instant();
        Duration life = config.lifeOf(answer, now);
        if (!life.isZero()) {
            shared.keep(lookup, encode(answer, now), life);
        }
        return answer;
    }

    private static byte[] encode(ParentAnswer answer, Instant now) {
        EncodedValues values = answer instanceof ParentAnswer.Values found ? found.values() : EncodedValues.NONE;
        return ByteBuffer.allocate(FIXED_OCTETS + values.octetCount())
                .putLong(now.toEpochMilli())
                .putInt(answer instanceof ParentAnswer.Absent ? ABSENT : values.count())
                .put(values.octets())
                .array();
    }

    /** Empty when it is none, or has outlived a TTL. */
    private Optional<ParentAnswer> decode(byte[] octets) {
        try {
            ByteBuffer in = ByteBuffer.wrap(octets);
            long ageSeconds = Math.max(0, (clock.millis() - in.getLong() + 999) / 1_000);
            int count = in.getInt();
            if (count == ABSENT) {
                return Optional.of(new ParentAnswer.Absent());
            }
            byte[] encoded = new byte[in.remaining()];
            in.get(encoded);
            List<HandleValue> aged = new ArrayList<>();
            for (HandleValue value : EncodedValues.wrap(count, encoded).decode()) {
                Ttl ttl = value.ttl();
                if (!ttl.isAbsolute() && ttl.seconds() <= ageSeconds) {
                    return Optional.empty();
                }
                aged.add(ttl.isAbsolute() ? value : aged(value, ttl.seconds() - ageSeconds));
            }
            return Optional.of(new ParentAnswer.Values(EncodedValues.encode(aged)));
        } catch (BufferUnderflowException | StoreException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HandleValue aged(HandleValue value, long ttlSeconds) {
        return new HandleValue(
                value.index(),
                value.type(),
                value.data(),
                Ttl.ofSeconds(ttlSeconds),
                value.permissions(),
                value.timestampSeconds(),
                value.references());
    }
}
