// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Assessment;
import org.tanma.carbon.analysis.Breakdown;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.inventory.Intensity;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryTotals;
import org.tanma.carbon.inventory.SourceTotal;
import org.tanma.carbon.inventory.ValueChain;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.text.LocalText;

/** Puts the engine's inventory, and the grade beside it, into the words of a stored result. */
final class InventoryComposer {
    private final Amounts amounts;
    private final AssessmentComposer assessments;

    InventoryComposer(Amounts amounts) {
        this.amounts = amounts;
        this.assessments = new AssessmentComposer(amounts);
    }

    EvaluationResult compose(
            EvaluationInputs inputs,
            IndustryCatalog.Industry industry,
            AccountingMethod method,
            Inventory inventory,
            List<LocalText> outputGaps,
            GradeResult grade,
            List<PhysicalGradeResult> physicalGrades,
            @Nullable Assessment assessment) {
        return new EvaluationResult(
                inputs.enterprise(),
                industry.name(),
                inventory.geography().name(),
                inputs.year(),
                editions(inputs, method, inventory),
                totals(inventory.totals()),
                activityLevel(inventory.intensity()),
                sources(inventory.sources()),
                inventory.periods().stream()
                        .map(p -> new EvaluationResult.MonthLine(p.period().toString(), amounts.of(p.emission())))
                        .toList(),
                inventory.factors().stream().map(this::factor).toList(),
                inventory.absentTerms(),
                inventory.notCovered(),
                Stream.concat(inventory.notices().stream(), outputGaps.stream()).toList(),
                grade,
                trace(inventory.trace()),
                physicalGrades,
                gases(inventory.totals()),
                assessments.compose(Breakdown.of(inventory)),
                valueChain(inputs, inventory.valueChain()),
                assessment == null ? null : assessments.compose(assessment));
    }

    private List<EvaluationResult.SourceLine> sources(List<SourceTotal> sources) {
        return sources.stream()
                .map(s -> new EvaluationResult.SourceLine(
                        s.source(),
                        s.activity().toString(),
                        s.label(),
                        s.scope(),
                        amounts.of(s.amount()),
                        amounts.of(s.emission()),
                        s.share().amountText()))
                .toList();
    }

    private @Nullable List<EvaluationResult.GasLine> gases(InventoryTotals totals) {
        return totals.gases().size() < 2
                ? null
                : totals.gases().stream()
                        .map(gas -> new EvaluationResult.GasLine(
                                gas.gas().code(), amounts.of(gas.mass()), amounts.of(gas.co2e())))
                        .toList();
    }

    private @Nullable ValueChainResult valueChain(EvaluationInputs inputs, @Nullable ValueChain chain) {
        String edition = inputs.valueChain();
        return chain == null || edition == null
                ? null
                : new ValueChainResult(
                        edition,
                        amounts.of(chain.total()),
                        sources(chain.sources()),
                        chain.factors().stream().map(this::factor).toList(),
                        chain.notices(),
                        trace(chain.trace()));
    }

    private static EvaluationResult.Editions editions(
            EvaluationInputs inputs, AccountingMethod method, Inventory inventory) {
        EvaluationInputs.Peers peers = inputs.peers();
        var fuelSet = inventory.fuelSet();
        List<String> factorSets = inventory.factors().stream()
                .map(match -> match.factor().edition().toString())
                .distinct()
                .sorted()
                .toList();
        return new EvaluationResult.Editions(
                inventory.method().toString(),
                method.title(),
                fuelSet == null ? null : fuelSet.toString(),
                inventory.gwpSet().toString(),
                factorSets,
                inputs.scheme(),
                peers == null ? null : peers.edition());
    }

    private EvaluationResult.Totals totals(InventoryTotals totals) {
        return new EvaluationResult.Totals(
                amounts.of(totals.total()),
                amounts.of(totals.scope1()),
                amounts.of(totals.scope2()),
                amounts.of(totals.energyCo2()),
                amounts.of(totals.processCo2()),
                amounts.of(totals.biogenicCo2()),
                amounts.of(totals.fuelEnergy()));
    }

    private EvaluationResult.@Nullable ActivityLevel activityLevel(@Nullable Intensity intensity) {
        return intensity == null
                ? null
                : new EvaluationResult.ActivityLevel(
                        amounts.of(intensity.activityLevel()),
                        amounts.of(intensity.direct()),
                        amounts.of(intensity.indirect()),
                        amounts.of(intensity.total()));
    }

    private EvaluationResult.FactorLine factor(FactorMatch match) {
        Factor factor = match.factor();
        return new EvaluationResult.FactorLine(
                factor.edition().toString(),
                factor.id(),
                factor.activity(),
                factor.geography(),
                amounts.of(factor.value()),
                factor.sourceRef(),
                factor.pageOrTable(),
                factor.quality().code(),
                match.level().code(),
                match.yearsEarlier());
    }

    private EvaluationResult.TraceLine trace(TraceNode node) {
        return new EvaluationResult.TraceLine(
                node.id(),
                node.label(),
                node.formula(),
                node.inputs().stream().map(this::input).toList(),
                amounts.of(node.value()),
                node.children().stream().map(this::trace).toList());
    }

    private EvaluationResult.TraceInputLine input(TraceInput input) {
        Origin origin = input.origin();
        String kind;
        String reference;
        if (origin instanceof Origin.Reading reading) {
            kind = "reading";
            String meter = reading.meter();
            String evidence = reading.evidenceDigest();
            reference = reading.source() + " " + reading.period() + (meter == null ? "" : " " + meter)
                    + (evidence == null ? "" : " " + evidence);
        } else if (origin instanceof Origin.Measured measured) {
            kind = "measured";
            reference = measured.scope() + " " + measured.evidence();
        } else if (origin instanceof Origin.FromFactor found) {
            kind = "factor";
            reference = found.match().factor().edition() + " "
                    + found.match().factor().id();
        } else if (origin instanceof Origin.Assumed assumed) {
            kind = "assumed";
            reference = assumed.scope();
        } else if (origin instanceof Origin.Computed computed) {
            kind = "computed";
            reference = computed.node();
        } else {
            Origin.MethodConstant constant = (Origin.MethodConstant) origin;
            kind = "method";
            reference = constant.method() + " " + constant.text() + " " + constant.source();
        }
        return new EvaluationResult.TraceInputLine(
                input.symbol(), input.label(), amounts.of(input.value()), kind, reference);
    }
}
