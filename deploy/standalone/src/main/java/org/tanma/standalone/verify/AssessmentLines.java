// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Assessment;
import org.tanma.carbon.analysis.Breakdown;
import org.tanma.carbon.analysis.GroupTotal;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quality.Completeness;
import org.tanma.carbon.quality.DataQualityScore;
import org.tanma.carbon.quality.SourceScore;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.uncertainty.InputContribution;
import org.tanma.carbon.uncertainty.Propagation;
import org.tanma.carbon.uncertainty.Simulation;
import org.tanma.carbon.uncertainty.UncertainInput;

/** An assessment, for people: completeness, quality of data, uncertainty, and where the total stands. */
final class AssessmentLines {
    /** The figures that cause most of the uncertainty; the rest stands in the JSON. */
    private static final int MOST_INPUTS = 10;

    private final Lines lines;

    AssessmentLines(Lines lines) {
        this.lines = lines;
    }

    void print(InventoryRequest request, Assessment assessment, String inventoryDigest, String digest) {
        lines.phrase(0, "assess.title", request.subject(), request.year());
        print(assessment.completeness());
        print(assessment.quality());
        print(assessment.propagation());
        @Nullable Simulation simulation = assessment.simulation();
        if (simulation != null) {
            print(simulation);
        }
        lines.phrase(0, "assess.digests", digest, inventoryDigest);
    }

    void print(Completeness completeness) {
        lines.phrase(
                0,
                "assess.completeness",
                percent(completeness.share()),
                completeness.answeredTerms(),
                completeness.requiredTerms(),
                completeness.reportedMonths(),
                completeness.expectedMonths());
        if (!completeness.openTerms().isEmpty()) {
            lines.phrase(1, "assess.openTerms", String.join(", ", completeness.openTerms()));
        }
        completeness.sources().forEach((source, share) -> {
            if (share.compareTo(BigDecimal.ONE) < 0) {
                lines.phrase(1, "assess.openSource", source, percent(share));
            }
        });
    }

    private void print(DataQualityScore quality) {
        lines.phrase(0, "assess.quality", Figures.exact(quality.score()), percent(quality.unknownAmounts()));
        quality.sources().forEach(this::print);
    }

    private void print(SourceScore score) {
        lines.phrase(
                1,
                "assess.score",
                score.source(),
                score.activity(),
                Figures.exact(score.score()),
                percent(score.weight()),
                Figures.exact(score.amounts()),
                Figures.exact(score.evidence()),
                orDash(score.parameters()),
                orDash(score.timeliness()));
    }

    private void print(Propagation propagation) {
        lines.phrase(
                0,
                "assess.propagation",
                Figures.rounded(propagation.emission()),
                orDash(propagation.percent()),
                Figures.rounded(propagation.lower()),
                Figures.rounded(propagation.upper()));
        propagation
                .sources()
                .forEach(source -> lines.phrase(
                        1,
                        "assess.source",
                        source.source(),
                        source.activity(),
                        Figures.rounded(source.emission()),
                        orDash(source.percent())));
        lines.phrase(1, "assess.inputs", propagation.defaults());
        propagation.inputs().stream().limit(MOST_INPUTS).forEach(this::print);
    }

    private void print(InputContribution contribution) {
        UncertainInput input = contribution.input();
        @Nullable Factor row = input.source();
        String basis = row == null
                ? lines.text("assess.stated")
                : lines.text("assess.row", row.id(), lines.word(row.quality().label()));
        lines.phrase(
                2,
                "assess.input",
                lines.word(input.label()),
                Figures.exact(input.percent()),
                basis,
                percent(contribution.varianceShare()));
    }

    private void print(Simulation simulation) {
        lines.phrase(
                0,
                "assess.simulation",
                simulation.draws(),
                simulation.seed(),
                Figures.exact(simulation.lower()),
                Figures.exact(simulation.upper()),
                Figures.exact(simulation.mean()),
                Figures.exact(simulation.median()),
                Figures.exact(simulation.standardError()));
    }

    void print(Breakdown breakdown) {
        print("assess.sites", breakdown.sites());
        print("assess.processes", breakdown.processes());
        print("assess.devices", breakdown.devices());
    }

    private void print(String key, List<GroupTotal> groups) {
        if (!groups.isEmpty()) {
            lines.phrase(0, key);
        }
        for (GroupTotal group : groups) {
            @Nullable String name = group.name();
            lines.phrase(
                    1,
                    "assess.group",
                    name == null ? lines.text("assess.unknown") : name,
                    Figures.rounded(group.total()),
                    Figures.percent(group.share()));
        }
    }

    private static String percent(BigDecimal share) {
        return Figures.percent(new Quantity(share, Unit.ONE));
    }

    private static String orDash(@Nullable BigDecimal figure) {
        return figure == null ? "–" : Figures.exact(figure);
    }
}
