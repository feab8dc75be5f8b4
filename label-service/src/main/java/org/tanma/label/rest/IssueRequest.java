// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to issue a code from. */
public record IssueRequest(
        @Schema(description = "Id of a complete, graded evaluation", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String evaluation,

        @Schema(
                description =
                        "Last day of validity (to its end in UTC+8) or the first instant outside; by default 30 June of the"
                                + " second year after the accounting year",
                example = "2027-06-30")
        @Nullable
        String validUntil) {}
