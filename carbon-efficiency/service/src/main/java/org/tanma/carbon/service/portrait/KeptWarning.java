// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.time.Instant;
import java.util.List;
import org.tanma.carbon.text.LocalText;
import org.tanma.carbon.warning.WarningKind;
import org.tanma.carbon.warning.WarningState;

/**
 * A warning as it stands, with everything that became of it.
 *
 * @param id the same finding in data that grew keeps it
 * @param owner scope of the setting that a threshold stands in; empty for an anomaly
 * @param rule name of the threshold, or code of the kind
 * @param series what it was found in: {@code emission}, a source with its kind, a meter with its kind
 * @param step {@code day} or {@code month}
 * @param first {@code 2025-03-07} or {@code 2025-03}
 * @param last likewise
 * @param observed decimal text; empty where there is none
 * @param expected what had been usual, or the bound; decimal text, empty where it cannot be said
 * @param events oldest first
 */
public record KeptWarning(
        String id,
        String enterprise,
        int year,
        String industry,
        WarningKind kind,
        String owner,
        String rule,
        String series,
        String step,
        String first,
        String last,
        int steps,
        String observed,
        String expected,
        String unit,
        LocalText what,
        WarningState state,
        Instant raisedAt,
        List<Event> events) {
    public KeptWarning {
        events = List.copyOf(events);
    }

    /** The account that events of a check itself name. */
    public static final String NODE = "node";

    /** A change of state: to what, by whom, why, when. */
    public record Event(int number, WarningState state, String who, String why, Instant at) {}

    boolean hasFiguresOf(KeptWarning other) {
        return last.equals(other.last) && observed.equals(other.observed) && expected.equals(other.expected);
    }
}
