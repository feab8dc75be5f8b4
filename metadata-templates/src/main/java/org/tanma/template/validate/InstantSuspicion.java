// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.tanma.template.model.BilingualText;

/** Guesses what instant a text was meant to be. */
final class InstantSuspicion {
    private static final Pattern DATE_ONLY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private InstantSuspicion() {}

    static BilingualText of(String given) {
        String text = given.strip().replace(' ', 'T');
        if (DATE_ONLY.matcher(text).matches()) {
            return Phrases.of("hint.dateOnly");
        }
        try {
            return Phrases.of(
                    "hint.noZone", LocalDateTime.parse(text).toInstant(BEIJING).toString());
        } catch (DateTimeException e) {
            return withOffset(text);
        }
    }

    private static BilingualText withOffset(String text) {
        try {
            String utc = OffsetDateTime.parse(text).toInstant().toString();
            return Phrases.join(List.of(Phrases.of("hint.offset"), Phrases.of("hint.suggestion", utc)));
        } catch (DateTimeException e) {
            return BilingualText.EMPTY;
        }
    }
}
