// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.tanma.identifier.Identifier;

/** The identifiers of other kinds that a record names. */
@Schema(name = "Equivalents")
public record EquivalentsAnswer(
        String handle,

        @Schema(description = "Version of the record") long version,

        List<Entry> equivalents) {
    /** One of them. */
    @Schema(name = "Equivalent")
    public record Entry(
            @Schema(example = "gtin") String kind,
            String kindTitle,

            @Schema(description = "The one key, a URI", example = "https://id.gs1.org/01/09506000134352")
            String canonical,

            @Schema(description = "As people of that system write it", example = "(01)09506000134352")
            String text) {}

    static EquivalentsAnswer of(String handle, long version, List<Identifier> identifiers, Locale locale) {
        return new EquivalentsAnswer(
                handle,
                version,
                identifiers.stream()
                        .map(i -> new Entry(i.kind().code(), i.kind().title(locale), i.canonical(), i.format()))
                        .toList());
    }
}
