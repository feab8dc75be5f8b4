// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.grading.Scale;
import org.tanma.carbon.grading.SchemeCatalog;
import org.tanma.carbon.grading.physical.PhysicalOutcome;
import org.tanma.carbon.inventory.Intensity;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.report.content.CarbonReport.BasisLine;
import org.tanma.carbon.report.content.CarbonReport.FactorLine;
import org.tanma.carbon.report.content.CarbonReport.PeriodLine;
import org.tanma.carbon.report.content.CarbonReport.RefusalLine;
import org.tanma.carbon.report.content.CarbonReport.SourceLine;
import org.tanma.carbon.report.content.CarbonReport.SumLine;
import org.tanma.carbon.text.LocalText;

/** Makes reports of what the engine computed, without a node. Contract: pure; thread-safe. */
public final class InventoryReports {
    private final MethodCatalog methods;
    private final SchemeCatalog schemes;

    public InventoryReports(MethodCatalog methods, SchemeCatalog schemes) {
        this.methods = methods;
        this.schemes = schemes;
    }

    /** A report of an inventory alone. */
    public CarbonReport of(Inventory inventory) {
        return report(inventory, null, List.of(), List.of(), stamp(inventory, null));
    }

    /**
     * A report of an inventory and what its grading came to.
     *
     * @param amongPeers the grade among peers; null where none was asked for
     * @param physical grades of products by their energy, each in a table of its own
     * @param gradeDigest of the document that holds the grades
     */
    public CarbonReport of(
            Inventory inventory,
            @Nullable GradeOutcome amongPeers,
            List<PhysicalOutcome> physical,
            String gradeDigest) {
        @Nullable GradePart grade = amongPeers instanceof Grade found ? grade(found) : null;
        List<RefusalLine> refusals = amongPeers instanceof NotGradable refused
                ? refused.reasons().stream()
                        .map(reason -> new RefusalLine(reason.what(), reason.given(), reason.allowed()))
                        .toList()
                : List.of();
        return report(
                inventory,
                grade,
                refusals,
                physical.stream().map(FurtherTables::physical).toList(),
                stamp(inventory, gradeDigest));
    }

    private static ReportStamp stamp(Inventory inventory, @Nullable String gradeDigest) {
        return new ReportStamp(ResultDocument.of(inventory).digest(), gradeDigest, null, null, null);
    }

    private CarbonReport report(
            Inventory inventory,
            @Nullable GradePart grade,
            List<RefusalLine> refusals,
            List<ReportTable> grades,
            ReportStamp stamp) {
        return new CarbonReport(
                new ReportSubject(same(inventory.subject()), "", null, false),
                inventory.year(),
                basis(inventory),
                sums(inventory),
                inventory.sources().stream()
                        .map(source -> new SourceLine(
                                source.source(),
                                source.activity().toString(),
                                source.label(),
                                source.scope(),
                                source.amount(),
                                source.emission(),
                                source.share()))
                        .toList(),
                inventory.periods().stream()
                        .map(period -> new PeriodLine(period.period().toString(), period.emission()))
                        .toList(),
                inventory.factors().stream().map(InventoryReports::factor).toList(),
                inventory.absentTerms(),
                inventory.notCovered(),
                inventory.notices(),
                Stream.concat(grades.stream(), FurtherTables.of(inventory).stream())
                        .toList(),
                grade,
                refusals,
                step(inventory.trace()),
                energySteps(inventory.method()),
                stamp);
    }

    private List<BasisLine> basis(Inventory inventory) {
        List<BasisLine> lines = new ArrayList<>();
        String method = inventory.method().toString();
        lines.add(new BasisLine(
                Labels.METHOD,
                methods.find(inventory.method())
                        .map(found -> joined(found.title(), method))
                        .orElseGet(() -> same(method))));
        @Nullable EditionRef fuelSet = inventory.fuelSet();
        if (fuelSet != null) {
            lines.add(new BasisLine(Labels.FUEL_SET, same(fuelSet.toString())));
        }
        lines.add(new BasisLine(Labels.GWP_SET, same(inventory.gwpSet().toString())));
        lines.add(new BasisLine(Labels.PLACE, inventory.geography().name()));
        return lines;
    }

