// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tanma.resolver.registrar.RowReport;
import org.tanma.resolver.registrar.SheetAnswer;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.validate.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refused rows as JSON Lines, or as the {@code records} of a request when a template is named; each object with {@code result},
 * {@code problems} and {@code violations}. A line that was no object comes back as text at {@code row}.
 */
final class JsonRowWriter implements RowWriter {
    private final Writer out;
    private final boolean isArray;
    private final Locale locale;
    private boolean isFirst = true;

    JsonRowWriter(Path file, String template, Locale locale) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.isArray = !template.isEmpty();
        this.locale = locale;
        if (isArray) {
            out.write("{\"template\":" + JsonRow.JSON.writeValueAsString(template) + ",\"records\":[\n");
        }
    }

    @Override
    public void write(SourceRow row, List<Violation> violations) throws IOException {
        ObjectNode json = object(row.cells().get(0));
        json.put(JsonRow.RESULT, RowReport.Status.REJECTED.code());
        json.put(JsonRow.PROBLEMS, SheetAnswer.problems(violations, locale));
        var listed = json.putArray(JsonRow.VIOLATIONS);
        for (Violation violation : violations) {
            listed.addObject()
                    .put("path", violation.path())
                    .put("rule", violation.rule())
                    .put("given", violation.given())
                    .put("allowed", violation.allowed().in(locale))
                    .put("hint", violation.hint().in(locale));
        }
        out.write(isArray && !isFirst ? ",\n" : "");
        out.write(json.toString());
        out.write(isArray ? "" : "\n");
        isFirst = false;
    }

    private static ObjectNode object(String text) {
        try {
            JsonNode json = JsonRow.JSON.readTree(text);
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException | NumberFormatException e) {
            return JsonRow.JSON.createObjectNode().put("row", text);
        }
        return JsonRow.JSON.createObjectNode().put("row", text);
    }

    @Override
    public void close() throws IOException {
        if (isArray) {
            out.write("\n]}\n");
        }
        out.close();
    }
}
