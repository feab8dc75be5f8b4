// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.tanma.handle.model.HandleName;

/**
 * Another resolver, which is asked for handles that this node does not answer for.
 *
 * <p>Contract: blocks, for a bounded time; never on an event loop. Safe between threads. Errors are answers: nothing is
 * thrown.
 */
public interface ParentResolver {
    /** Nobody to ask. */
    ParentResolver NONE = (name, recursionCount) -> new ParentAnswer.Unavailable("this node asks no other resolver");

    /**
     * All public values of a handle.
     *
     * @param recursionCount how many servers have passed the question on, this one included: 1..255
     */
    ParentAnswer find(HandleName name, int recursionCount);
}
