// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a code is taken back. */
public record RevocationRequest(
        @Schema(description = "Everyone who opens the code reads it; 1 to 500 characters") @Nullable
        String reason) {}
