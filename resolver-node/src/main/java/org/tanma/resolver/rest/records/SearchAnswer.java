// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.index.RecordSearch;
import org.tanma.resolver.registrar.Disclosure;

/** Some of the records that were looked for. */
@Schema(name = "RecordSearchPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchAnswer(
        List<Line> records,

        @Schema(description = "What they are sorted by", example = "-changed")
        String sort,

        @Schema(description = "The cursor of the next page; left out on the last") @Nullable
        String next,

        @Schema(
                description =
                        "True when the page is short because enough records had been looked at; the next one goes on")
        boolean cutShort,

        @Schema(description = "With count=true, where it is known without reading the records") @Nullable
        Count count) {
    /** How many records there are. */
    @Schema(name = "RecordCount")
    public record Count(
            long records,

            @Schema(description = "False when there are at least so many")
            boolean exact) {}

    /** One record in short. */
    @Schema(name = "RecordLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String handle,
            long version,
            @Nullable String template,
            @Nullable String templateVersion,

            @Schema(description = "Prefix of the enterprise it belongs to", example = "88.118.1")
            String enterprise,

            @Schema(description = "live or retired") String state,

            String created,
            String changed,

            @Schema(description = "What the caller may see, by item code")
            Map<String, String> items) {
        static Line of(RecordSearch.Found found, Disclosure disclosure, Caller caller) {
            return new Line(
                    found.record().name().toString(),
                    found.record().version(),
                    found.described().map(d -> d.template().name()).orElse(null),
                    found.described()
                            .map(d -> d.template().version().toString())
                            .orElse(null),
                    found.marks().owner(),
                    found.marks().isRetired() ? "retired" : "live",
                    Instant.ofEpochSecond(found.marks().createdSeconds()).toString(),
                    Instant.ofEpochSecond(found.marks().changedSeconds()).toString(),
                    found.described()
                            .map(d -> disclosure.visibleItems(d, caller))
                            .orElse(Map.of()));
        }
    }
}
