// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.util.List;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.text.LocalText;

/** What grading one product by its energy came to. Not gradable is a result, not an error. */
public sealed interface PhysicalOutcome permits PhysicalGrade, PhysicalOutcome.NotGraded {
    EditionRef scheme();

    String product();

    /**
     * No grade can be given.
     *
     * @param reasons all reasons, at least one
     */
    record NotGraded(EditionRef scheme, String product, List<Refusal> reasons) implements PhysicalOutcome {
        public NotGraded {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("not gradable for no reason");
            }
        }
    }

    /**
     * One reason.
     *
     * @param code {@code scheme}, {@code product}, {@code inventory}, {@code output}, {@code limits}, {@code unit}, {@code
     *     source}, {@code shares}, {@code energy}, {@code figure}
     * @param what in words
     * @param given what was given; empty if nothing
     * @param allowed what would be accepted; empty if it cannot be listed
     */
    record Refusal(String code, LocalText what, String given, String allowed) {}
}
