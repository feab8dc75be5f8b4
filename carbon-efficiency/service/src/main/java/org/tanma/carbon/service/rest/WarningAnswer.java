// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.portrait.KeptWarning;
import org.tanma.carbon.text.LocalText;

/** A warning as it stands, with everything that became of it; {@code observed} and {@code expected} are decimal text in {@code unit}. */
public record WarningAnswer(
        String id,
        String enterprise,
        int year,
        String kind,
        LocalText label,
        String rule,
        String owner,
        String series,
        String step,
        String first,
        String last,
        int steps,
        @Nullable String observed,
        @Nullable String expected,
        String unit,
        LocalText what,
        String state,
        LocalText stateLabel,
        String raisedAt,
        List<EventAnswer> events) {

    /** A change of state. */
    public record EventAnswer(int number, String state, String who, String why, String at) {}

    /** Warnings of a year, when they were checked, and what could not be. */
    public record Warnings(
            String enterprise,
            int year,
            @Nullable String checkedAt,
            List<WarningAnswer> warnings,
            List<LocalText> notChecked) {}

    /** A page of warnings; {@code next} is the cursor of the page after it, left out on the last. */
    public record Page(
            List<WarningAnswer> warnings, @Nullable String next) {}

    static WarningAnswer of(KeptWarning kept) {
        return new WarningAnswer(
                kept.id(),
                kept.enterprise(),
                kept.year(),
                kept.kind().code(),
                kept.kind().label(),
                kept.rule(),
                kept.owner(),
                kept.series(),
                kept.step(),
                kept.first(),
                kept.last(),
                kept.steps(),
                kept.observed().isEmpty() ? null : kept.observed(),
                kept.expected().isEmpty() ? null : kept.expected(),
                kept.unit(),
                kept.what(),
                kept.state().code(),
                kept.state().label(),
                kept.raisedAt().toString(),
                kept.events().stream()
                        .map(event -> new EventAnswer(
                                event.number(),
                                event.state().code(),
                                event.who(),
                                event.why(),
                                event.at().toString()))
                        .toList());
    }
}
