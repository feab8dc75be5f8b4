// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.ItemText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@link RegistrationRequest} keeping numbers as they were written, and refuses what it does not know. */
final class RegistrationReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> REQUEST = Set.of("template", "mint", "atomic", "dryRun", "replace", "records");
    private static final Set<String> RECORD = Set.of("handle", "suffix", "items");

    private static final int LONGEST_SCALE = 100;

    /** A request with its rows. */
    record Read(String template, RegistrationOptions options, Optional<MintRule> mint, List<RegistrationRow> rows) {}

    private final List<WordedViolation> violations = new ArrayList<>();

    private final Function<String, Optional<MetadataTemplate>> templates;
    private Optional<MetadataTemplate> described = Optional.empty();

    private RegistrationReader(Function<String, Optional<MetadataTemplate>> templates) {
        this.templates = templates;
    }

    static Read read(byte[] body) {
        return read(body, name -> Optional.empty());
    }

    /** Reads a request; arrays and objects stand for lists and groups of the template it names. */
    static Read read(byte[] body, Function<String, Optional<MetadataTemplate>> templates) {
        return new RegistrationReader(templates).request(body);
    }

    private Read request(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw ProblemException.badRequest(new Wording(
                    "请求不是 JSON：" + e.getOriginalMessage(), "The request is not JSON: " + e.getOriginalMessage()));
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest(
                    new Wording("请求中有一个数的指数过大。", "A number in the request has too large an exponent."));
        }
        if (!root.isObject()) {
            throw ProblemException.badRequest(new Wording("请求不是 JSON 对象。", "The request is not a JSON object."));
        }
        refuseUnknown("", root, REQUEST);
        String template = text("template", root.path("template"));
        described = templates.apply(template);
        String mint = text("mint", root.path("mint"));
        RegistrationOptions options =
                new RegistrationOptions(flag("atomic", root), flag("dryRun", root), flag("replace", root));
        List<RegistrationRow> rows = new ArrayList<>();
        JsonNode records = root.path("records");
        if (records.isArray() && !records.isEmpty()) {
            records.forEach(record -> rows.add(row(rows.size(), record)));
        } else {
            refuse(
                    "records",
                    records,
                    new Wording("数组，至少一个 {handle, items}", "an array of at least one {handle, items}"));
        }
        if (template.isEmpty()) {
            refuse(
                    "template",
                    root.path("template"),
                    new Wording("模板名称，例如 device", "the name of a template, for instance device"));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.badRequest(
                    new Wording("请求格式不符，未登记任何内容。", "Nothing was registered: the request is not in the form expected."),
                    violations.toArray(new WordedViolation[0]));
        }
        return new Read(template, options, MintRules.find(mint), rows);
    }

    private RegistrationRow row(int position, JsonNode record) {
        String path = "records[" + position + "]";
        if (!record.isObject() || !record.path("items").isObject()) {
            refuse(path, record, new Wording("含 handle 与 items 的对象", "an object with handle and items"));
            return RegistrationRow.of(position + 1L, "", Map.of());
        }
        refuseUnknown(path + ".", record, RECORD);
        Map<String, String> items = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> item : record.path("items").properties()) {
            JsonNode value = item.getValue();
            if (value.isContainer() && isStructure(item.getKey())) {
                items.put(item.getKey(), ItemText.of(value));
            } else if (value.isContainer()) {
                refuse(
                        path + ".items." + item.getKey(),
                        value,
                        new Wording("文本、数字或布尔值", "a text, a number or a boolean"));
            } else if (!value.isNull()) {
                items.put(item.getKey(), value.isBigDecimal() ? plain(value.decimalValue()) : value.asString());
            }
        }
        return new RegistrationRow(
                position + 1L,
                text(path + ".handle", record.path("handle")),
                text(path + ".suffix", record.path("suffix")),
                items,
                List.of());
    }

    private boolean isStructure(String code) {
        return described
                .flatMap(t -> t.findItem(code))
                .filter(item -> item.type().isStructure())
                .isPresent();
    }

    /** Plain notation of a number as long as that is short; else its exponent stays, for the validator to refuse. */
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > LONGEST_SCALE ? number.toString() : number.toPlainString();
    }

    private String text(String path, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            refuse(path, node, new Wording("文本", "a text"));
            return "";
        }
        return Objects.requireNonNull(node.asString());
    }

    private boolean flag(String name, JsonNode root) {
        JsonNode node = root.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            refuse(name, node, new Wording("true 或 false", "true or false"));
        }
        return node.asBoolean(false);
    }

    private void refuseUnknown(String path, JsonNode object, Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                violations.add(new WordedViolation(
                        path + name,
                        name,
                        new Wording("下列之一：" + String.join("、", known), "one of " + String.join(", ", known)),
                        Wording.NONE));
            }
        }
    }

    private void refuse(String path, JsonNode given, Wording allowed) {
        String shown = given.isMissingNode() ? "" : given.toString();
        violations.add(new WordedViolation(
                path, shown.length() > 80 ? shown.substring(0, 79) + "…" : shown, allowed, Wording.NONE));
    }
}
