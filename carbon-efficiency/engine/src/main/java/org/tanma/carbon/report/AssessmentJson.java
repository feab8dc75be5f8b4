// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Assessment;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.quality.Completeness;
import org.tanma.carbon.quality.DataQualityScore;
import org.tanma.carbon.quality.SourceScore;
import org.tanma.carbon.uncertainty.InputContribution;
import org.tanma.carbon.uncertainty.Propagation;
import org.tanma.carbon.uncertainty.Simulation;
import org.tanma.carbon.uncertainty.SourceUncertainty;

/** The JSON of an assessment. */
final class AssessmentJson {
    private AssessmentJson() {}

    static SortedMap<String, Object> assessment(Assessment assessment) {
        SortedMap<String, Object> json = object();
        json.put("kind", "assessment");
        json.put("completeness", completeness(assessment.completeness()));
        json.put("dataQuality", quality(assessment.quality()));
        json.put("uncertainty", propagation(assessment.propagation()));
        @Nullable Simulation simulation = assessment.simulation();
        putIfKnown(json, "simulation", simulation == null ? null : simulation(simulation));
        return json;
    }

    static SortedMap<String, Object> completeness(Completeness completeness) {
        SortedMap<String, Object> json = object();
        json.put("answeredTerms", completeness.answeredTerms());
        json.put("requiredTerms", completeness.requiredTerms());
        json.put("openTerms", completeness.openTerms());
        json.put("reportedMonths", completeness.reportedMonths());
        json.put("expectedMonths", completeness.expectedMonths());
        SortedMap<String, Object> sources = object();
        completeness.sources().forEach((source, share) -> sources.put(source, plain(share)));
        json.put("sources", sources);
        json.put("share", plain(completeness.share()));
        return json;
    }

    private static SortedMap<String, Object> quality(DataQualityScore quality) {
        SortedMap<String, Object> json = object();
        json.put("score", plain(quality.score()));
        json.put("unknownAmounts", plain(quality.unknownAmounts()));
        json.put(
                "sources", quality.sources().stream().map(AssessmentJson::score).toList());
        return json;
    }

    private static SortedMap<String, Object> score(SourceScore score) {
        SortedMap<String, Object> json = object();
        @Nullable BigDecimal parameters = score.parameters();
        @Nullable BigDecimal timeliness = score.timeliness();
        json.put("source", score.source());
        json.put("activity", score.activity().toString());
        json.put("weight", plain(score.weight()));
        json.put("amounts", plain(score.amounts()));
        json.put("evidence", plain(score.evidence()));
        putIfKnown(json, "parameters", parameters == null ? null : plain(parameters));
        putIfKnown(json, "timeliness", timeliness == null ? null : plain(timeliness));
        json.put("score", plain(score.score()));
        return json;
    }

    private static SortedMap<String, Object> propagation(Propagation propagation) {
        SortedMap<String, Object> json = object();
        @Nullable BigDecimal percent = propagation.percent();
        json.put("method", "IPCC 2006, approach 1");
        json.put("defaults", propagation.defaults().toString());
        json.put("emission", figure(propagation.emission()));
        putIfKnown(json, "percent", percent == null ? null : plain(percent));
        json.put("lower", figure(propagation.lower()));
        json.put("upper", figure(propagation.upper()));
        json.put(
                "sources",
                propagation.sources().stream().map(AssessmentJson::source).toList());
        json.put(
                "inputs",
                propagation.inputs().stream().map(AssessmentJson::contribution).toList());
        return json;
    }

    private static SortedMap<String, Object> source(SourceUncertainty source) {
        SortedMap<String, Object> json = object();
        @Nullable BigDecimal percent = source.percent();
        json.put("source", source.source());
        json.put("activity", source.activity().toString());
        json.put("emission", figure(source.emission()));
        putIfKnown(json, "percent", percent == null ? null : plain(percent));
        return json;
    }

    private static SortedMap<String, Object> contribution(InputContribution contribution) {
        SortedMap<String, Object> json = object();
        @Nullable Factor row = contribution.input().source();
        json.put("id", contribution.input().id());
        json.put("label", text(contribution.input().label()));
        json.put("percent", plain(contribution.input().percent()));
        json.put("basis", contribution.input().basis().code());
        putIfKnown(json, "row", row == null ? null : row.id());
        putIfKnown(json, "quality", row == null ? null : row.quality().code());
        json.put("varianceShare", plain(contribution.varianceShare()));
        return json;
    }

    private static SortedMap<String, Object> simulation(Simulation simulation) {
        SortedMap<String, Object> json = object();
        json.put("defaults", simulation.defaults().toString());
        json.put("seed", Long.toString(simulation.seed()));
        json.put("draws", simulation.draws());
        json.put("mean", figure(simulation.mean()));
        json.put("median", figure(simulation.median()));
        json.put("standardDeviation", figure(simulation.standardDeviation()));
        json.put("standardError", figure(simulation.standardError()));
        json.put("lower", figure(simulation.lower()));
        json.put("upper", figure(simulation.upper()));
        return json;
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
