// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade.rest;

import org.jspecify.annotations.Nullable;

/** Which industry and year to grade anew. */
public record RegradingRequest(
        @Nullable String industry, @Nullable Integer year) {}
