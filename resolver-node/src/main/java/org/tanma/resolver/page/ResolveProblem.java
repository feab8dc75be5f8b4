// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.Violation;

/** Why {@code /resolve} has no record to show: a problem of RFC 9457 that says what the text is all the same. */
@Schema(name = "ResolveProblem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResolveProblem(
        String type,
        String title,
        int status,
        String detail,
        List<Violation> violations,

        @Schema(description = "Kind of the identifier; left out when it is like none") @Nullable
        String kind,

        @Schema(description = "Its one key, when it is well-formed") @Nullable
        String canonical,

        @Schema(description = "Kinds the text could have been by its form")
        List<String> considered,

        @Schema(description = "Characters before the fault, when it is malformed") @Nullable
        Integer position,

        @Schema(description = "Registered handles it was perhaps meant to be")
        List<String> near,

        @Schema(description = "Where else to ask, when its prefix is another node's") @Nullable
        Elsewhere elsewhere) {
    /** Where a handle of another prefix is served. */
    @Schema(name = "ServedElsewhere")
    public record Elsewhere(
            String prefix,

            @Schema(description = "The record that says where the prefix is served")
            String prefixHandle,

            @Schema(description = "Service addresses of the prefix, as far as they are known here")
            List<String> services,

            @Schema(description = "Public proxy of the Handle System for this handle")
            String proxy) {}
}
