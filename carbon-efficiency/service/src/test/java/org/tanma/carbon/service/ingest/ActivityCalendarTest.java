// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.EntryContent;
import org.tanma.carbon.service.ledger.EntryKey;
import org.tanma.carbon.service.ledger.Period;

class ActivityCalendarTest {
    private final ActivityCalendar calendar = new ActivityCalendar(CarbonFixture.CATALOG.units());

    private static ActivityEntry entry(String period, String amount, String unit) {
        return new ActivityEntry(
                new EntryKey(
                        "88.118.1/ENTERPRISE",
                        "BOILER-1",
                        "fuel/natural-gas",
                        Period.parse(period).orElseThrow()),
                1,
                new EntryContent(amount, unit, "", "", Map.of(), ""),
                "clerk",
                Instant.EPOCH);
    }

    /** Eleven months of about 10, and one given month. */
    private CalendarCell cellAmongTens(String amount, String unit) {
        List<ActivityEntry> entries = new ArrayList<>();
        for (int month = 1; month <= 11; month++) {
            entries.add(entry("2025-" + month, month % 2 == 0 ? "9.5" : "10.5", "10^4Nm3"));
        }
        entries.add(entry("2025-12", amount, unit));
        return calendar.of(entries).get(0).months().get(11);
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 10^4Nm3, ×10⁴, 9500 times",
        "10.2, Nm3, ×10⁴, 1/",
        "10000, 10^4Nm3, ×1000, times",
        "102, 10^4Nm3, ×10, decimal point",
        "0, 10^4Nm3, 漏报, zero",
        "60, 10^4Nm3, 倍, times"
    })
    void oddMonth_saysWhy(String amount, String unit, String zh, String en) {
        CalendarCell cell = cellAmongTens(amount, unit);
        assertThat(cell.state()).isEqualTo(CalendarCell.State.ODD);
        assertThat(cell.reasonZh() + cell.reasonEn()).contains(zh).contains(en);
    }

    @ParameterizedTest
    @CsvSource({"10, 10^4Nm3", "100000, Nm3", "102000, Nm3", "4, 10^4Nm3", "40, 10^4Nm3"})
    void month_likeTheOthers_whateverItsUnit_isFull(String amount, String unit) {
        assertThat(cellAmongTens(amount, unit).state()).isEqualTo(CalendarCell.State.FULL);
    }

    @Test
    void missingMonth_isMissing_andAYearStandsForAll() {
        CalendarRow row = calendar.of(List.of(entry("2025-02", "1", "Nm3"))).get(0);
        assertThat(row.months().get(0).state()).isEqualTo(CalendarCell.State.MISSING);
        assertThat(row.months().get(1).state()).isEqualTo(CalendarCell.State.FULL);
        assertThat(calendar.of(List.of(entry("2025", "0", "Nm3"))).get(0).months())
                .extracting(CalendarCell::state)
                .containsOnly(CalendarCell.State.FULL);
    }

    @Test
    void fewMonths_giveNoGroundToCallOneOdd() {
        CalendarRow row = calendar.of(List.of(entry("2025-01", "1", "Nm3"), entry("2025-02", "5000", "Nm3")))
                .get(0);
        assertThat(row.months()).extracting(CalendarCell::state).doesNotContain(CalendarCell.State.ODD);
    }
}
