// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tanma.label.issue.CarbonLevel;
import org.tanma.label.issue.Grading;

/** The three badges of a code, each with the bounds it was given by and the enterprise's own class among them. */
final class Badges {
    private final Words words;

    Badges(Words words) {
        this.words = words;
    }

    List<Map<String, Object>> of(Grading grading) {
        return List.of(level(grading), grade(grading), share(grading));
    }

    private Map<String, Object> level(Grading grading) {
        CarbonLevel own = grading.level();
        String low = grading.scheme().lowCarbonMax();
        String medium = grading.scheme().mediumCarbonMax();
        return badge(
                "level",
                Mark.level(own, words.text("level." + own.code() + "-sign")),
                words.text("level." + own.code()),
                words.text("badge.level-value", Words.number(grading.intensity().value())),
                List.of(
                        bound(words.text("level.low") + " ≤ " + low, own == CarbonLevel.LOW),
                        bound(words.text("level.medium") + " ≤ " + medium, own == CarbonLevel.MEDIUM),
                        bound(words.text("level.high") + " > " + medium, own == CarbonLevel.HIGH)));
    }

    private Map<String, Object> grade(Grading grading) {
        List<String> max = grading.scheme().gradeMax();
        int own = grading.efficiencyGrade();
        List<Map<String, Object>> bounds = new ArrayList<>();
        for (int grade = 1; grade <= max.size() + 1; grade++) {
            String limit = grade <= max.size() ? " ≤ " + max.get(grade - 1) : " > " + max.get(max.size() - 1);
            bounds.add(bound(words.text("grade", Integer.toString(grade)) + limit, grade == own));
        }
        return badge(
                "grade",
                Mark.grade(own, Mark.BADGE),
                words.text("grade", Integer.toString(own)),
                words.text("badge.grade-value", grading.ratio()),
                bounds);
    }

    private Map<String, Object> share(Grading grading) {
        String share = grading.carbonNeutralSharePercent();
        return badge(
                "share",
                "",
                share == null ? words.text("badge.no-share") : share + "%",
                words.text("badge.share-value"),
                List.of(bound("0% – 100%", false)));
    }

    private Map<String, Object> badge(
            String kind, String mark, String verdict, String value, List<Map<String, Object>> bounds) {
        String name = words.text("badge." + kind);
        return Map.of("name", name, "mark", mark, "words", verdict, "value", value, "bounds", bounds);
    }

    private static Map<String, Object> bound(String text, boolean isOwn) {
        return Map.of("text", text, "isOwn", isOwn);
    }
}
