// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/**
 * One evaluation against another. {@code change = byActivity + byFactor + byBoundary}, in all and line by line.
 *
 * @param lines those with the largest change first
 */
public record ComparisonResult(
        Side before,
        Side after,
        Amount change,
        Amount byActivity,
        Amount byFactor,
        Amount byBoundary,
        List<Line> lines) {
    /** What was compared, and by which editions it was computed. */
    public record Side(
            String evaluation, int year, String resultDigest, Amount emission, EvaluationResult.Editions editions) {}

    /** What changed in one source; an amount is null in the year it was not there. */
    public record Line(
            String source,
            String kind,
            LocalText label,
            int scope,
            @Nullable Amount amountBefore,
            @Nullable Amount amountAfter,
            Amount emissionBefore,
            Amount emissionAfter,
            Amount change,
            Amount byActivity,
            Amount byFactor,
            Amount byBoundary) {}
}
