// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanma.resolver.registrar.Refusals;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.model.BilingualText;
import org.tanma.template.validate.ItemText;
import org.tanma.template.validate.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row given as a JSON object: {@code {"handle": …, "items": {…}}}, or the items beside {@code handle} and {@code suffix}.
 *
 * <p>Numbers keep the digits they were written with; lists and groups become their JSON text. What an earlier answer added is
 * passed over. A text that is no such object is a row with a defect.
 */
record JsonRow(long number, String text) implements SourceRow {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What an answer adds to a row. */
    static final String RESULT = "result";

    static final String PROBLEMS = "problems";
    static final String VIOLATIONS = "violations";

    private static final String HANDLE = "handle";
    private static final String SUFFIX = "suffix";
    private static final String ITEMS = "items";
    private static final Set<String> OURS = Set.of(HANDLE, SUFFIX, RESULT, PROBLEMS, VIOLATIONS, "row");
    private static final int LONGEST_SCALE = 100;

    @Override
    public List<String> cells() {
        return List.of(text);
    }

    @Override
    public RegistrationRow read() {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JacksonException e) {
            return broken(String.valueOf(e.getOriginalMessage()));
        } catch (NumberFormatException e) {
            return broken("a number with too large an exponent");
        }
        if (!node.isObject()) {
            return broken("not an object");
        }
        List<Violation> defects = new ArrayList<>();
        boolean isNested = node.path(ITEMS).isObject();
        Map<String, String> items = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            if (isNested && name.equals(ITEMS)) {
                member.getValue().properties().forEach(item -> put(items, item.getKey(), item.getValue()));
            } else if (isNested && !OURS.contains(name)) {
                defects.add(violation("json.member", name, Refusals.of("json.member.problem", name)));
            } else if (!OURS.contains(name)) {
                put(items, name, member.getValue());
            }
        }
        return new RegistrationRow(number, text(node, HANDLE, defects), text(node, SUFFIX, defects), items, defects);
    }

    private static void put(Map<String, String> items, String code, JsonNode value) {
        if (value.isBigDecimal()) {
            items.put(code, plain(value.decimalValue()));
        } else if (value.isContainer()) {
            items.put(code, ItemText.of(value));
        } else if (!value.isNull() && !value.asString().isEmpty()) {
            items.put(code, value.asString());
        }
    }

    private static String text(JsonNode row, String name, List<Violation> defects) {
        JsonNode node = row.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            defects.add(violation("json.text", node.toString(), Refusals.of("json.text.problem", name)));
            return "";
        }
        return node.asString();
    }

    private RegistrationRow broken(String why) {
        return new RegistrationRow(
                number, "", "", Map.of(), List.of(violation("json.row", text, Refusals.of("json.row.problem", why))));
    }

    private static Violation violation(String rule, String given, BilingualText problem) {
        return new Violation(
                "row",
                rule,
                Refusals.of("subject.row"),
                given,
                problem,
                Refusals.of("json.allowed"),
                BilingualText.EMPTY);
    }

    /** Plain notation of a number as long as that is short; else its exponent stays, for the validator to refuse. */
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > LONGEST_SCALE ? number.toString() : number.toPlainString();
    }
}
