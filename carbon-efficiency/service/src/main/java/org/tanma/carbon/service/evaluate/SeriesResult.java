// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;

/**
 * An enterprise's emissions month by month, from the newest evaluation of each year; years without one are left out.
 *
 * @param years what the months are of, in order of time
 * @param months in order of time
 */
public record SeriesResult(String enterprise, List<Year> years, List<Month> months) {
    /** One year's evaluation and its sums. */
    public record Year(
            int year,
            String evaluation,
            String resultDigest,
            Amount total,
            Amount scope1,
            Amount scope2,
            String method) {}

    /** One month, with the year's evaluation that it is of. */
    public record Month(String month, Amount emission, String evaluation) {}
}
