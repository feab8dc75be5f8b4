// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON body strictly, and remembers everything that is wrong with it. */
final class StrictBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LONGEST = 64 << 10;

    private final List<WordedViolation> violations = new ArrayList<>();

    /** The body as an object; throws a problem when it is none. */
    static JsonNode object(byte[] octets) {
        if (octets.length > LONGEST) {
            throw ProblemException.badRequest(
                    new Wording("正文过长。", "The body is too long."),
                    new WordedViolation(
                            "",
                            octets.length + " B",
                            new Wording("不超过 " + LONGEST + " 字节", "at most " + LONGEST + " octets"),
                            Wording.NONE));
        }
        try {
            JsonNode node = JSON.readTree(octets);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw ProblemException.badRequest(
                    new Wording("正文不是 JSON：第 " + line(e) + " 行。", "The body is not JSON: line " + line(e) + "."));
        }
        throw ProblemException.badRequest(new Wording("正文应为一个 JSON 对象。", "The body must be a JSON object."));
    }

    private static int line(JacksonException e) {
        var location = e.getLocation();
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    void add(String path, String given, Wording allowed, Wording hint) {
        violations.add(
                new WordedViolation(path, given.length() > 80 ? given.substring(0, 80) + "…" : given, allowed, hint));
    }

    boolean isSound() {
        return violations.isEmpty();
    }

    /** Throws one problem that names all violations, if there are any. */
    void requireSound(String name, Wording detail) {
        if (!violations.isEmpty()) {
            throw ProblemException.unprocessable(name, detail, violations);
        }
    }

    void allow(JsonNode node, String path, Set<String> keys) {
        node.propertyNames().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> add(
                        join(path, key),
                        key,
                        Wording.same(String.join(", ", new TreeSet<>(keys))),
                        new Wording("没有这个字段", "there is no such member")));
    }

    /** The objects of a list; none where it is absent. */
    List<JsonNode> objects(JsonNode node, String path, String key, int most) {
        JsonNode list = node.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        List<JsonNode> objects = new ArrayList<>();
        if (list.isArray() && list.size() <= most) {
            list.forEach(objects::add);
        }
        if (!list.isArray() || list.size() > most || objects.stream().anyMatch(each -> !each.isObject())) {
            add(
                    join(path, key),
                    list.isArray() ? list.size() + "" : list.toString(),
                    new Wording("对象的列表，最多 " + most + " 个", "a list of objects, at most " + most),
                    Wording.NONE);
            return List.of();
        }
        return objects;
    }

    /** Text that a function understands; remembered as wrong, and null, when it does not. */
    <T> @Nullable T value(
            JsonNode node, String path, String key, Wording allowed, Function<String, Optional<T>> understood) {
        JsonNode value = node.path(key);
        String given = value.isString() || value.isIntegralNumber()
                ? value.asString()
                : value.isMissingNode() ? "" : value.toString();
        Optional<T> read =
                value.isString() || value.isIntegralNumber() ? understood.apply(given.strip()) : Optional.empty();
        if (read.isEmpty()) {
            add(join(path, key), given, allowed, Wording.NONE);
            return null;
        }
        return read.get();
    }

    @Nullable
    String text(JsonNode node, String path, String key, Wording allowed, Pattern pattern) {
        return value(
                node,
                path,
                key,
                allowed,
                text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
