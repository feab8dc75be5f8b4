// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Band;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.grading.Reference;
import org.tanma.carbon.grading.Scale;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.text.LocalText;

/** Puts the engine's grade into the words of a stored result. */
final class GradeComposer {
    private static final String MONEY_UNIT = "CNY10k";

    private final SchemeBook schemes;
    private final Amounts amounts;

    GradeComposer(SchemeBook schemes, Amounts amounts) {
        this.schemes = schemes;
        this.amounts = amounts;
    }

    GradeResult compose(GradeOutcome outcome, List<LocalText> valueAddedGaps, EvaluationInputs inputs) {
        int year = inputs.year();
        EvaluationInputs.@Nullable Peers peers = inputs.peers();
        if (outcome instanceof Grade grade) {
            return new GradeResult(GradeResult.GRADED, graded(grade, peers), List.of());
        }
        List<GradeResult.Reason> reasons = new ArrayList<>();
        valueAddedGaps.forEach(
                gap -> reasons.add(new GradeResult.Reason("value-added-gap", gap, "", year + "-01..12 | " + year)));
        boolean isPeerSetNeeded = schemes.find(EditionRef.parse(inputs.scheme()))
                .map(scheme -> scheme.reference().needsPeers())
                .orElse(true);
        if (peers == null && isPeerSetNeeded) {
            reasons.add(new GradeResult.Reason(
                    "no-peer-set",
                    new LocalText(
                            "该行业该年度没有同行数据，由监管部门提供", "no peer set for this industry and year; a regulator gives it"),
                    "",
                    "/api/v1/peer-sets"));
        }
        if (outcome instanceof NotGradable not) {
            not.reasons().stream()
                    .filter(r -> peers != null || r.reason() != NotGradable.Reason.PEERS)
                    .map(r -> new GradeResult.Reason(r.reason().code(), r.what(), r.given(), r.allowed()))
                    .forEach(reasons::add);
        }
        return new GradeResult(GradeResult.NOT_GRADABLE, null, reasons);
    }

    private GradeResult.Graded graded(Grade grade, EvaluationInputs.@Nullable Peers peers) {
        GradingScheme scheme = schemes.find(grade.scheme())
                .orElseThrow(() -> new IllegalStateException("graded by the unknown scheme " + grade.scheme()));
        return new GradeResult.Graded(
                scheme(scheme),
                amounts.of(grade.grossCo2()),
                amounts.of(grade.netCo2()),
                amounts.of(grade.notCounted()),
                scheme.denominator() == GradingScheme.Denominator.VALUE_ADDED
                        ? amounts.of(grade.valueAdded(), MONEY_UNIT)
                        : amounts.of(grade.valueAdded()),
                amounts.of(grade.intensity()),
                step(grade.level()),
                amounts.of(grade.peerAverage()),
                grade.ratio().toPlainString(),
                step(grade.grade()),
                grade.neutralShare().amountText(),
                orNull(grade.toBetterGrade()),
                orNull(grade.toBetterLevel()),
                peers == null
                        ? new GradeResult.Peers(
                                grade.reference().code(),
                                grade.peerIndustry(),
                                grade.peerYear(),
                                0,
                                grade.peerSource(),
                                false)
                        : new GradeResult.Peers(
                                peers.edition(),
                                peers.industry(),
                                peers.year(),
                                peers.rows().size(),
                                peers.source(),
                                peers.isDemonstration()));
    }

    private static GradeResult.Scheme scheme(GradingScheme scheme) {
        return new GradeResult.Scheme(
                scheme.ref().toString(),
                scheme.title(),
                scheme.numerator().code(),
                scheme.intensityUnit().symbol(),
                steps(scheme.levels()),
                steps(scheme.grades()),
                scheme.validityMonths(),
                scheme.denominator() == GradingScheme.Denominator.VALUE_ADDED
                        ? null
                        : scheme.denominator().code(),
                reference(scheme.reference()));
    }

    /** In words of scheme files; null for the weighted mean that schemes have unless they say so. */
    private static @Nullable String reference(Reference reference) {
        if (reference instanceof Reference.Percentile percentile) {
            return reference.code() + " " + percentile.percent().toPlainString() + " "
                    + percentile.definition().code();
        }
        return reference instanceof Reference.Benchmark benchmark ? reference.code() + " " + benchmark.value() : null;
    }

    private static List<GradeResult.Step> steps(Scale scale) {
        return scale.bands().stream().map(GradeComposer::step).toList();
    }

    private static GradeResult.Step step(Band band) {
        var bound = band.upperBound();
        return new GradeResult.Step(
                band.rank(),
                band.label(),
                bound == null ? null : bound.toPlainString(),
                band.isBoundIncluded() ? null : true);
    }

    private @Nullable Amount orNull(@Nullable Quantity quantity) {
        return quantity == null ? null : amounts.of(quantity);
    }
}
