// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An enterprise's template as it stands.
 *
 * @param title name and version as the file gives them; empty where it gives none
 * @param content the template file
 * @param reasons why it went back, by path
 * @param refusedFrom from when on nothing is registered by it any more
 * @param version grows by one with every step
 * @param events oldest first; left out in lists
 */
public record Draft(
        String id,
        String prefix,
        String title,
        String content,
        DraftState state,
        Map<String, String> reasons,
        Optional<Instant> refusedFrom,
        long version,
        List<Event> events) {
    /** One step. */
    public record Event(Instant at, String actor, String action, Map<String, String> details) {}

    public Draft {
        reasons = Map.copyOf(reasons);
        events = List.copyOf(events);
    }
}
