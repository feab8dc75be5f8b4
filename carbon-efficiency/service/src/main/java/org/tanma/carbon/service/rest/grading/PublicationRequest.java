// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import org.jspecify.annotations.Nullable;

/**
 * With what a draft is published.
 *
 * @param publisher authority and document that set the rule
 * @param inForceFrom first day that evaluations are graded by it, ISO 8601
 */
public record PublicationRequest(
        @Nullable String publisher, @Nullable String inForceFrom) {}
