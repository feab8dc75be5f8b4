// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.template.model.BilingualText;

/** Guesses what date a text was meant to be. */
final class DateSuspicion {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.年\\s]{1,2}(\\d{1,2})[-/.月\\s]{1,2}(\\d{1,2})日?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("([2-6]\\d{4})(\\.\\d+)?");
    private static final Pattern WITH_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ].+");
    private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int MONTHS = 12;

    private DateSuspicion() {}

    static BilingualText of(String given) {
        String text = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return explain("hint.separator", date(m, 1, 2, 3));
        }
        m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            return yearLast(m);
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            return explain("hint.compact", date(m, 1, 2, 3));
        }
        m = SERIAL.matcher(text);
        if (m.matches()) {
            LocalDate day = SPREADSHEET_DAY_ZERO.plusDays(Long.parseLong(m.group(1)));
            return explain("hint.excelSerial", Optional.of(day));
        }
        m = WITH_TIME.matcher(text);
        if (m.matches()) {
            return Phrases.join(List.of(Phrases.of("hint.hasTime"), Phrases.of("hint.suggestion", m.group(1))));
        }
        return SHORT_YEAR.matcher(text).matches() ? Phrases.of("hint.twoDigitYear") : BilingualText.EMPTY;
    }

    private static BilingualText yearLast(Matcher m) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        if (first > MONTHS) {
            return explain("hint.order", date(m, 3, 2, 1));
        }
        return second > MONTHS ? explain("hint.order", date(m, 3, 1, 2)) : Phrases.of("hint.ambiguousOrder");
    }

    private static BilingualText explain(String key, Optional<LocalDate> meant) {
        return meant.map(day -> Phrases.join(List.of(Phrases.of(key), Phrases.of("hint.suggestion", day))))
                .orElse(BilingualText.EMPTY);
    }

    private static Optional<LocalDate> date(Matcher m, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(m.group(year)), Integer.parseInt(m.group(month)), Integer.parseInt(m.group(day))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
