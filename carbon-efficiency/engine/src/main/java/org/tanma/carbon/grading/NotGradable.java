// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.List;
import org.tanma.carbon.text.LocalText;

/**
 * No grade can be given.
 *
 * @param reasons all reasons, at least one
 */
public record NotGradable(List<Refusal> reasons) implements GradeOutcome {
    public NotGradable {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("not gradable for no reason");
        }
    }

    /** Sorts of reason. */
    public enum Reason {
        SCHEME("unknown-scheme"),
        INVENTORY("inventory-incomplete"),
        VALUE_ADDED("value-added"),
        PEERS("peers"),
        INDUSTRY("industry"),
        YEAR("year"),
        OUTPUT("output"),
        ENERGY("energy"),
        REGION("region"),
        SIZE("size"),
        FIGURE("figure");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * One reason.
     *
     * @param reason what sort
     * @param what in words
     * @param given what was given; empty if nothing
     * @param allowed what would be accepted; empty if it cannot be listed
     */
    public record Refusal(Reason reason, LocalText what, String given, String allowed) {}
}
