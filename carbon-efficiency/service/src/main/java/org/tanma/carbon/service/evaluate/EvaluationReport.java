// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.CarbonReport.BasisLine;
import org.tanma.carbon.report.content.CarbonReport.SumLine;
import org.tanma.carbon.report.content.GradePart;
import org.tanma.carbon.report.content.Labels;
import org.tanma.carbon.report.content.ReportStamp;
import org.tanma.carbon.report.content.ReportSubject;
import org.tanma.carbon.report.content.Step;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/** Makes a report of a kept evaluation, from what is kept and nothing else. Contract: pure; thread-safe. */
public final class EvaluationReport {
    private final EngineCatalog catalog;

    public EvaluationReport(EngineCatalog catalog) {
        this.catalog = catalog;
    }

    public CarbonReport of(Evaluation evaluation) {
        EvaluationResult result = evaluation.result();
        GradeResult.@Nullable Graded graded = result.grade().graded();
        return new CarbonReport(
                subject(result),
                result.year(),
                basis(result),
                sums(result),
                result.sources().stream().map(this::source).toList(),
                result.months().stream()
                        .map(month -> new CarbonReport.PeriodLine(month.month(), quantity(month.emission())))
                        .toList(),
                result.factors().stream().map(this::factor).toList(),
                result.absentTerms(),
                result.notCovered(),
                result.notices(),
                new EvaluationTables(this::quantity).of(result),
                graded == null ? null : grade(graded),
                result.grade().reasons().stream()
                        .map(reason -> new CarbonReport.RefusalLine(reason.what(), reason.given(), reason.allowed()))
                        .toList(),
                step(result.trace()),
                energySteps(result.editions().method()),
                new ReportStamp(
                        evaluation.resultDigest(),
                        null,
                        evaluation.inputsDigest(),
                        evaluation.id(),
                        evaluation.evaluatedAt().toString()));
    }

    private static ReportSubject subject(EvaluationResult result) {
        EnterpriseProfile enterprise = result.enterprise();
        GradeResult.@Nullable Graded graded = result.grade().graded();
        String english = enterprise.nameEn().isEmpty() ? enterprise.nameZh() : enterprise.nameEn();
        return new ReportSubject(
                new LocalText(enterprise.nameZh(), english),
                enterprise.handle(),
                result.industry(),
                enterprise.isDemonstration() || graded != null && graded.peers().isDemonstration());
    }

    private static List<BasisLine> basis(EvaluationResult result) {
        EvaluationResult.Editions editions = result.editions();
        LocalText title = editions.methodTitle();
        List<BasisLine> lines = new ArrayList<>();
        lines.add(new BasisLine(
                Labels.METHOD,
                new LocalText(
                        title.zh() + " (" + editions.method() + ")", title.en() + " (" + editions.method() + ")")));
        @Nullable String fuelSet = editions.fuelSet();
        if (fuelSet != null) {
            lines.add(new BasisLine(Labels.FUEL_SET, same(fuelSet)));
        }
        lines.add(new BasisLine(Labels.GWP_SET, same(editions.gwpSet())));
        lines.add(new BasisLine(Labels.PLACE, result.place()));
        return lines;
    }

    private List<SumLine> sums(EvaluationResult result) {
        EvaluationResult.Totals totals = result.totals();
        List<SumLine> sums = new ArrayList<>(List.of(
                new SumLine("total", Labels.TOTAL, 0, quantity(totals.total())),
                new SumLine("scope1", Labels.SCOPE_1, 1, quantity(totals.scope1())),
                new SumLine("scope2", Labels.SCOPE_2, 1, quantity(totals.scope2())),
                new SumLine("energyCo2", Labels.ENERGY_CO2, 1, quantity(totals.energyCo2())),
                new SumLine("processCo2", Labels.PROCESS_CO2, 1, quantity(totals.processCo2())),
                new SumLine("biogenicCo2", Labels.BIOGENIC_CO2, 1, quantity(totals.biogenicCo2())),
                new SumLine("fuelEnergy", Labels.FUEL_ENERGY, 1, quantity(totals.fuelEnergy()))));
        EvaluationResult.@Nullable ActivityLevel level = result.activityLevel();
        if (level != null) {
            sums.add(new SumLine("output", Labels.OUTPUT, 1, quantity(level.output())));
            sums.add(new SumLine("perOutput", Labels.PER_OUTPUT, 1, quantity(level.total())));
        }
        return sums;
    }

    private CarbonReport.SourceLine source(EvaluationResult.SourceLine line) {
        return new CarbonReport.SourceLine(
                line.source(),
                line.kind(),
                line.label(),
                line.scope(),
                quantity(line.amount()),
                quantity(line.emission()),
                share(line.share()));
    }

    private CarbonReport.FactorLine factor(EvaluationResult.FactorLine line) {
        return new CarbonReport.FactorLine(
                line.edition(),
                line.id(),
                line.geography(),
                quantity(line.value()),
                line.sourceRef() + ", " + line.pageOrTable(),
                Quality.fromCode(line.quality()).label(),
                line.yearsEarlier());
    }

    private Step step(EvaluationResult.TraceLine line) {
        return new Step(
                line.id(),
                line.label(),
                line.formula(),
                line.inputs().stream()
                        .map(input -> new Step.Input(
                                input.symbol(),
                                input.label(),
                                quantity(input.value()),
                                input.origin(),
                                input.reference()))
                        .toList(),
                quantity(line.value()),
                line.children().stream().map(this::step).toList());
    }

    private GradePart grade(GradeResult.Graded graded) {
        GradeResult.Peers peers = graded.peers();
        return new GradePart(
                graded.scheme().edition(),
                graded.scheme().title(),
                graded.scheme().numerator(),
                quantity(graded.counted()),
                quantity(graded.net()),
                quantity(graded.notCounted()),
                quantity(graded.valueAdded()),
                quantity(graded.intensity()),
                graded.level().rank(),
                scale(graded.scheme().levels()),
                quantity(graded.average()),
                Labels.peers(peers.count(), peers.industry(), peers.year(), peers.source()),
                new BigDecimal(graded.ratio()),
                graded.grade().rank(),
                scale(graded.scheme().grades()),
                share(graded.neutralShare()),
                orNull(graded.toBetterGrade()),
                orNull(graded.toBetterLevel()));
    }

    private static List<GradePart.ScaleStep> scale(List<GradeResult.Step> steps) {
        return steps.stream()
                .map(step -> {
                    @Nullable String bound = step.upperBound();
                    return new GradePart.ScaleStep(
                            step.rank(), step.label(), bound == null ? null : new BigDecimal(bound), true);
                })
                .toList();
    }

    /** Empty where the method's edition is not shipped any more: the sums are then written without a formula. */
    private Set<String> energySteps(String method) {
        return catalog.methods().find(EditionRef.parse(method)).stream()
                .flatMap(found -> found.terms().stream())
                .filter(MethodTerm::isEnergyRelated)
                .map(term -> "total/scope-" + term.scope() + "/" + term.id())
                .collect(Collectors.toSet());
    }

    private Quantity quantity(Amount amount) {
        return Quantity.of(amount.value(), catalog.units().get(amount.unit()));
    }

    private @Nullable Quantity orNull(@Nullable Amount amount) {
        return amount == null ? null : quantity(amount);
    }

    private static Quantity share(String share) {
        return Quantity.of(share, Unit.ONE);
    }

    private static LocalText same(String text) {
        return new LocalText(text, text);
    }
}
