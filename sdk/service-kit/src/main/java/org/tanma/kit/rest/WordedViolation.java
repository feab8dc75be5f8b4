// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import org.tanma.kit.page.Language;

/**
 * A {@link Violation} before the language of the answer is chosen.
 *
 * @param path where: a JSON path, a column, a parameter
 * @param given what was there; empty when nothing was
 * @param allowed what may stand there
 * @param hint what is wrong with it, or how to mend it; empty when {@code allowed} says it all
 */
public record WordedViolation(String path, String given, Wording allowed, Wording hint) {
    public Violation in(Language language) {
        return new Violation(path, given, allowed.in(language), hint.in(language));
    }
}
