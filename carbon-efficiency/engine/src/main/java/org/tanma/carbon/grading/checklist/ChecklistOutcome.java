// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** What a check came to. */
public sealed interface ChecklistOutcome {
    /**
     * The request does not fit the scheme.
     *
     * @param reasons all reasons, at least one
     */
    record Refused(List<NotGradable.Refusal> reasons) implements ChecklistOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A check of every indicator.
     *
     * @param scheme scheme edition
     * @param title its name
     * @param subject whose figures
     * @param year of the figures
     * @param verdict whether all are met
     * @param items one line per indicator, in the order of the scheme
     */
    record Checked(
            EditionRef scheme, LocalText title, String subject, int year, Verdict verdict, List<ItemResult> items)
            implements ChecklistOutcome {
        public Checked {
            items = List.copyOf(items);
        }
    }

    /** Whether an indicator, or all of them, is met. */
    enum Verdict {
        MET("met"),
        /** At least one indicator is known not to be met. */
        NOT_MET("not-met"),
        /** Something is missing, and nothing that is known fails. Never read as met. */
        UNKNOWN("unknown");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * One indicator.
     *
     * @param item the indicator with its bound
     * @param verdict whether it is met
     * @param value its value in the unit of the bound; null when unknown
     * @param missing ids of the figures that are missing, or that it cannot be divided by because they are 0
     */
    record ItemResult(
            ChecklistScheme.Item item,
            Verdict verdict,
            @Nullable Quantity value,
            List<String> missing) {
        public ItemResult {
            missing = List.copyOf(missing);
        }
    }
}
