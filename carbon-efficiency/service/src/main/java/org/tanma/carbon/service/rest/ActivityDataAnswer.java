// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.util.List;
import java.util.Map;
import org.tanma.carbon.service.ingest.CalendarRow;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.MeasuredValue;

/** What is reported of a year: the newest entries, and the calendar of sources and months. */
public record ActivityDataAnswer(String enterprise, int year, List<EntryAnswer> entries, List<CalendarRow> calendar) {

    /**
     * One version of one entry.
     *
     * @param reason why it differs from the version before; empty for the first
     */
    public record EntryAnswer(
            String source,
            String kind,
            String period,
            int version,
            String amount,
            String unit,
            String meter,
            String evidence,
            Map<String, MeasuredValue> measured,
            String note,
            String reason,
            String recordedBy,
            String recordedAt) {
        static EntryAnswer of(ActivityEntry entry) {
            return new EntryAnswer(
                    entry.key().source(),
                    entry.key().kind(),
                    entry.key().period().text(),
                    entry.version(),
                    entry.content().amount(),
                    entry.content().unit(),
                    entry.content().meter(),
                    entry.content().evidence(),
                    entry.content().measured(),
                    entry.content().note(),
                    entry.reason(),
                    entry.recordedBy(),
                    entry.recordedAt().toString());
        }
    }
}
