// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;

/**
 * The uncertainty of a total by drawing samples; figures in six significant digits.
 *
 * @param defaults edition of the default uncertainties
 * @param seed the same seed gives the same figures
 * @param lower 2.5th percentile
 * @param upper 97.5th percentile
 */
public record SimulationResult(
        String defaults,
        String seed,
        int draws,
        Amount mean,
        Amount median,
        Amount standardDeviation,
        Amount standardError,
        Amount lower,
        Amount upper) {}
