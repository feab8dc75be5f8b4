// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with an identifier, where, and how to mend it.
 *
 * @param kind the kind it was meant to be
 * @param given the whole text
 * @param position characters of {@code given} before the fault; at most its length
 * @param reason why it is refused
 * @param arguments what the sentences of the reason name, see {@link FaultReason}
 */
public record IdentifierFault(
        IdentifierKind kind, String given, int position, FaultReason reason, List<String> arguments) {
    /** Most characters of the text that sentences repeat. */
    private static final int SHOWN = 80;

    public IdentifierFault {
        arguments = List.copyOf(arguments);
        position = Math.max(0, Math.min(position, given.length()));
    }

    /** What is wrong; Chinese unless the locale is English. */
    public String why(Locale locale) {
        return FaultPhrases.text(locale, reason.key() + ".why", arguments);
    }

    /** What may stand there. */
    public String allowed(Locale locale) {
        return FaultPhrases.text(locale, reason.key() + ".allowed", arguments);
    }

    /** How to mend it; may be empty. */
    public String hint(Locale locale) {
        String key = reason.key() + ".hint";
        return FaultPhrases.has(locale, key) ? FaultPhrases.text(locale, key, arguments) : "";
    }

    /** All of it in one or two sentences. */
    public String message(Locale locale) {
        String shown = given.length() <= SHOWN ? given : given.substring(0, SHOWN - 1) + "…";
        String hint = hint(locale);
        return FaultPhrases.text(
                locale,
                hint.isEmpty() ? "sentence" : "sentence.hint",
                List.of(shown, kind.title(locale), String.valueOf(position + 1), why(locale), allowed(locale), hint));
    }
}
