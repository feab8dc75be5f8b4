// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.life.RecordLife;
import org.tanma.template.model.TemplateVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies about records; says all that is wrong with one at once. For one request. */
final class RecordRequests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int LONGEST_SCALE = 100;
    private static final Wording HANDLE = new Wording("标识，例如 88.118.1/KILN-1", "a handle such as 88.118.1/KILN-1");

    private final JsonNode body;
    private final List<WordedViolation> violations = new ArrayList<>();

    private RecordRequests(JsonNode body) {
        this.body = body;
    }

    /** A body with these members and no others. */
    static RecordRequests of(byte[] octets, Set<String> known) {
        JsonNode body;
        try {
            body = JSON.readTree(octets);
        } catch (JacksonException e) {
            throw ProblemException.badRequest(new Wording(
                    "请求不是 JSON：" + e.getOriginalMessage(), "The request is not JSON: " + e.getOriginalMessage()));
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest(
                    new Wording("请求中有一个数的指数过大。", "A number in the request has too large an exponent."));
        }
        if (!body.isObject()) {
            throw ProblemException.badRequest(new Wording("请求不是 JSON 对象。", "The request is not a JSON object."));
        }
        RecordRequests requests = new RecordRequests(body);
        for (String name : body.propertyNames()) {
            if (!known.contains(name)) {
                String names = String.join(", ", known.stream().sorted().toList());
                requests.refuse(name, body.path(name), new Wording("下列之一：" + names, "one of " + names));
            }
        }
        return requests;
    }

    /** Ends the request when something was wrong with it. */
    void requireGood() {
        if (!violations.isEmpty()) {
            throw ProblemException.badRequest(
                    new Wording("请求格式不符，未改动任何内容。", "Nothing was changed: the request is not in the form expected."),
                    violations.toArray(new WordedViolation[0]));
        }
    }

    String text(String name, boolean isRequired, int longest) {
        JsonNode node = body.path(name);
        boolean isAbsent = node.isMissingNode() || node.isNull();
        String text = node.isString() ? node.asString().strip() : "";
        if (!isAbsent && !node.isString() || text.length() > longest || isRequired && text.isEmpty()) {
            refuse(
                    name,
                    node,
                    new Wording(
                            "文本，" + (isRequired ? 1 : 0) + " 至 " + longest + " 个字符",
                            "a text of " + (isRequired ? 1 : 0) + " to " + longest + " characters"));
            return "";
        }
        return text;
    }

    Optional<HandleName> handle(String name) {
        String text = text(name, false, 4_096);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<HandleName> handle = parse(text);
        if (handle.isEmpty()) {
            refuse(name, body.path(name), HANDLE);
        }
        return handle;
    }

    HandleName requiredHandle(String name) {
        Optional<HandleName> handle = handle(name);
        if (handle.isEmpty() && body.path(name).asString("").isBlank()) {
            refuse(name, body.path(name), HANDLE);
        }
        requireGood();
        return handle.orElseThrow();
    }

    List<HandleName> handles(String name, int most) {
        List<HandleName> handles = new ArrayList<>();
        JsonNode node = body.path(name);
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            refuse(name, node, new Wording("1 至 " + most + " 个标识的数组", "an array of 1 to " + most + " handles"));
            return handles;
        }
        int position = 0;
        for (JsonNode element : node) {
            Optional<HandleName> handle = element.isString() ? parse(element.asString()) : Optional.empty();
            if (handle.isEmpty() || handles.contains(handle.get())) {
                refuse(
                        name + "[" + position + "]",
                        element,
                        handle.isEmpty() ? HANDLE : new Wording("每个标识一次", "each handle once"));
            } else {
                handles.add(handle.get());
            }
            position++;
        }
        return handles;
    }

    private static Optional<HandleName> parse(String text) {
        try {
            return Optional.of(HandleName.parse(text));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }

    boolean flag(String name) {
        JsonNode node = body.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            refuse(name, node, new Wording("true 或 false", "true or false"));
        }
        return node.asBoolean(false);
    }

    Optional<TemplateVersion> templateVersion(String name) {
        String text = text(name, false, 40);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(TemplateVersion.parse(text));
        } catch (IllegalArgumentException e) {
            refuse(name, body.path(name), new Wording("版本，例如 1.1.0", "a version such as 1.1.0"));
            return Optional.empty();
        }
    }

    /** Items by code as texts; lists and groups as their JSON; {@code null} as the empty text, which takes an item away. */
    Map<String, String> items(String name) {
        Map<String, String> items = new LinkedHashMap<>();
        JsonNode node = body.path(name);
        if (!node.isObject()) {
            refuse(name, node, new Wording("对象：项的代码与值", "an object of item codes and values"));
            return items;
        }
        for (Map.Entry<String, JsonNode> item : node.properties()) {
            items.put(item.getKey(), value(item.getValue()));
        }
        return items;
    }

    private static String value(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isContainer()) {
            return value.toString();
        }
        boolean isPlain = value.isBigDecimal() && Math.abs(value.decimalValue().scale()) <= LONGEST_SCALE;
        return isPlain ? value.decimalValue().toPlainString() : value.asString();
    }

    private void refuse(String path, JsonNode given, Wording allowed) {
        String shown = given.isMissingNode() ? "" : given.toString();
        violations.add(new WordedViolation(
                path, shown.length() > 80 ? shown.substring(0, 79) + "…" : shown, allowed, Wording.NONE));
    }

    /** The version that has to be stored, from an entity tag such as {@code "3"} or {@code "3-en"}; empty for a star. */
    static Optional<Long> expected(@Nullable String ifMatch) {
        Wording allowed = new Wording("读取记录时得到的 ETag，例如 \"3\"", "the ETag the record was read with, such as \"3\"");
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(new WordedProblem(
                    "precondition-required",
                    428,
                    new Wording("缺少 If-Match", "If-Match is needed"),
                    new Wording(
                            "请以 If-Match 指明所读到的版本，以免覆盖他人的改动。",
                            "Say by If-Match which version you read, so that nobody else's change is written over."),
                    List.of(new WordedViolation("If-Match", "", allowed, Wording.NONE))));
        }
        String tag = ifMatch.strip();
        if (tag.equals("*")) {
            return Optional.empty();
        }
        String inside = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : "";
        String digits = inside.indexOf('-') < 0 ? inside : inside.substring(0, inside.indexOf('-'));
        if (!digits.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.badRequest(
                    new Wording("If-Match 不是本节点的 ETag。", "If-Match is no ETag of this node."),
                    new WordedViolation("If-Match", tag, allowed, Wording.NONE));
        }
        return Optional.of(Long.parseLong(digits));
    }

    String reason(boolean isRequired) {
        return text("reason", isRequired, RecordLife.MAX_REASON);
    }
}
