// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.oid.OidRequest;

/** What {@code POST /api/v1/oids} takes; see {@link OidRequest}. */
record OidBody(
        @JsonProperty("for") @Schema(description = "record (the default) or enterprise", example = "record") @Nullable
        String purpose,

        @Schema(description = "The enterprise; else that of the handle or of the account", example = "88.118.1")
        @Nullable
        String prefix,

        @Schema(description = "Whose record is to carry it; without one a record is made", example = "88.118.1/KILN-1")
        @Nullable
        String handle,

        @Schema(description = "The node to allot below; else the enterprise's arc") @Nullable
        String parent,

        @Schema(description = "The number wished; else the next free one", example = "7") @Nullable
        String arc,

        @Schema(description = "A Unicode label beside the number", example = "窑炉") @Nullable
        String label) {
    private static final String RECORD = "record";
    private static final String ENTERPRISE = "enterprise";

    OidRequest request(@Nullable String key) {
        String what = text(purpose).isEmpty() ? RECORD : text(purpose);
        if (!what.equals(RECORD) && !what.equals(ENTERPRISE)) {
            throw OidWords.badRequest("for", what, "for");
        }
        return new OidRequest(
                what.equals(ENTERPRISE), text(prefix), text(handle), text(parent), text(arc), text(label), text(key));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
