// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML or JSON mapping that is read strictly: absent, surplus and mistyped keys are refused with their place. */
final class YamlObject {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");

    private final String place;
    private final JsonNode node;

    private YamlObject(String place, JsonNode node) {
        if (!node.isObject()) {
            throw new EditionFormatException(place, "must be a mapping");
        }
        this.place = place;
        this.node = node;
    }

    static YamlObject of(String place, JsonNode node) {
        return new YamlObject(place, node);
    }

    static YamlObject parse(String place, byte[] bytes) {
        try {
            return new YamlObject(place, MAPPER.readTree(RequestText.decode(place, bytes)));
        } catch (JacksonException e) {
            String problem =
                    LINE_ENDS.matcher(e.getOriginalMessage()).replaceAll(" ").strip();
            throw new EditionFormatException(place, "is not YAML: " + problem, e);
        }
    }

    /** Refuses keys other than these, naming them all. */
    YamlObject allowing(String... keys) {
        List<String> allowed = List.of(keys);
        String unknown = node.propertyNames().stream()
                .filter(key -> !allowed.contains(key))
                .map(key -> "'" + key + "'")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new EditionFormatException(
                    place, "unknown key " + unknown + "; allowed: " + String.join(", ", allowed));
        }
        return this;
    }

    String place() {
        return place;
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    String text(String key) {
        String text = findText(key);
        if (text == null) {
            throw new EditionFormatException(place, "'" + key + "' is missing");
        }
        return text;
    }

    /** Text, quoted or an integer; a decimal must be quoted, so that no binary fraction comes between. */
    @Nullable
    String findText(String key) {
        return has(key) ? text(node.get(key), key) : null;
    }

    private String text(JsonNode value, String key) {
        if (!value.isString() && !value.isIntegralNumber()) {
            throw new EditionFormatException(place, "'" + key + "' must be text in quotes");
        }
        return value.asString();
    }

    int integer(String key) {
        if (!has(key) || !node.get(key).isInt()) {
            throw new EditionFormatException(place, "'" + key + "' must be a whole number");
        }
        return node.get(key).asInt();
    }

    boolean flag(String key, boolean ifAbsent) {
        if (!has(key)) {
            return ifAbsent;
        }
        if (!node.get(key).isBoolean()) {
            throw new EditionFormatException(place, "'" + key + "' must be true or false");
        }
        return node.get(key).asBoolean();
    }

    LocalText localText(String key) {
        YamlObject text = object(key).allowing("zh", "en");
        return new LocalText(text.text("zh"), text.text("en"));
    }

    YamlObject object(String key) {
        if (!has(key)) {
            throw new EditionFormatException(place, "'" + key + "' is missing");
        }
        return new YamlObject(place + "/" + key, node.get(key));
    }

    /** The mappings of a list; none if it is absent. */
    List<YamlObject> objects(String key) {
        List<YamlObject> objects = new ArrayList<>();
        for (JsonNode element : elements(key)) {
            objects.add(new YamlObject(place + "/" + key + "/" + objects.size(), element));
        }
        return objects;
    }

    /** The texts of a list; none if it is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(key)) {
            texts.add(text(element, key));
        }
        return texts;
    }

    private Iterable<JsonNode> elements(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!node.get(key).isArray()) {
            throw new EditionFormatException(place, "'" + key + "' must be a list");
        }
        return node.get(key);
    }

    /** Texts by key of a mapping; empty if it is absent. */
    Map<String, String> textMap(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        if (has(key)) {
            YamlObject inner = object(key);
            for (String name : inner.node.propertyNames()) {
                map.put(name, inner.text(name));
            }
        }
        return map;
    }

    /** Mappings by key of a mapping; empty if it is absent. */
    Map<String, YamlObject> objectMap(String key) {
        Map<String, YamlObject> map = new LinkedHashMap<>();
        if (has(key)) {
            YamlObject inner = object(key);
            for (String name : inner.node.propertyNames()) {
                map.put(name, inner.object(name));
            }
        }
        return map;
    }
}
