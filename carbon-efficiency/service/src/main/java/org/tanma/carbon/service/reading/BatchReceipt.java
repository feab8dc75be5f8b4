// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What became of a statement that was taken in.
 *
 * @param digest {@code sha256:…} of the statement: its evidence, and what the next one names
 * @param sequence its place among the terminal's statements
 * @param readings how many were kept
 * @param months what the readings mean for the months they touch
 */
public record BatchReceipt(
        String terminal, long sequence, String digest, String meter, int readings, List<MonthReceipt> months) {
    public BatchReceipt {
        months = List.copyOf(months);
    }

    /**
     * A month that readings touch.
     *
     * @param amount of the month; empty where it is not whole
     * @param unit of the amount; empty where there is none
     * @param version of the entry in the ledger that holds it; 0 where none does
     */
    public record MonthReceipt(String period, State state, String amount, String unit, int version) {}

    /** How a month stands. */
    public enum State {
        /** The ledger has it as a new version. */
        RECORDED,
        /** The ledger says the same already. */
        UNCHANGED,
        /** It is not over, as far as the readings go. */
        RUNNING,
        /** It is over, and the readings leave some of it out; it is to be reported by hand. */
        NOT_WHOLE,
        /** It is whole, and closed: the ledger was not changed. */
        CLOSED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
