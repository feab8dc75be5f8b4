// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;

/** Composes what a code says from an exact result: here, and nowhere else, figures are rounded. */
final class LabelComposer {
    private final BilingualText issuer;

    LabelComposer(BilingualText issuer) {
        this.issuer = issuer;
    }

    LabelContent compose(GradedResult exact, CodeToken token, int version, Validity validity) {
        return new LabelContent(
                LabelContent.TYPE,
                token.text(),
                handle(exact.enterpriseHandle(), token.text()),
                version,
                validity.from(),
                validity.until(),
                issuer,
                FigureRounding.NAME,
                counted(exact.grading()),
                rounded(exact));
    }

    /** The identifier of a code: under the prefix of its enterprise. */
    static String handle(String enterpriseHandle, String token) {
        return HandleName.parse(enterpriseHandle).prefix() + "/C-" + token;
    }

    private static Figure counted(Grading exact) {
        BigDecimal tonnes =
                exact.intensity().decimal().multiply(exact.valueAdded().decimal(), MathContext.DECIMAL128);
        return FigureRounding.round(new Figure(tonnes.toPlainString(), Figure.T_CO2E), List.of());
    }

    private static GradedResult rounded(GradedResult exact) {
        return new GradedResult(
                exact.evaluationId(),
                exact.resultDigest(),
                exact.enterprise(),
                exact.year(),
                rounded(exact.emissions()),
                rounded(exact.grading()),
                exact.basis(),
                exact.isDemonstration());
    }

    private static EmissionTotals rounded(EmissionTotals exact) {
        List<EmissionPart> parts = exact.parts().stream()
                .map(p -> new EmissionPart(p.scope(), p.name(), FigureRounding.round(p.amount(), List.of())))
                .toList();
        return new EmissionTotals(FigureRounding.round(exact.total(), List.of()), parts);
    }

    private static Grading rounded(Grading exact) {
        GradingScheme scheme = exact.scheme();
        List<String> levelBounds = List.of(scheme.lowCarbonMax(), scheme.mediumCarbonMax());
        return new Grading(
                FigureRounding.round(exact.valueAdded(), List.of()),
                FigureRounding.round(exact.intensity(), levelBounds),
                FigureRounding.round(exact.peerMean(), List.of()),
                exact.peerCount(),
                exact.peerYear(),
                FigureRounding.round(exact.ratio(), scheme.gradeMax()),
                exact.level(),
                exact.efficiencyGrade(),
                rounded(exact.carbonNeutralSharePercent()),
                scheme);
    }

    private static @Nullable String rounded(@Nullable String percent) {
        return percent == null ? null : FigureRounding.round(percent, List.of());
    }
}
