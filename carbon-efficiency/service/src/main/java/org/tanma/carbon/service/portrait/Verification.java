// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.time.Instant;

/**
 * What a verifier said of an evaluation.
 *
 * @param number from 1; the newest holds
 * @param outcome {@code confirmed}, {@code confirmed-with-reservations} or {@code refused}
 * @param statement digest of the verifier's statement, {@code sha256:…}
 * @param remark the reservations, or why it is refused; may be empty when confirmed
 */
public record Verification(
        String evaluation,
        int number,
        String outcome,
        String statement,
        String remark,
        String verifiedBy,
        Instant verifiedAt) {}
