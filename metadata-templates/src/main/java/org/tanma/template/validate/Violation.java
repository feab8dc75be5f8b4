// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Locale;
import org.tanma.template.model.BilingualText;

/**
 * One thing wrong with a record.
 *
 * @param path code of the item; within a list or group the place of the value: {@code components[2].massKg}, counted from 0
 * @param rule id of the rule that refused it, stable across versions
 * @param subject what people call the item
 * @param given what stood there, cut to {@value #MAX_GIVEN} characters; empty when nothing did
 * @param problem what is wrong with it
 * @param allowed what may stand there
 * @param hint what was probably meant, or how to mend it; may be empty
 */
public record Violation(
        String path,
        String rule,
        BilingualText subject,
        String given,
        BilingualText problem,
        BilingualText allowed,
        BilingualText hint) {
    /** Most characters of a value that are repeated to its sender. */
    public static final int MAX_GIVEN = 80;

    public Violation {
        given = given.length() <= MAX_GIVEN ? given : given.substring(0, MAX_GIVEN - 1) + "…";
    }

    /** The same at another place, under another name. */
    Violation at(String otherPath, BilingualText otherSubject) {
        return new Violation(otherPath, rule, otherSubject, given, problem, allowed, hint);
    }

    /** All of it in one or two sentences, in Chinese unless the locale is English. */
    public String message(Locale locale) {
        return Phrases.sentence(this).in(locale);
    }
}
