// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.text.ValueText;
import org.tanma.sdk.node.Violation;
import tools.jackson.databind.JsonNode;

/**
 * An evaluation, for people: the total, the grade or why there is none, the largest sources, what to know.
 *
 * <p>Figures are rounded half up to {@value #DIGITS} significant digits; the JSON has them exactly. A field that a node
 * does not send is shown as a dash, never as zero.
 */
final class EvaluationLines {
    private static final int DIGITS = 6;
    private static final int CAUSES = 3;
    private static final int PERCENT_DECIMALS = 1;
    private static final String ABSENT = "–";

    private final Messages messages;
    private final PrintWriter to;

    EvaluationLines(Messages messages, PrintWriter to) {
        this.messages = messages;
        this.to = to;
    }

    void print(JsonNode evaluation) {
        JsonNode enterprise = evaluation.path("enterprise");
        JsonNode name = enterprise.path(isChinese() ? "nameZh" : "nameEn");
        line("evaluate.id", text(evaluation.path("id")), text(name), text(enterprise.path("handle")), year(evaluation));
        JsonNode totals = evaluation.path("totals");
        line(
                "evaluate.total",
                amount(totals.path("total")),
                amount(totals.path("scope1")),
                amount(totals.path("scope2")));
        printSources(evaluation.path("sources"));
        printGrade(evaluation.path("grade"));
        for (JsonNode notice : evaluation.path("notices")) {
            line("evaluate.notice", local(notice));
        }
    }

    private void printSources(JsonNode sources) {
        if (!sources.isEmpty()) {
            line("evaluate.sources");
        }
        for (int i = 0; i < Math.min(CAUSES, sources.size()); i++) {
            JsonNode source = sources.get(i);
            line(
                    "evaluate.source",
                    local(source.path("label")),
                    amount(source.path("emission")),
                    percent(source.path("share")));
        }
    }

    private void printGrade(JsonNode grade) {
        JsonNode graded = grade.path("graded");
        if (!graded.isObject()) {
            line("evaluate.ungraded");
            List<Violation> reasons = new ArrayList<>();
            for (JsonNode reason : grade.path("reasons")) {
                reasons.add(new Violation(
                        local(reason.path("what")),
                        reason.path("given").asString(""),
                        reason.path("allowed").asString(""),
                        ""));
            }
            ViolationLines.print(reasons, messages, to);
            return;
        }
        line(
                "evaluate.grade",
                text(graded.path("grade").path("rank")),
                local(graded.path("grade").path("label")),
                local(graded.path("level").path("label")));
        line(
                "evaluate.intensity",
                amount(graded.path("intensity")),
                amount(graded.path("average")),
                rounded(text(graded.path("ratio"))));
        if (graded.path("toBetterGrade").isObject()) {
            line("evaluate.better", amount(graded.path("toBetterGrade")));
        }
    }

    private void line(String key, Object... parts) {
        to.println(ValueText.escape(messages.text(key, parts)));
    }

    private boolean isChinese() {
        return messages.language().getLanguage().equals("zh");
    }

    private String local(JsonNode text) {
        return text(text.path(isChinese() ? "zh" : "en"));
    }

    private static String year(JsonNode evaluation) {
        return text(evaluation.path("year"));
    }

    private static String text(JsonNode field) {
        return field.isMissingNode() || field.isNull() ? ABSENT : field.asString();
    }

    private static String amount(JsonNode amount) {
        String value = rounded(text(amount.path("value")));
        return amount.isObject() ? value + " " + amount.path("unit").asString("") : value;
    }

    private static String percent(JsonNode share) {
        try {
            return new BigDecimal(text(share))
                            .movePointRight(2)
                            .setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP)
                            .toPlainString()
                    + " %";
        } catch (NumberFormatException e) {
            return ABSENT;
        }
    }

    private static String rounded(String decimal) {
        try {
            BigDecimal rounded = new BigDecimal(decimal).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
            return rounded.toPlainString();
        } catch (NumberFormatException e) {
            return decimal;
        }
    }
}
