// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.type.PredefinedType;

/**
 * Where the keys, groups and administrators that other handles name are found.
 *
 * <p>Staleness: values of this node's own records are current; those of others may be as old as their TTL. May block on a
 * disk or a network: never called on an event loop. Safe between threads. Errors: {@link
 * org.tanma.resolver.store.StoreException} when a source cannot answer; an absent value is no error.
 */
public interface KeySource {
    /** The key, group or administrator at an index of a handle, whatever its permissions: a secret key as well. */
    Optional<HandleValue> find(HandleName handle, int index);

    /** The values of a handle that have this type; none when the handle is unknown. */
    List<HandleValue> findByType(HandleName handle, PredefinedType type);

    /** Asks this source, and where it knows nothing, another: the node's own records first, then a resolver of others'. */
    default KeySource orElse(KeySource other) {
        return new KeySource() {
            @Override
            public Optional<HandleValue> find(HandleName handle, int index) {
                return KeySource.this.find(handle, index).or(() -> other.find(handle, index));
            }

            @Override
            public List<HandleValue> findByType(HandleName handle, PredefinedType type) {
                List<HandleValue> own = KeySource.this.findByType(handle, type);
                return own.isEmpty() ? other.findByType(handle, type) : own;
            }
        };
    }
}
