// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Activity data read from JSON: {@code {"entries":[{"source":…,"kind":…,"period":…,"amount":"18250.5","unit":"t",
 * "measured":{"ncv":{"value":"23.1","unit":"GJ/t"}}}]}}. Figures may be decimal strings or JSON numbers; both are kept to the
 * digit.
 */
final class ActivityJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final int MAX_SHOWN = 80;

    private ActivityJson() {}

    /** Reads the body; a body that is not such an object is refused whole with a problem. */
    static List<RawRow> read(byte[] octets) {
        JsonNode body;
        try {
            body = JSON.readTree(octets);
        } catch (JacksonException e) {
            throw ProblemException.badRequest(new Wording(
                    "请求正文不是 JSON：" + e.getOriginalMessage(), "The body is not JSON: " + e.getOriginalMessage() + "."));
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest(
                    new Wording("请求正文中有一个数的指数过大。", "A number in the body has too large an exponent."));
        }
        JsonNode entries = body.path("entries");
        if (!entries.isArray() || entries.isEmpty()) {
            throw ProblemException.badRequest(
                    new Wording("请求正文中没有数据条目。", "The body holds no entries."),
                    new WordedViolation(
                            "entries",
                            "",
                            new Wording("条目列表，不能为空", "a list of entries, not empty"),
                            new Wording("见 /openapi.json", "see /openapi.json")));
        }
        List<RawRow> rows = new ArrayList<>(entries.size());
        for (JsonNode entry : entries) {
            rows.add(row(rows.size() + 1, entry));
        }
        return rows;
    }

    private static RawRow row(long number, JsonNode entry) {
        Map<String, String> cells = new HashMap<>();
        Map<String, MeasuredValue> measured = new HashMap<>();
        List<WordedViolation> violations = new ArrayList<>();
        if (!entry.isObject()) {
            violations.add(new WordedViolation("row", shown(entry), new Wording("一个对象", "an object"), Wording.NONE));
        }
        entry.forEachEntry((name, value) -> {
            if (name.equals("measured")) {
                value.forEachEntry((property, v) ->
                        measured.put(property, new MeasuredValue(text(v.path("value")), text(v.path("unit")))));
            } else if (Column.find(name).isPresent()) {
                cells.put(Column.find(name).get().code(), text(value));
            } else {
                violations.add(new WordedViolation(
                        name,
                        text(value),
                        Wording.same("source, kind, period, amount, unit, meter, evidence, note, reason, measured"),
                        new Wording("实测参数写在 measured 之内", "measured properties stand inside 'measured'")));
            }
        });
        return new RawRow(number, cells, measured, violations);
    }

    private static String shown(JsonNode entry) {
        String text = entry.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isString()) {
            return value.stringValue().strip();
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }
}
