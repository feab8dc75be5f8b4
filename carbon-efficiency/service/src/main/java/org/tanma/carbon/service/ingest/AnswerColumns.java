// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Violation;
import org.tanma.kit.rest.Wording;

/** The columns that a table comes back with: what became of the row, the version that holds it, what is wrong with it. */
final class AnswerColumns {
    private static final List<Wording> HEADINGS = List.of(
            new Wording("填报结果", "Result"),
            new Wording("台账版本", "Ledger version"),
            new Wording("问题与改法", "What is wrong"));

    private AnswerColumns() {}

    static List<String> headings(Language language) {
        return HEADINGS.stream().map(h -> h.in(language)).toList();
    }

    /** True for the heading of such a column in either language; its cells are not read. */
    static boolean isOne(String heading) {
        String plain = heading.strip();
        return HEADINGS.stream().flatMap(h -> Stream.of(h.zh(), h.en())).anyMatch(plain::equalsIgnoreCase);
    }

    static List<String> cells(RowReport row, Language language) {
        String problems = row.violations().stream()
                .map(v -> text(v.in(language), language))
                .collect(Collectors.joining("\n"));
        return List.of(
                row.status().wording().in(language),
                row.version() == 0 ? "" : Integer.toString(row.version()),
                problems);
    }

    private static String text(Violation violation, Language language) {
        boolean isChinese = language == Language.ZH;
        String given = violation.given().isEmpty()
                ? ""
                : isChinese ? "“" + violation.given() + "”：" : "'" + violation.given() + "': ";
        String needed = violation.allowed().isEmpty()
                ? ""
                : isChinese ? "应为" + violation.allowed() : "needed is " + violation.allowed();
        String hint = violation.hint().isEmpty() ? "" : (isChinese ? "；" : "; ") + violation.hint();
        return violation.path() + " " + given + needed + hint + (isChinese ? "。" : ".");
    }
}
