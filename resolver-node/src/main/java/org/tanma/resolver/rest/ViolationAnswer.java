// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.template.validate.Violation;

/** One thing wrong with a row, in the language asked for. */
@Schema(name = "RowViolation")
public record ViolationAnswer(
        @Schema(description = "Code of the item, or handle, or row", example = "ratedPowerKw")
        String path,

        @Schema(description = "Stable id of the rule", example = "number")
        String rule,

        @Schema(example = "15OkW") String given,

        @Schema(example = "a decimal number in kW, 0 to 10000000")
        String allowed,

        @Schema(example = "letter O in place of 0; did you mean 150?")
        String hint,

        @Schema(description = "All of it as a sentence") String message) {
    static ViolationAnswer of(Violation v, Locale locale) {
        return new ViolationAnswer(
                v.path(), v.rule(), v.given(), v.allowed().in(locale), v.hint().in(locale), v.message(locale));
    }

    /** The same for a problem that refuses a whole request. */
    public static List<WordedViolation> ofProblem(List<Violation> violations) {
        return violations.stream()
                .map(v -> new WordedViolation(
                        v.path(),
                        v.given(),
                        new Wording(v.allowed().zh(), v.allowed().en()),
                        new Wording(v.message(Locale.CHINESE), v.message(Locale.ENGLISH))))
                .toList();
    }
}
