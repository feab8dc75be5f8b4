// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.GradeResult;
import org.tanma.carbon.text.LocalText;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.label.issue.BilingualText;
import org.tanma.label.issue.CarbonLevel;
import org.tanma.label.issue.Edition;
import org.tanma.label.issue.EmissionPart;
import org.tanma.label.issue.EmissionTotals;
import org.tanma.label.issue.EnterpriseDescription;
import org.tanma.label.issue.EvaluationBasis;
import org.tanma.label.issue.EvaluationResult;
import org.tanma.label.issue.Figure;
import org.tanma.label.issue.GradedResult;
import org.tanma.label.issue.Grading;
import org.tanma.label.issue.GradingScheme;
import org.tanma.label.issue.ResultSource;
import org.tanma.label.issue.UngradedResult;

/**
 * The label service's view of the evaluations of the same JVM.
 *
 * <p>Figures cross unrounded; units are renamed, never converted, and an unknown one throws {@link IllegalStateException}.
 */
final class EvaluationResults implements ResultSource {
    private static final Map<String, String> UNITS = Map.of(
            "tCO2", Figure.T_CO2E,
            "tCO2e", Figure.T_CO2E,
            "CNY10k", Figure.TEN_THOUSAND_CNY,
            "tCO2/CNY10k", Figure.T_CO2E_PER_TEN_THOUSAND_CNY,
            "tCO2e/CNY10k", Figure.T_CO2E_PER_TEN_THOUSAND_CNY);

    private final EvaluationService evaluations;

    EvaluationResults(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public Optional<EvaluationResult> find(String evaluationId) {
        return evaluations.find(evaluationId).map(EvaluationResults::result);
    }

    private static EvaluationResult result(Evaluation evaluation) {
        var result = evaluation.result();
        EnterpriseProfile enterprise = result.enterprise();
        GradeResult.Graded graded = result.grade().graded();
        if (graded == null) {
            List<WordedViolation> refusals = result.grade().reasons().stream()
                    .map(r -> new WordedViolation(
                            "grade",
                            r.given(),
                            Wording.same(r.allowed()),
                            new Wording(r.what().zh(), r.what().en())))
                    .toList();
            return new UngradedResult(evaluation.id(), enterprise.handle(), result.year(), refusals);
        }
        return new GradedResult(
                evaluation.id(),
                hex(evaluation.resultDigest()),
                new EnterpriseDescription(
                        enterprise.handle(),
                        new BilingualText(
                                enterprise.nameZh(),
                                enterprise.nameEn().isEmpty() ? enterprise.nameZh() : enterprise.nameEn()),
                        text(result.place()),
                        text(result.industry())),
                result.year(),
                emissions(result),
                grading(graded),
                basis(result),
                enterprise.isDemonstration() || graded.peers().isDemonstration());
    }

    private static EmissionTotals emissions(org.tanma.carbon.service.evaluate.EvaluationResult result) {
        List<EmissionPart> parts = result.sources().stream()
                .map(s -> new EmissionPart(s.scope(), text(s.label()), figure(s.emission())))
                .toList();
        return new EmissionTotals(figure(result.totals().total()), parts);
    }

    private static Grading grading(GradeResult.Graded graded) {
        GradeResult.Scheme scheme = graded.scheme();
        Edition edition = edition(scheme.edition());
        List<String> levels = bounds(scheme.levels());
        return new Grading(
                figure(graded.valueAdded()),
                figure(graded.intensity()),
                figure(graded.average()),
                graded.peers().count(),
                graded.peers().year(),
                graded.ratio(),
                CarbonLevel.values()[graded.level().rank() - 1],
                graded.grade().rank(),
                new BigDecimal(graded.neutralShare()).movePointRight(2).toPlainString(),
                new GradingScheme(
                        edition.id(),
                        edition.edition(),
                        text(scheme.title()),
                        levels.get(0),
                        levels.get(1),
                        bounds(scheme.grades())));
    }

    private static EvaluationBasis basis(org.tanma.carbon.service.evaluate.EvaluationResult result) {
        List<Edition> factorSets = new ArrayList<>();
        result.editions().factorSets().forEach(e -> factorSets.add(edition(e)));
        return new EvaluationBasis(
                edition(result.editions().method()),
                factorSets,
                result.editions().gwpSet(),
                result.notices().stream().map(EvaluationResults::text).toList(),
                result.notCovered().stream().map(EvaluationResults::text).toList(),
                null);
    }

    /** Upper bounds of all steps but the last, which has none. */
    private static List<String> bounds(List<GradeResult.Step> steps) {
        List<String> bounds = new ArrayList<>();
        for (GradeResult.Step step : steps) {
            if (step.upperBound() != null) {
                bounds.add(step.upperBound());
            }
        }
        return bounds;
    }

    private static Figure figure(org.tanma.carbon.service.evaluate.EvaluationResult.Amount amount) {
        String unit = UNITS.get(amount.unit());
        if (unit == null) {
            throw new IllegalStateException("a code cannot show the unit " + amount.unit());
        }
        return new Figure(amount.value(), unit);
    }

    private static Edition edition(String nameAndEdition) {
        int slash = nameAndEdition.indexOf('/');
        return new Edition(nameAndEdition.substring(0, slash), nameAndEdition.substring(slash + 1));
    }

    private static String hex(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }

    private static BilingualText text(LocalText text) {
        return new BilingualText(text.zh(), text.en());
    }
}
