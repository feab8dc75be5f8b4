// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;

/**
 * One source's year.
 *
 * @param kind code of the kind
 * @param isWholeYear true when one yearly entry stands for all months
 * @param months twelve cells, January first
 */
public record CalendarRow(String source, String kind, boolean isWholeYear, List<CalendarCell> months) {
    public CalendarRow {
        months = List.copyOf(months);
    }
}
