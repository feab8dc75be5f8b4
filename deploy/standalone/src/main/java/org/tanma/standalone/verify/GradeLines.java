// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.Band;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.Scale;
import org.tanma.carbon.grading.SchemeCatalog;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;

/**
 * A grade, for people: what was counted, L and its level, K and its grade, the bounds, what is still to be saved.
 *
 * <p>Masses are rounded to {@value Figures#DIGITS} significant digits, L, K and the bounds are not; the page says so.
 */
final class GradeLines {
    private final Lines lines;
    private final SchemeCatalog schemes;

    GradeLines(Lines lines, SchemeCatalog schemes) {
        this.lines = lines;
        this.schemes = schemes;
    }

    void print(InventoryRequest request, Grade grade, String inventoryDigest, String gradeDigest) {
        Optional<GradingScheme> scheme = schemes.find(grade.scheme());
        lines.phrase(0, "grade.title", request.subject(), request.year(), grade.scheme());
        lines.phrase(0, "figures.rounded", Figures.DIGITS);
        lines.phrase(
                0,
                "grade.counted",
                Figures.rounded(grade.grossCo2()),
                grade.numerator().code());
        lines.phrase(1, "grade.notCounted", Figures.rounded(grade.notCounted()));
        lines.phrase(1, "grade.net", Figures.rounded(grade.netCo2()));
        lines.phrase(0, "grade.valueAdded", Figures.rounded(grade.valueAdded()));
        lines.phrase(
                0,
                "grade.level",
                grade.intensity(),
                grade.level().rank(),
                lines.word(grade.level().label()));
        scheme.ifPresent(found -> print(found.levels(), grade.level()));
        lines.phrase(
                0,
                "grade.peers",
                grade.peerAverage(),
                grade.peerCount(),
                grade.peerIndustry(),
                grade.peerYear(),
                grade.peerSource());
        lines.phrase(
                0, "grade.grade", Figures.exact(grade.ratio()), grade.grade().rank());
        scheme.ifPresent(found -> print(found.grades(), grade.grade()));
        distance("grade.toBetterGrade", "grade.bestGrade", grade.toBetterGrade());
        distance("grade.toBetterLevel", "grade.bestLevel", grade.toBetterLevel());
        lines.phrase(0, "grade.neutralShare", Figures.percent(grade.neutralShare()));
        lines.phrase(0, "grade.digests", gradeDigest, inventoryDigest);
    }

    private void print(Scale scale, Band reached) {
        @Nullable BigDecimal below = null;
        for (Band band : scale.bands()) {
            @Nullable BigDecimal upTo = band.upperBound();
            String range = upTo == null
                    ? lines.text("grade.above", below == null ? "–" : Figures.exact(below))
                    : lines.text("grade.upTo", Figures.exact(upTo));
            String mark = band.equals(reached) ? "* " : "  ";
            lines.plain(1, mark + band.rank() + "  " + lines.word(band.label()) + "  " + range);
            below = upTo;
        }
    }

    private void distance(String key, String bestKey, @Nullable Quantity distance) {
        if (distance == null) {
            lines.phrase(0, bestKey);
        } else {
            lines.phrase(0, key, Figures.rounded(distance));
        }
    }
}
