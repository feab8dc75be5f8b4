// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import org.jspecify.annotations.Nullable;

/** Which enterprise and year to evaluate. */
public record EvaluationRequest(
        @Nullable String enterprise, @Nullable Integer year) {}
