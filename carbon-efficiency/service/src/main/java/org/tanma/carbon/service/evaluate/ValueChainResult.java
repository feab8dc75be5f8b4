// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.evaluate.EvaluationResult.FactorLine;
import org.tanma.carbon.service.evaluate.EvaluationResult.SourceLine;
import org.tanma.carbon.service.evaluate.EvaluationResult.TraceLine;
import org.tanma.carbon.text.LocalText;

/**
 * Emissions of scope 3 as far as reported; they are in no total and no grade.
 *
 * @param edition edition of the terms
 * @param sources largest first; shares are of {@code total}
 * @param notices which months are not reported
 * @param trace the tree down to each reading
 */
public record ValueChainResult(
        String edition,
        Amount total,
        List<SourceLine> sources,
        List<FactorLine> factors,
        List<LocalText> notices,
        TraceLine trace) {}
