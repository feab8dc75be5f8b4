// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.registrar.admission.Application;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application as it stands. */
@Schema(name = "Application")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationAnswer(
        String number,

        @Schema(description = "SUBMITTED, RETURNED, VERIFIED, APPROVED, REJECTED or WITHDRAWN")
        String state,

        @Schema(description = "Fields by their national names")
        Map<String, String> items,

        @Nullable JsonNode further,

        @Schema(description = "The prefix asked for") @Nullable
        String wantedPrefix,

        @Schema(description = "Name of the first admin's account")
        String account,

        @Schema(description = "Why it was returned or rejected, by field; * is the whole")
        Map<String, String> reasons,

        @Schema(description = "The prefix that was given") @Nullable
        String prefix,

        @Schema(description = "Whether the first password was fetched")
        boolean claimed,

        long version,
        List<Application.Event> events) {
    private static final JsonMapper JSON = new JsonMapper();

    static ApplicationAnswer of(Application a) {
        return new ApplicationAnswer(
                a.number(),
                a.state().name(),
                a.form().items(),
                a.form().further().isEmpty() ? null : JSON.readTree(a.form().further()),
                a.form().prefix().isEmpty() ? null : a.form().prefix(),
                a.form().account(),
                a.reasons(),
                a.prefix().isEmpty() ? null : a.prefix(),
                a.isClaimed(),
                a.version(),
                a.events());
    }
}
