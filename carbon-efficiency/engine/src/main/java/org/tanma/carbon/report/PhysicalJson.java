// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.physical.PhysicalGrade;
import org.tanma.carbon.grading.physical.PhysicalOutcome;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of grades by energy per product. */
final class PhysicalJson {
    private PhysicalJson() {}

    static List<SortedMap<String, Object>> outcomes(List<PhysicalOutcome> outcomes) {
        return outcomes.stream().map(PhysicalJson::outcome).toList();
    }

    private static SortedMap<String, Object> outcome(PhysicalOutcome outcome) {
        SortedMap<String, Object> json = object();
        json.put("scheme", outcome.scheme().toString());
        json.put("product", outcome.product());
        if (outcome instanceof PhysicalGrade grade) {
            json.put("kind", "physical-grade");
            put(json, grade);
        } else {
            json.put("kind", "not-gradable");
            json.put(
                    "reasons",
                    ((PhysicalOutcome.NotGraded) outcome)
                            .reasons().stream().map(PhysicalJson::refusal).toList());
        }
        return json;
    }

    private static void put(SortedMap<String, Object> json, PhysicalGrade grade) {
        json.put("title", text(grade.title()));
        json.put("measure", grade.measure().code());
        json.put("output", figure(grade.output()));
        json.put("energy", figure(grade.energy()));
        json.put("intensity", figure(grade.intensity()));
        json.put("wholeSite", grade.isWholeSite());
        json.put("lines", grade.lines().stream().map(PhysicalJson::line).toList());
        json.put("grade", grade.grade());
        json.put("label", text(grade.label()));
        @Nullable Quantity better = grade.toBetter();
        putIfKnown(json, "toBetter", better == null ? null : figure(better));
        json.put("parts", grade.parts().stream().map(PhysicalJson::part).toList());
        json.put("quality", grade.quality().code());
    }

    private static SortedMap<String, Object> line(PhysicalGrade.ReferenceLine line) {
        SortedMap<String, Object> json = object();
        json.put("level", line.level());
        json.put("upTo", figure(line.value()));
        json.put("printed", figure(line.printed().value()));
        json.put("edition", line.printed().edition().toString());
        json.put("id", line.printed().id());
        json.put("source", line.printed().sourceRef() + ", " + line.printed().pageOrTable());
        return json;
    }

    private static SortedMap<String, Object> part(PhysicalGrade.EnergyPart part) {
        SortedMap<String, Object> json = object();
        json.put("source", part.source());
        json.put("carrier", part.carrier());
        json.put("amount", figure(part.amount()));
        json.put("share", part.share().stripTrailingZeros().toPlainString());
        @Nullable Quantity coefficient = part.coefficient();
        putIfKnown(json, "coefficient", coefficient == null ? null : figure(coefficient));
        putIfKnown(json, "origin", part.origin().isEmpty() ? null : part.origin());
        json.put("energy", figure(part.energy()));
        return json;
    }

    private static SortedMap<String, Object> refusal(PhysicalOutcome.Refusal refusal) {
        SortedMap<String, Object> json = object();
        json.put("reason", refusal.code());
        json.put("what", text(refusal.what()));
        json.put("given", refusal.given());
        json.put("allowed", refusal.allowed());
        return json;
    }
}
