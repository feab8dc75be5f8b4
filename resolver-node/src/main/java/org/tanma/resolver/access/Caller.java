// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * Who asks: the public, or whoever has proven to hold the key at an index of a handle.
 *
 * <p>Shape: {@code key} is empty for the public. Equal callers may do the same things. Immutable.
 */
public record Caller(Optional<Key> key) {
    /** Nobody in particular: may read what the public may read. */
    public static final Caller PUBLIC = new Caller(Optional.empty());

    /** Where the key of an administrator lies. Index 1..2³¹−1. */
    public record Key(HandleName handle, int index) {
        public Key {
            if (index < 1) {
                throw new IllegalArgumentException("key index " + index + " is outside 1..2147483647");
            }
        }

        /** As administrators write it: {@code 300:0.NA/88.118}. */
        @Override
        public String toString() {
            return index + ":" + handle;
        }
    }

    /** The holder of a key, which somebody has verified. */
    public static Caller holding(HandleName handle, int index) {
        return new Caller(Optional.of(new Key(handle, index)));
    }

    public boolean isPublic() {
        return key.isEmpty();
    }

    @Override
    public String toString() {
        return key.map(Key::toString).orElse("the public");
    }
}
