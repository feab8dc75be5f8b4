// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Assessment;
import org.tanma.carbon.analysis.Comparison;
import org.tanma.carbon.cbam.CbamOutcome;
import org.tanma.carbon.comparison.MethodComparison;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.checklist.ChecklistOutcome;
import org.tanma.carbon.grading.physical.PhysicalOutcome;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.whatif.WhatIf;
import tools.jackson.databind.JsonNode;

/**
 * A request or a result as canonical JSON, with its digest.
 *
 * <p>Shape: UTF-8 JSON without white space, keys in the order of their UTF-16 units, figures as {@code
 * {"unit":"t","value":"12.5"}} with plain decimal text, absent things left out. Contract: equal results give equal bytes,
 * on any machine and in any order of entries; entries and parameters are written in a fixed order.
 *
 * @param json the text
 * @param digest {@code sha256:} and 64 hexadecimal digits, of the UTF-8 bytes of {@code json}
 */
public record ResultDocument(String json, String digest) {
    /** An inventory with its request and trace, or the list of what is missing. */
    public static ResultDocument of(InventoryOutcome outcome) {
        return CanonicalJson.document(InventoryJson.outcome(outcome));
    }

    /** Embedded emissions of an installation's goods with request and trace, or the list of what is missing. */
    public static ResultDocument of(CbamOutcome outcome) {
        return CanonicalJson.document(CbamJson.outcome(outcome));
    }

    /** A grade, or the reasons why there is none. */
    public static ResultDocument of(GradeOutcome outcome) {
        return CanonicalJson.document(GradeJson.outcome(outcome));
    }

    /** Grades of products by their energy alone, or why there are none. */
    public static ResultDocument of(List<PhysicalOutcome> physical) {
        SortedMap<String, Object> json = CanonicalJson.object();
        json.put("kind", "physical-grades");
        json.put("physical", PhysicalJson.outcomes(physical));
        return CanonicalJson.document(json);
    }

    /** A grade among peers and, beside it, grades of products by their energy: never one figure. */
    public static ResultDocument of(GradeOutcome outcome, List<PhysicalOutcome> physical) {
        if (physical.isEmpty()) {
            return of(outcome);
        }
        SortedMap<String, Object> json = CanonicalJson.object();
        json.put("kind", "grades");
        json.put("amongPeers", GradeJson.outcome(outcome));
        json.put("physical", PhysicalJson.outcomes(physical));
        return CanonicalJson.document(json);
    }

    /** A check of indicators. */
    public static ResultDocument of(ChecklistOutcome outcome) {
        return CanonicalJson.document(ChecklistJson.outcome(outcome));
    }

    /** The same data by two methods: both outcomes, and the terms side by side. */
    public static ResultDocument of(MethodComparison comparison) {
        return CanonicalJson.document(MethodComparisonJson.comparison(comparison));
    }

    /** A request, in the form that the request reader takes. */
    public static ResultDocument of(InventoryRequest request) {
        return CanonicalJson.document(RequestJson.request(request));
    }

    /** A trace, or any branch of one. */
    public static ResultDocument of(TraceNode node) {
        return CanonicalJson.document(TraceJson.node(node));
    }

    /** How complete, how good and how uncertain an inventory is. */
    public static ResultDocument of(Assessment assessment) {
        return CanonicalJson.document(AssessmentJson.assessment(assessment));
    }

    /** One inventory against another. */
    public static ResultDocument of(Comparison comparison) {
        return CanonicalJson.document(ComparisonJson.comparison(comparison));
    }

    /**
     * What would be, beside what is.
     *
     * @param gradeBefore grade of what is; null where none was asked for
     * @param gradeAfter grade of what would be; null where none was asked for
     */
    public static ResultDocument of(
            WhatIf whatIf, @Nullable GradeOutcome gradeBefore, @Nullable GradeOutcome gradeAfter) {
        return CanonicalJson.document(WhatIfJson.whatIf(whatIf, gradeBefore, gradeAfter));
    }

    /** Any JSON in canonical form. */
    public static ResultDocument canonical(JsonNode node) {
        return CanonicalJson.document(node);
    }
}
