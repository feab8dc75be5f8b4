// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * Finds records by the identifiers of other kinds they say stand for the same thing.
 *
 * <p>A record says so by values of type {@code EQUIVALENT} and by items whose template gives them an identifier kind.
 * Staleness: none; a look-up that starts after a change was acknowledged sees it. Thread-safety: any number of threads at
 * once. May block on a disk: never call it on an event loop.
 */
public interface EquivalenceIndex {
    /**
     * The handles of the records that name this identifier, in the order of their folded octets; empty when none does.
     *
     * @param canonicalKey the canonical form of the identifier, letter by letter
     */
    List<HandleName> handlesOf(String canonicalKey);
}
