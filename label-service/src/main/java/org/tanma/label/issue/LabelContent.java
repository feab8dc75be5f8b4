// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.time.Instant;

/**
 * What a code says, for good: signed once and never changed.
 *
 * @param type {@value #TYPE}: which shape this is
 * @param handle of the code
 * @param version 1, or one more than the code it follows for the same enterprise and year
 * @param validUntil the first instant at which it is no longer valid
 * @param issuer who runs the node that issued it
 * @param rounding name of the rule the figures of {@code result} were rounded by
 * @param counted emissions the grading scheme counts (intensity × value added): at most the total, less where the scheme leaves
 *     some out
 * @param result the evaluation, rounded
 */
public record LabelContent(
        String type,
        String token,
        String handle,
        int version,
        Instant issuedAt,
        Instant validUntil,
        BilingualText issuer,
        String rounding,
        Figure counted,
        GradedResult result) {
    static final String TYPE = "tanma.enterprise-carbon-efficiency-code/1";
}
