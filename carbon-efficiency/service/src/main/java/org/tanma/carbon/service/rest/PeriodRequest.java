// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import org.jspecify.annotations.Nullable;

/**
 * A period to close, or to open again.
 *
 * @param period a month {@code 2025-03} or a year {@code 2025}
 * @param reason needed to open again
 */
public record PeriodRequest(
        @Nullable String enterprise,
        @Nullable String period,
        @Nullable String reason) {}
