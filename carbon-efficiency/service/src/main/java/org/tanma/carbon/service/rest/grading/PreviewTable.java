// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.tanma.carbon.service.survey.SchemePreview;

/** A preview as CSV, one row an enterprise. */
final class PreviewTable {
    static final String CSV = "text/csv";
    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final List<String> HEADER = List.of(
            "enterprise",
            "name_zh",
            "name_en",
            "grade_before",
            "grade_after",
            "moved",
            "k_before",
            "k_after",
            "l_after",
            "to_better",
            "reasons");

    private PreviewTable() {}

    static byte[] write(SchemePreview preview) {
        String rows = preview.all().stream()
                .map(PreviewTable::row)
                .map(PreviewTable::line)
                .collect(Collectors.joining());
        return (line(HEADER) + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(SchemePreview.Position position) {
        return List.of(
                position.enterprise(),
                position.nameZh(),
                position.nameEn(),
                text(position.before()),
                text(position.after()),
                moved(position.before(), position.after()),
                text(position.ratioBefore()),
                text(position.ratioAfter()),
                text(position.intensityAfter()),
                text(position.toBetter()),
                String.join(" ", position.reasons()));
    }

    private static String moved(@Nullable Integer before, @Nullable Integer after) {
        if (before == null) {
            return after == null ? "" : "graded";
        }
        return after == null ? "ungraded" : Integer.toString(after - before);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(PreviewTable::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted where needed; a text that a spreadsheet program would take for a formula gets an apostrophe. */
    private static String cell(String text) {
        String safe = text.matches("[=+@].*|-[^0-9.].*") ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
