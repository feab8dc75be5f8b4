// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import org.tanma.carbon.service.ledger.PeriodEvent;

/**
 * A closing, or an opening again.
 *
 * @param number from 1, of the enterprise
 * @param isClosed false where the period was opened again
 * @param reason may be empty where it was closed
 * @param recordedAt ISO 8601 UTC
 */
public record PeriodAnswer(
        String enterprise,
        int number,
        String period,
        boolean isClosed,
        String reason,
        String recordedBy,
        String recordedAt) {
    static PeriodAnswer of(PeriodEvent event) {
        return new PeriodAnswer(
                event.enterprise(),
                event.number(),
                event.period().text(),
                event.isClosed(),
                event.reason(),
                event.recordedBy(),
                event.recordedAt().toString());
    }
}
