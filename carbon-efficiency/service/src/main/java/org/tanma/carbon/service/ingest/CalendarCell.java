// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.Wording;

/**
 * One month of one source.
 *
 * @param month from 1
 * @param state full, missing, or odd
 * @param amount as reported; null when missing
 * @param unit as reported; null when missing
 * @param reasonZh why it is odd, in Chinese; null unless odd
 * @param reasonEn why it is odd, in English; null unless odd
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarCell(
        int month,
        State state,
        @Nullable String amount,
        @Nullable String unit,
        @Nullable String reasonZh,
        @Nullable String reasonEn) {

    /** How a month stands. */
    public enum State {
        FULL,
        MISSING,
        ODD;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CalendarCell missing(int month) {
        return new CalendarCell(month, State.MISSING, null, null, null, null);
    }

    static CalendarCell full(int month, String amount, String unit) {
        return new CalendarCell(month, State.FULL, amount, unit, null, null);
    }

    static CalendarCell odd(int month, String amount, String unit, List<Wording> reasons) {
        return new CalendarCell(
                month,
                State.ODD,
                amount,
                unit,
                String.join("；", reasons.stream().map(Wording::zh).toList()),
                String.join("; ", reasons.stream().map(Wording::en).toList()));
    }
}
