// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application as it stands.
 *
 * @param reasons why it went back, by field; empty unless it did
 * @param prefix that was given; empty before
 * @param isClaimed whether the applicant has fetched the first password
 * @param version grows by one with every step
 * @param events what was done to it, oldest first
 */
public record Application(
        String number,
        ApplicationForm form,
        ApplicationState state,
        Map<String, String> reasons,
        String prefix,
        boolean isClaimed,
        long version,
        List<Event> events) {
    /** One step. */
    public record Event(Instant at, String actor, String action, Map<String, String> details) {}

    public Application {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        events = List.copyOf(events);
    }
}
