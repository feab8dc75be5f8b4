// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;

/** Where a figure in a trace comes from. */
public sealed interface Origin {
    /**
     * A reading.
     *
     * @param source the enterprise's name for the source
     * @param period for example {@code 2025-03}
     * @param meter meter reference, or null
     * @param evidenceDigest digest of the document behind it, or null
     */
    record Reading(
            String source,
            String period,
            @Nullable String meter,
            @Nullable String evidenceDigest) implements Origin {}

    /**
     * Measured or declared by the enterprise.
     *
     * @param scope what it was given for: a reading, a source, an activity, a term
     * @param evidence the document behind it
     * @param uncertaintyPercent half its 95 % interval in per cent, or null if not stated
     */
    record Measured(String scope, String evidence, @Nullable BigDecimal uncertaintyPercent) implements Origin {
        /** One whose uncertainty is not stated. */
        public Measured(String scope, String evidence) {
            this(scope, evidence, null);
        }
    }

    /**
     * Assumed, to see what would follow.
     *
     * @param scope what it was assumed for: a source, an activity, a term
     */
    record Assumed(String scope) implements Origin {}

    /** Taken from a data edition. */
    record FromFactor(FactorMatch match) implements Origin {}

    /**
     * Follows from the figures of another node of the trace.
     *
     * @param node id of that node
     */
    record Computed(String node) implements Origin {}

    /**
     * Fixed by the method.
     *
     * @param method the method edition
     * @param text as written there
     * @param source clause or reason
     */
    record MethodConstant(EditionRef method, String text, String source) implements Origin {}
}
