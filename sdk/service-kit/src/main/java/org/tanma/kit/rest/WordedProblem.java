// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.List;
import org.tanma.kit.page.Language;

/**
 * A {@link Problem} before the language of the answer is chosen.
 *
 * @param name last part of the type, stable across versions: {@code not-found}
 * @param status HTTP status
 * @param title the kind of problem, in few words
 * @param detail what happened to what
 */
public record WordedProblem(String name, int status, Wording title, Wording detail, List<WordedViolation> violations) {
    public WordedProblem {
        violations = List.copyOf(violations);
    }

    public Problem in(Language language) {
        return Problem.of(
                name,
                status,
                title.in(language),
                detail.in(language),
                violations.stream().map(v -> v.in(language)).toList());
    }
}
