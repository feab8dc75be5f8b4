// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the figures were computed from.
 *
 * @param gwpSet set of global warming potentials, for instance {@code AR5}
 * @param unverifiedNotes what rests on factors or figures nobody has verified; may be empty
 * @param notCoveredNotes sources the method leaves out; may be empty
 * @param verifier the third party that verified; null when there was none, and the code then says so
 */
public record EvaluationBasis(
        Edition method,
        List<Edition> factorSets,
        String gwpSet,
        List<BilingualText> unverifiedNotes,
        List<BilingualText> notCoveredNotes,
        @Nullable BilingualText verifier) {
    public EvaluationBasis {
        factorSets = List.copyOf(factorSets);
        unverifiedNotes = List.copyOf(unverifiedNotes);
        notCoveredNotes = List.copyOf(notCoveredNotes);
    }
}
