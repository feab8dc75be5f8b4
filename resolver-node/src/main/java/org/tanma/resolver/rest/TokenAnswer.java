// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token and whom it speaks for. */
@Schema(name = "Token")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenAnswer(
        String token,
        String tokenType,
        String expiresAt,
        String account,
        List<String> roles,
        @Nullable String prefix) {}
