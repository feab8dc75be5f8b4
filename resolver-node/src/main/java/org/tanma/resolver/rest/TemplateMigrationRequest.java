// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which version records are to be held to, and by which steps they are carried over. */
@Schema(name = "TemplateMigrationRequest")
public record TemplateMigrationRequest(
        @Schema(description = "A published version of the same template", example = "1.1.0") @Nullable
        String to,

        @Schema(description = "In its place, the whole file of a version that is not published yet; for a preview only")
        @Nullable
        JsonNode template,

        @Schema(description = "Steps: rename, setDefault, mapCodes, convert, drop; see docs/templates.md") @Nullable
        JsonNode steps,

        @Schema(description = "Records under it; the whole node for its operator when left out", example = "88.118.1")
        @Nullable
        String prefix,

        @Schema(description = "True to write records that the steps take something from") @Nullable
        Boolean allowLoss) {}
