// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.time.Instant;

/**
 * A month or year that was closed, or opened again. Immutable; the next event may say otherwise.
 *
 * @param number from 1, of the enterprise
 * @param isClosed false where it was opened again
 * @param reason never empty where it was opened again
 */
public record PeriodEvent(
        String enterprise,
        int number,
        Period period,
        boolean isClosed,
        String reason,
        String recordedBy,
        Instant recordedAt) {}
