// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * On which line each part of a request file stands, for whoever must mend it.
 *
 * <p>Contract: knows the paths that readers name ({@code FILE/entries/3/amount}) and those that the engine names ({@code
 * entries/KILN/fuel/coke/2025-03}); a path that is not in the file has the line of its nearest parent that is, the
 * lists themselves aside.
 */
public final class RequestLines {
    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final String ENTRIES = "entries";

    private final String place;
    private final Map<String, Integer> lines;

    private RequestLines(String place, Map<String, Integer> lines) {
        this.place = place;
        this.lines = lines;
    }

    /** The lines of a file; none of a file that is neither CSV nor YAML nor JSON. */
    public static RequestLines of(String place, byte[] bytes) {
        Map<String, Integer> lines = new HashMap<>();
        try {
            if (RequestText.isCsv(place)) {
                CsvRequest.Read read = RequestText.csv(place, bytes, true);
                read.lines().forEach((path, line) -> {
                    lines.put(path, line);
                    lines.putIfAbsent(path.replaceFirst("^inventory/", ""), line);
                });
                name(read.tree(), lines);
            } else {
                String text = RequestText.decode(place, bytes);
                walk(text, lines);
                name(MAPPER.readTree(text), lines);
            }
        } catch (JacksonException | EditionFormatException e) {
            return new RequestLines(place, lines);
        }
        return new RequestLines(place, lines);
    }

    private static void walk(String text, Map<String, Integer> lines) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    String pointer = parser.streamReadContext().pathAsPointer().toString();
                    lines.putIfAbsent(
                            pointer.replaceFirst("^/", "").replace("~1", "/").replace("~0", "~"),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
    }

    /** Adds the engine's names of the entries. */
    private static void name(JsonNode tree, Map<String, Integer> lines) {
        boolean isInside = !tree.has(ENTRIES);
        JsonNode entries = isInside ? tree.path("inventory").path(ENTRIES) : tree.path(ENTRIES);
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            Integer line = lines.get((isInside ? "inventory/" : "") + ENTRIES + "/" + i);
            if (line != null) {
                lines.putIfAbsent(
                        ENTRIES + "/" + entry.path("source").asString("")
                                + "/" + entry.path("activity").asString("")
                                + "/" + entry.path("period").asString(""),
                        line);
            }
        }
    }

    /** The line of a path, counted from 1; empty if not even its parents are known. */
    public OptionalInt lineOf(String path) {
        String rest = path.startsWith(place + "/") ? path.substring(place.length() + 1) : path;
        while (!rest.isEmpty()) {
            Integer line = lines.get(rest);
            if (line != null) {
                return OptionalInt.of(line);
            }
            int solidus = rest.lastIndexOf('/');
            boolean isWhole = solidus < 0 || rest.indexOf('/') == solidus;
            rest = isWhole ? "" : rest.substring(0, solidus);
        }
        return OptionalInt.empty();
    }
}
