// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records to register, as JSON. */
@Schema(name = "RegistrationRequest")
public record RegistrationRequest(
        @Schema(description = "Name of a template", example = "device")
        String template,

        @Schema(description = "How handles are made for records that name none", example = "sequence:6:KILN-") @Nullable
        String mint,

        @Schema(description = "All records or none") @Nullable
        Boolean atomic,

        @Schema(description = "Check everything, write nothing") @Nullable
        Boolean dryRun,

        @Schema(description = "Write over records whose content differs") @Nullable
        Boolean replace,

        List<Entry> records) {

    /** One record. */
    @Schema(name = "RegistrationRecord")
    public record Entry(
            @Schema(
                    description = "The whole handle; without handle and suffix one is made",
                    example = "88.118.1/KILN-1")
            @Nullable
            String handle,

            @Schema(description = "The part after the slash, under the caller's prefix") @Nullable
            String suffix,

            @Schema(
                    description = "Values by item code; texts, numbers and booleans",
                    example =
                            "{\"deviceName\":\"1 号窑\",\"deviceKind\":\"kiln\",\"enterprise\":\"88.118.1/ENTERPRISE\"}")
            Map<String, Object> items) {}
}
