// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.checklist.ChecklistOutcome;
import org.tanma.carbon.grading.physical.PhysicalGrade;
import org.tanma.carbon.grading.physical.PhysicalGrade.ReferenceLine;
import org.tanma.carbon.grading.physical.PhysicalOutcome;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.GradeRun;

/** Grades of products by their energy, and checks of indicators, for people: each beside the grade among peers, never in it. */
final class OtherGradeLines {
    private final Lines lines;

    OtherGradeLines(Lines lines) {
        this.lines = lines;
    }

    void print(GradeRun run) {
        run.physical().forEach(this::print);
        @Nullable ChecklistOutcome checklist = run.checklist();
        if (checklist instanceof ChecklistOutcome.Checked checked) {
            print(checked);
        } else if (checklist instanceof ChecklistOutcome.Refused refused) {
            lines.phrase(0, "checklist.refused", refused.reasons().size());
            refused.reasons().forEach(lines::refusal);
        }
    }

    private void print(PhysicalOutcome outcome) {
        if (outcome instanceof PhysicalGrade grade) {
            lines.phrase(0, "physical.title", lines.word(grade.title()), grade.product(), grade.scheme());
            lines.phrase(1, "physical.grade", grade.grade(), lines.word(grade.label()), grade.intensity());
            lines.phrase(1, "physical.energy", Figures.rounded(grade.energy()), Figures.rounded(grade.output()));
            for (ReferenceLine line : grade.lines()) {
                lines.phrase(2, "physical.level", line.level(), line.value());
            }
            @Nullable Quantity toBetter = grade.toBetter();
            if (toBetter != null) {
                lines.phrase(1, "physical.toBetter", Figures.rounded(toBetter));
            }
            return;
        }
        PhysicalOutcome.NotGraded refused = (PhysicalOutcome.NotGraded) outcome;
        lines.phrase(0, "physical.none", refused.product(), refused.reasons().size());
        for (PhysicalOutcome.Refusal reason : refused.reasons()) {
            lines.plain(1, lines.word(reason.what()));
            lines.givenAndAllowed(reason.given(), reason.allowed());
        }
    }

    private void print(ChecklistOutcome.Checked checked) {
        lines.phrase(0, "checklist.title", lines.word(checked.title()), checked.subject(), checked.year());
        lines.phrase(0, "checklist.verdict", verdict(checked.verdict()));
        for (ChecklistOutcome.ItemResult item : checked.items()) {
            @Nullable Quantity value = item.value();
            lines.phrase(
                    1,
                    "checklist.item",
                    lines.word(item.item().title()),
                    verdict(item.verdict()),
                    value == null ? "–" : value,
                    item.item().bound());
            if (!item.missing().isEmpty()) {
                lines.phrase(2, "checklist.missing", String.join(", ", item.missing()));
            }
        }
    }

    private String verdict(ChecklistOutcome.Verdict verdict) {
        return lines.text("checklist.verdict." + verdict.code());
    }
}
