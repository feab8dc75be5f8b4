// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.access.KeySource;
import org.tanma.resolver.type.PredefinedType;

/**
 * Public keys in handles that lie elsewhere, found through a parent resolver.
 *
 * <p>Only {@code HS_PUBKEY}: a secret that can be asked for is none. Never of a handle that lies here, which this node alone
 * speaks for. As trustworthy as the way to the parent, since its answers are not signed: over a network that others can write
 * to, nobody must be let in by such a key. A parent that is silent or busy means that the key cannot be had.
 */
public final class ParentKeys implements KeySource {
    private final ParentResolver parent;
    private final HandlesHere here;

    private ParentKeys(ParentResolver parent, HandlesHere here) {
        this.parent = parent;
        this.here = here;
    }

    /** @param parent bounds how often and how long it is asked, and remembers */
    public static KeySource of(ParentResolver parent, HandlesHere here) {
        return new ParentKeys(parent, here);
    }

    @Override
    public Optional<HandleValue> find(HandleName handle, int index) {
        return keys(handle).stream().filter(value -> value.index() == index).findFirst();
    }

    @Override
    public List<HandleValue> findByType(HandleName handle, PredefinedType type) {
        return type == PredefinedType.HS_PUBKEY ? keys(handle) : List.of();
    }

    private List<HandleValue> keys(HandleName handle) {
        return here.refusal(handle).isPresent() && parent.find(handle, 1) instanceof ParentAnswer.Values found
                ? found.values().decode().stream()
                        .filter(PredefinedType.HS_PUBKEY::is)
                        .toList()
                : List.of();
    }
}