    private static List<SumLine> sums(Inventory inventory) {
        var totals = inventory.totals();
        List<SumLine> sums = new ArrayList<>(List.of(
                new SumLine("total", Labels.TOTAL, 0, totals.total()),
                new SumLine("scope1", Labels.SCOPE_1, 1, totals.scope1()),
                new SumLine("scope2", Labels.SCOPE_2, 1, totals.scope2()),
                new SumLine("energyCo2", Labels.ENERGY_CO2, 1, totals.energyCo2()),
                new SumLine("processCo2", Labels.PROCESS_CO2, 1, totals.processCo2()),
                new SumLine("biogenicCo2", Labels.BIOGENIC_CO2, 1, totals.biogenicCo2()),
                new SumLine("fuelEnergy", Labels.FUEL_ENERGY, 1, totals.fuelEnergy())));
        @Nullable Intensity intensity = inventory.intensity();
        if (intensity != null) {
            sums.add(new SumLine("output", Labels.OUTPUT, 1, intensity.activityLevel()));
            sums.add(new SumLine("perOutput", Labels.PER_OUTPUT, 1, intensity.total()));
        }
        return sums;
    }

    private static FactorLine factor(FactorMatch match) {
        var factor = match.factor();
        return new FactorLine(
                factor.edition().toString(),
                factor.id(),
                factor.geography(),
                factor.value(),
                factor.sourceRef() + ", " + factor.pageOrTable(),
                factor.quality().label(),
                match.yearsEarlier());
    }

    private Set<String> energySteps(EditionRef method) {
        return methods.find(method).stream()
                .flatMap(found -> found.terms().stream())
                .filter(MethodTerm::isEnergyRelated)
                .map(term -> "total/scope-" + term.scope() + "/" + term.id())
                .collect(Collectors.toSet());
    }

    private static Step step(TraceNode node) {
        return new Step(
                node.id(),
                node.label(),
                node.formula(),
                node.inputs().stream().map(InventoryReports::input).toList(),
                node.value(),
                node.children().stream().map(InventoryReports::step).toList());
    }

    private static Step.Input input(TraceInput input) {
        Origin origin = input.origin();
        String kind;
        String reference;
        if (origin instanceof Origin.Reading reading) {
            kind = Step.READING;
            reference = spaced(reading.source(), reading.period(), reading.meter(), reading.evidenceDigest());
        } else if (origin instanceof Origin.Measured measured) {
            kind = "measured";
            reference = spaced(measured.scope(), measured.evidence());
        } else if (origin instanceof Origin.FromFactor from) {
            kind = "factor";
            reference = from.match().factor().edition() + " "
                    + from.match().factor().id();
        } else if (origin instanceof Origin.Assumed assumed) {
            kind = "assumed";
            reference = assumed.scope();
        } else if (origin instanceof Origin.Computed computed) {
            kind = Step.COMPUTED;
            reference = computed.node();
        } else {
            Origin.MethodConstant constant = (Origin.MethodConstant) origin;
            kind = "method";
            reference = spaced(constant.method().toString(), constant.text(), constant.source());
        }
        return new Step.Input(input.symbol(), input.label(), input.value(), kind, reference);
    }

    private GradePart grade(Grade grade) {
        Optional<GradingScheme> scheme = schemes.find(grade.scheme());
        return new GradePart(
                grade.scheme().toString(),
                scheme.map(GradingScheme::title)
                        .orElseGet(() -> same(grade.scheme().toString())),
                grade.numerator().code(),
                grade.grossCo2(),
                grade.netCo2(),
                grade.notCounted(),
                grade.valueAdded(),
                grade.intensity(),
                grade.level().rank(),
                scheme.map(found -> steps(found.levels())).orElse(List.of()),
                grade.peerAverage(),
                Labels.peers(grade.peerCount(), grade.peerIndustry(), grade.peerYear(), grade.peerSource()),
                grade.ratio(),
                grade.grade().rank(),
                scheme.map(found -> steps(found.grades())).orElse(List.of()),
                grade.neutralShare(),
                grade.toBetterGrade(),
                grade.toBetterLevel());
    }

    private static List<GradePart.ScaleStep> steps(Scale scale) {
        return scale.bands().stream()
                .map(band ->
                        new GradePart.ScaleStep(band.rank(), band.label(), band.upperBound(), band.isBoundIncluded()))
                .toList();
    }

    private static LocalText joined(LocalText title, String edition) {
        return new LocalText(title.zh() + " (" + edition + ")", title.en() + " (" + edition + ")");
    }

    private static LocalText same(String text) {
        return new LocalText(text, text);
    }

    private static String spaced(@Nullable String... parts) {
        List<String> known = new ArrayList<>();
        for (String part : parts) {
            if (part != null && !part.isEmpty()) {
                known.add(part);
            }
        }
        return String.join(" ", known);
    }
}
