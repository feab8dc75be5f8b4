// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.time.Instant;
import org.tanma.resolver.access.Caller;

/** A session in which somebody has proven who they are. */
record RestSession(String id, Caller caller, Instant opened, Instant lastUsed) {
    RestSession usedAt(Instant now) {
        return new RestSession(id, caller, opened, now);
    }
}
