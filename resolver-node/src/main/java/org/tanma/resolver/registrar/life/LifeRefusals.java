// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.util.List;
import java.util.Locale;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Refusals;
import org.tanma.template.model.BilingualText;
import org.tanma.template.validate.Violation;

/** Why a record's life does not go on as somebody asked, in both languages. */
final class LifeRefusals {
    private LifeRefusals() {}

    static Wording words(String key, Object... arguments) {
        BilingualText text = Refusals.of(key, arguments);
        return new Wording(text.zh(), text.en());
    }

    static ProblemException unknown(HandleName name) {
        return ProblemException.notFound(words("life.unknown", name));
    }

    static ProblemException conflict(String key, Object... arguments) {
        return ProblemException.conflict(words(key, arguments));
    }

    static ProblemException forbidden(String key, Object... arguments) {
        return ProblemException.forbidden(words(key, arguments));
    }

    static ProblemException changed(HandleName name, long version) {
        return new ProblemException(new WordedProblem(
                "version-changed", 412, words("life.changed.title"), words("life.changed", name, version), List.of()));
    }

    static ProblemException invalid(HandleName name, List<Violation> violations) {
        return ProblemException.unprocessable(
                "record-refused",
                words("life.invalid", name),
                violations.stream()
                        .map(v -> new WordedViolation(
                                v.path(),
                                v.given(),
                                new Wording(v.allowed().zh(), v.allowed().en()),
                                new Wording(v.message(Locale.CHINESE), v.message(Locale.ENGLISH))))
                        .toList());
    }
}
