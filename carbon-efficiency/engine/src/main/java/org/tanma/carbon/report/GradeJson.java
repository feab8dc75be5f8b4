// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.Band;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.grading.Reference;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of a grade, or of the reasons why there is none. */
final class GradeJson {
    private GradeJson() {}

    static SortedMap<String, Object> outcome(GradeOutcome outcome) {
        return outcome instanceof Grade grade ? grade(grade) : notGradable((NotGradable) outcome);
    }

    private static SortedMap<String, Object> notGradable(NotGradable refused) {
        SortedMap<String, Object> json = object();
        json.put("kind", "not-gradable");
        json.put("reasons", refused.reasons().stream().map(GradeJson::refusal).toList());
        return json;
    }

    static SortedMap<String, Object> refusal(NotGradable.Refusal refusal) {
        SortedMap<String, Object> json = object();
        json.put("reason", refusal.reason().code());
        json.put("what", text(refusal.what()));
        json.put("given", refusal.given());
        json.put("allowed", refusal.allowed());
        return json;
    }

    private static SortedMap<String, Object> grade(Grade grade) {
        SortedMap<String, Object> json = object();
        json.put("kind", "grade");
        json.put("scheme", grade.scheme().toString());
        json.put("numerator", grade.numerator().code());
        json.put("grossCo2", figure(grade.grossCo2()));
        json.put("netCo2", figure(grade.netCo2()));
        json.put("notCounted", figure(grade.notCounted()));
        json.put("valueAdded", figure(grade.valueAdded()));
        json.put("intensity", figure(grade.intensity()));
        json.put("level", band(grade.level()));
        json.put("peers", peers(grade));
        json.put("ratio", plain(grade.ratio()));
        json.put("grade", band(grade.grade()));
        json.put("neutralShare", figure(grade.neutralShare()));
        putIfKnown(json, "toBetterGrade", figureOrNull(grade.toBetterGrade()));
        putIfKnown(json, "toBetterLevel", figureOrNull(grade.toBetterLevel()));
        putIfKnown(json, "reference", reference(grade.reference()));
        return json;
    }

    private static SortedMap<String, Object> peers(Grade grade) {
        SortedMap<String, Object> json = object();
        json.put("average", figure(grade.peerAverage()));
        json.put("count", grade.peerCount());
        json.put("industry", grade.peerIndustry());
        json.put("year", grade.peerYear());
        json.put("source", grade.peerSource());
        return json;
    }

    /** Left out for a weighted mean, which every grade was compared with at first. */
    private static @Nullable Object reference(Reference reference) {
        SortedMap<String, Object> json = object();
        json.put("kind", reference.code());
        if (reference instanceof Reference.Percentile percentile) {
            json.put("percent", plain(percentile.percent()));
            json.put("definition", percentile.definition().code());
            return json;
        }
        if (reference instanceof Reference.Benchmark benchmark) {
            json.put("value", figure(benchmark.value()));
            json.put("source", benchmark.from());
            return json;
        }
        return null;
    }

    private static SortedMap<String, Object> band(Band band) {
        SortedMap<String, Object> json = object();
        @Nullable BigDecimal bound = band.upperBound();
        json.put("rank", band.rank());
        json.put("label", text(band.label()));
        putIfKnown(json, band.isBoundIncluded() ? "upTo" : "below", bound == null ? null : plain(bound));
        return json;
    }

    private static @Nullable Object figureOrNull(@Nullable Quantity quantity) {
        return quantity == null ? null : figure(quantity);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
