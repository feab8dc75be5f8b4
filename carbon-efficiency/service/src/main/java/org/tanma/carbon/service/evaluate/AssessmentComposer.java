// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Assessment;
import org.tanma.carbon.analysis.Breakdown;
import org.tanma.carbon.analysis.GroupTotal;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.quality.Completeness;
import org.tanma.carbon.quality.DataQualityScore;
import org.tanma.carbon.quality.SourceScore;
import org.tanma.carbon.uncertainty.InputContribution;
import org.tanma.carbon.uncertainty.Propagation;

/** Puts the engine's breakdown and assessment into the words of a stored result. */
final class AssessmentComposer {
    private final Amounts amounts;

    AssessmentComposer(Amounts amounts) {
        this.amounts = amounts;
    }

    /** Null where nothing is known of any source. */
    @Nullable
    BreakdownResult compose(Breakdown breakdown) {
        return breakdown.isEmpty()
                ? null
                : new BreakdownResult(
                        groups(breakdown.sites()), groups(breakdown.processes()), groups(breakdown.devices()));
    }

    private List<BreakdownResult.Group> groups(List<GroupTotal> groups) {
        return groups.stream()
                .map(group -> new BreakdownResult.Group(
                        group.name(),
                        group.sources(),
                        amounts.of(group.scope1()),
                        amounts.of(group.scope2()),
                        amounts.of(group.total()),
                        group.share().amountText()))
                .toList();
    }

    AssessmentResult compose(Assessment assessment) {
        return new AssessmentResult(
                completeness(assessment.completeness()),
                quality(assessment.quality()),
                uncertainty(assessment.propagation()));
    }

    private static AssessmentResult.CompletenessLine completeness(Completeness completeness) {
        return new AssessmentResult.CompletenessLine(
                completeness.answeredTerms(),
                completeness.requiredTerms(),
                completeness.reportedMonths(),
                completeness.expectedMonths(),
                plain(completeness.share()));
    }

    private static AssessmentResult.QualityLine quality(DataQualityScore quality) {
        return new AssessmentResult.QualityLine(
                plain(quality.score()),
                plain(quality.unknownAmounts()),
                quality.sources().stream().map(AssessmentComposer::score).toList());
    }

    private static AssessmentResult.ScoreLine score(SourceScore score) {
        return new AssessmentResult.ScoreLine(
                score.source(),
                score.activity().toString(),
                plain(score.weight()),
                plain(score.amounts()),
                plain(score.evidence()),
                plainOrNull(score.parameters()),
                plainOrNull(score.timeliness()),
                plain(score.score()));
    }

    private AssessmentResult.UncertaintyLine uncertainty(Propagation propagation) {
        return new AssessmentResult.UncertaintyLine(
                propagation.defaults().toString(),
                plainOrNull(propagation.percent()),
                amounts.of(propagation.lower()),
                amounts.of(propagation.upper()),
                propagation.sources().stream()
                        .map(source -> new AssessmentResult.SourceUncertaintyLine(
                                source.source(), source.activity().toString(), plainOrNull(source.percent())))
                        .toList(),
                propagation.inputs().stream().map(AssessmentComposer::input).toList());
    }

    private static AssessmentResult.InputLine input(InputContribution contribution) {
        @Nullable Factor row = contribution.input().source();
        return new AssessmentResult.InputLine(
                contribution.input().label(),
                plain(contribution.input().percent()),
                contribution.input().basis().code(),
                row == null ? null : row.id(),
                row == null ? null : row.quality().code(),
                plain(contribution.varianceShare()));
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String plainOrNull(@Nullable BigDecimal figure) {
        return figure == null ? null : plain(figure);
    }
}
