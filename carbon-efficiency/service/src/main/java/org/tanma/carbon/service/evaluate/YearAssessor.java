// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.PeerSet;

/**
 * Assesses years of many enterprises by the rules in force, with the very classes an evaluation is computed with, and keeps
 * nothing. Safe between threads.
 */
public final class YearAssessor {
    private final InputsGatherer gatherer;
    private final EvaluationComputation computation;

    YearAssessor(InputsGatherer gatherer, EvaluationComputation computation) {
        this.gatherer = gatherer;
        this.computation = computation;
    }

    /** What an enterprise declared of itself for the year; null where it declared nothing. */
    public EvaluationInputs.@Nullable Declared declared(String enterprise, int year) {
        return gatherer.declared(enterprise, year);
    }

    /** The rules, editions and peers that an enterprise's year would be evaluated by now, without its entries. */
    public EvaluationInputs rules(
            EnterpriseProfile enterprise, int year, EvaluationInputs.@Nullable Declared declared) {
        return gatherer.rules(enterprise, year, declared);
    }

    /** The peers of {@link #rules} as the engine takes them; made once for all who share them. */
    public @Nullable PeerSet peers(EvaluationInputs rules) {
        return computation.peers(rules);
    }

    /** What an enterprise's entries come to by rules it shares with others. */
    public AssessedYear assess(
            EvaluationInputs rules,
            @Nullable PeerSet peers,
            EnterpriseProfile enterprise,
            EvaluationInputs.@Nullable Declared declared,
            List<EvaluationInputs.Entry> entries) {
        List<EvaluationInputs.Entry> counted = InputsGatherer.counted(entries);
        return computation.assess(
                new EvaluationInputs(
                                enterprise,
                                rules.year(),
                                rules.method(),
                                rules.gwpSet(),
                                rules.scheme(),
                                rules.dataEditions(),
                                counted,
                                null,
                                null,
                                InputsGatherer.valueChain(counted))
                        .declaring(declared),
                peers);
    }
}
