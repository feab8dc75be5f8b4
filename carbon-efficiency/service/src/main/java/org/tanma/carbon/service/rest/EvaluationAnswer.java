// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.AssessmentResult;
import org.tanma.carbon.service.evaluate.BreakdownResult;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.GradeResult;
import org.tanma.carbon.service.evaluate.PhysicalGradeResult;
import org.tanma.carbon.service.evaluate.ValueChainResult;
import org.tanma.carbon.text.LocalText;

/** An evaluation without its trace, which has an address of its own. */
public record EvaluationAnswer(
        String id,
        EnterpriseProfile enterprise,
        LocalText industry,
        LocalText place,
        int year,
        String resultDigest,
        String inputsDigest,
        String evaluatedAt,
        EvaluationResult.Editions editions,
        EvaluationResult.Totals totals,
        EvaluationResult.@Nullable ActivityLevel activityLevel,
        GradeResult grade,
        List<PhysicalGradeResult> physicalGrades,
        List<EvaluationResult.SourceLine> sources,
        List<EvaluationResult.MonthLine> months,
        List<EvaluationResult.FactorLine> factors,
        List<String> absentTerms,
        List<LocalText> notCovered,
        List<LocalText> notices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EvaluationResult.GasLine> gases,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BreakdownResult breakdown,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ValueChainResult valueChain,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AssessmentResult assessment) {
    static EvaluationAnswer of(Evaluation evaluation) {
        EvaluationResult result = evaluation.result();
        return new EvaluationAnswer(
                evaluation.id(),
                result.enterprise(),
                result.industry(),
                result.place(),
                result.year(),
                evaluation.resultDigest(),
                evaluation.inputsDigest(),
                evaluation.evaluatedAt().toString(),
                result.editions(),
                result.totals(),
                result.activityLevel(),
                result.grade(),
                result.physicalGrades(),
                result.sources(),
                result.months(),
                result.factors(),
                result.absentTerms(),
                result.notCovered(),
                result.notices(),
                result.gases(),
                result.breakdown(),
                result.valueChain(),
                result.assessment());
    }
}
