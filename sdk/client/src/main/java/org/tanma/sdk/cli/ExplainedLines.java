// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.text.ValueText;
import tools.jackson.databind.JsonNode;

/** What a node says of an identifier of any kind, as lines for people. */
final class ExplainedLines {
    private final Messages messages;
    private final List<String[]> lines = new ArrayList<>();

    private ExplainedLines(Messages messages) {
        this.messages = messages;
    }

    /** @param answer body of {@code GET /resolve}, in JSON */
    static void print(JsonNode answer, Messages messages, PrintWriter to) {
        ExplainedLines lines = new ExplainedLines(messages);
        lines.read(answer);
        int width = lines.lines.stream().mapToInt(l -> columns(l[0])).max().orElse(0);
        for (String[] line : lines.lines) {
            to.println(line[0] + " ".repeat(width - columns(line[0]) + 2) + ValueText.escape(line[1]));
        }
    }

    private void read(JsonNode answer) {
        add("resolve.kind", text(answer, "kindTitle"));
        add("resolve.canonical", text(answer, "canonical"));
        if (answer.has("matched")) {
            add("resolve.matched", text(answer, "matched"));
        }
        add("resolve.record", messages.text("resolve.version", text(answer, "handle"), answer.path("version")));
        if (text(answer, "state").equals("retired")) {
            add("resolve.state", messages.text("resolve.retired"));
        }
        JsonNode template = answer.path("template");
        if (!template.isMissingNode()) {
            add(
                    "resolve.template",
                    text(template, "title") + " " + text(template, "version") + " (" + text(template, "handle") + ")");
        }
        for (JsonNode same : answer.path("equivalents")) {
            add("resolve.same", text(same, "kindTitle") + ": " + text(same, "text"));
        }
        for (JsonNode item : answer.path("described")) {
            String meaning = text(item, "meaning");
            String unit = text(item, "unit");
            String given = text(item, "value");
            String value = meaning.isEmpty() || meaning.equals(given) ? given : meaning + " (" + given + ")";
            lines.add(new String[] {ValueText.escape(text(item, "name")), unit.isEmpty() ? value : value + " " + unit});
        }
    }

    private void add(String key, String text) {
        lines.add(new String[] {messages.text(key), text});
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** Columns of a terminal that a text takes: two for each Chinese character. */
    private static int columns(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
