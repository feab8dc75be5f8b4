// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Map;
import java.util.Optional;
import org.tanma.template.model.TemplateItem;

/** One code must begin as another does: a district lies in its city, an industry class in its division. */
final class Nesting {
    private Nesting() {}

    /** A violation of {@code inner} unless its first {@code length} characters are those of {@code outer}; empty if either is absent. */
    static Optional<Violation> check(
            String rule, Map<String, String> values, TemplateItem outer, TemplateItem inner, int length) {
        String outside = values.get(outer.code());
        String inside = values.get(inner.code());
        if (outside == null
                || inside == null
                || outside.length() < length
                || inside.startsWith(outside.substring(0, length))) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                inner.code(),
                rule,
                inner.name(),
                inside,
                Phrases.of("problem.notNested", outer.name(), outside),
                Phrases.of("allowed.nested", outside.substring(0, length)),
                org.tanma.template.model.BilingualText.EMPTY));
    }
}
