// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.access.KeySource;
import org.tanma.resolver.access.PredefinedType;

/**
 * Public keys, groups and administrators that lie with others, found through a parent resolver.
 *
 * <p>As trustworthy as the way to the parent, since answers are not signed: over a network that others can write to, nobody
 * must be let in by such a key.
 */
public final class ParentKeys implements KeySource {
    private final ParentResolver parent;

    private ParentKeys(ParentResolver parent) {
        this.parent = parent;
    }

    public static KeySource of(ParentResolver parent) {
        return new ParentKeys(parent);
    }

    @Override
    public Optional<HandleValue> find(HandleName handle, int index) {
        return values(handle).stream().filter(value -> value.index() == index).findFirst();
    }

    @Override
    public List<HandleValue> findByType(HandleName handle, PredefinedType type) {
        return values(handle).stream().filter(type::is).toList();
    }

    private List<HandleValue> values(HandleName handle) {
        return parent.find(handle, 1) instanceof ParentAnswer.Values found
                ? found.values().decode()
                : List.of();
    }
}
