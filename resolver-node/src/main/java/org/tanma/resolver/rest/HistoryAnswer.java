// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tanma.resolver.registrar.RegistrationLog;

/** What was done to one handle, newest first. */
@Schema(name = "RegistrationHistory")
public record HistoryAnswer(String handle, List<Event> events) {
    /** One change. */
    @Schema(name = "RegistrationEvent")
    public record Event(
            String at,
            String account,
            String template,

            @Schema(description = "create, replace or publish")
            String action,

            @Schema(description = "SHA-256 of the record's encoded values")
            String digest,

            @Schema(description = "False when the writing was interrupted or refused")
            boolean applied) {}

    static HistoryAnswer of(String handle, List<RegistrationLog.LoggedEntry> entries) {
        return new HistoryAnswer(
                handle,
                entries.stream()
                        .map(e -> new Event(
                                e.at().toString(),
                                e.account(),
                                e.template(),
                                e.entry().action(),
                                e.entry().digest(),
                                e.isApplied()))
                        .toList());
    }
}
