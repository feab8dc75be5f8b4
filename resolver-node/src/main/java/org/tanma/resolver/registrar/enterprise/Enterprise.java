// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.enterprise;

import java.time.Instant;

/**
 * An enterprise that was admitted.
 *
 * @param handle of its record
 * @param creditCode unified social credit code, or whatever certificate it has
 * @param reason why it is suspended; empty while it is active
 * @param quota most records it may hold
 * @param used records it holds, those being registered included
 */
public record Enterprise(
        String prefix,
        String handle,
        String name,
        String creditCode,
        State state,
        String reason,
        long quota,
        long used,
        Instant admittedAt) {
    /** Whether it may write. */
    public enum State {
        ACTIVE,
        SUSPENDED
    }
}
