// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as CSV, one figure or statement a row, turned into the tree that the same request has in YAML.
 *
 * <p>Shape: the columns of {@link #COLUMNS} in any order, {@code what} and {@code value} at least; docs/carbon/files.md lists
 * the words allowed in {@code what}. Errors: {@link EditionFormatException}s with their line, all of them.
 */
final class CsvRequest {
    static final List<String> COLUMNS =
            List.of("what", "name", "activity", "period", "parameter", "value", "unit", "evidence", "meter");

    private static final List<String> BASIS = List.of("method", "fuelSet", "gwpSet", "geography", "valueChain");
    private static final List<String> PEERS =
            List.of("peersIndustry", "peersYear", "peersSource", "peersRegion", "peersSize");
    private static final List<String> GRADING = List.of(
            "scheme",
            "industry",
            "region",
            "size",
            "valueAdded",
            "energy",
            "deduction",
            "peerEmission",
            "peerValueAdded",
            "peersIndustry",
            "peersYear",
            "peersSource",
            "peersRegion",
            "peersSize");
    private static final List<String> INVENTORY = List.of(
            "subject",
            "year",
            "method",
            "fuelSet",
            "gwpSet",
            "geography",
            "valueChain",
            "entry",
            "measured",
            "parameter",
            "absent",
            "activityLevel",
            "source");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String place;
    private final boolean isGrading;
    private final ObjectNode root = MAPPER.createObjectNode();
    private final ObjectNode inventory;
    private final Map<String, ObjectNode> entries = new HashMap<>();
    private final Map<String, ObjectNode> peers = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<EditionFormatException> faults = new ArrayList<>();

    private CsvRequest(String place, boolean isGrading) {
        this.place = place;
        this.isGrading = isGrading;
        this.inventory = isGrading ? root.putObject("inventory") : root;
        inventory.putArray("entries");
        inventory.putArray("absentTerms");
    }

    /**
     * What came of reading.
     *
     * @param tree as in YAML
     * @param lines line of each part of the tree, by its path without a leading solidus
     * @param faults everything wrong; the tree is of no use unless empty
     */
    record Read(JsonNode tree, Map<String, Integer> lines, List<EditionFormatException> faults) {}

    static Read read(String place, String text, boolean isGrading) {
        CsvRequest request = new CsvRequest(place, isGrading);
        List<NamedCsvRecord> measured = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            boolean isHeaderChecked = false;
            for (NamedCsvRecord row : reader) {
                if (!isHeaderChecked) {
                    request.checkHeader(row);
                    isHeaderChecked = true;
                }
                if (request.field(row, "what").orElse("").equals("measured")) {
                    measured.add(row);
                } else {
                    request.attempt(row);
                }
            }
            measured.forEach(request::attempt);
            if (!isHeaderChecked) {
                request.faults.add(new EditionFormatException(place, "holds no row"));
            }
        } catch (CsvParseException e) {
            request.faults.add(new EditionFormatException(place, "is not CSV: " + e.getMessage(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Read(request.root, request.lines, request.faults);
    }

    private void checkHeader(NamedCsvRecord row) {
        List<String> unknown =
                row.getHeader().stream().filter(name -> !COLUMNS.contains(name)).toList();
        if (!unknown.isEmpty()
                || !row.getHeader().contains("what")
                || !row.getHeader().contains("value")) {
            faults.add(new EditionFormatException(
                    place + " line 1",
                    "the columns are " + String.join(",", COLUMNS) + "; given: " + String.join(",", row.getHeader())));
        }
    }

    private void attempt(NamedCsvRecord row) {
        if (!faults.isEmpty() && faults.get(0).place().endsWith(" line 1")) {
            return;
        }
        try {
            take(row);
        } catch (EditionFormatException e) {
            faults.add(e);
        }
    }

    private void take(NamedCsvRecord row) {
        String what = text(row, "what");
        List<String> allowed = new ArrayList<>(INVENTORY);
        if (isGrading) {
            allowed.addAll(GRADING);
        }
        if (!allowed.contains(what)) {
            String problem = GRADING.contains(what)
                    ? "what: '" + what + "' belongs in a file for tanma grade"
                    : "what: '" + what + "' is not one of " + String.join(", ", allowed);
            throw fault(row, problem);
        }
        if (BASIS.contains(what)) {
            once(row, child(inventory, "basis"), inside("basis/" + what), what, text(row, "value"));
        } else if (PEERS.contains(what)) {
            String key = Character.toLowerCase(what.charAt(5)) + what.substring(6);
            once(row, child(root, "peers"), "peers/" + key, key, text(row, "value"));
        } else {
            other(row, what);
        }
    }

    private void other(NamedCsvRecord row, String what) {
        switch (what) {
            case "subject", "year" -> once(row, inventory, inside(what), what, text(row, "value"));
            case "scheme", "industry", "region", "size" -> once(row, root, what, what, text(row, "value"));
            case "activityLevel" -> figure(row, inventory, inside(what), what);
            case "valueAdded", "energy" -> figure(row, root, what, what);
            case "deduction" ->
                figure(row, child(root, "deductions"), "deductions/" + text(row, "name"), text(row, "name"));
            case "absent" -> ((ArrayNode) inventory.get("absentTerms")).add(text(row, "value"));
            case "entry" -> entry(row);
            case "measured" -> measured(row);
            case "parameter" -> parameter(row);
            case "source" ->
                once(
                        row,
                        child(child(inventory, "sources"), text(row, "name")),
                        inside("sources/" + text(row, "name") + "/" + text(row, "parameter")),
                        text(row, "parameter"),
                        text(row, "value"));
            case "peerEmission" -> figure(row, peer(row), lineOf(peer(row)) + "/emission", "emission");
            default -> figure(row, peer(row), lineOf(peer(row)) + "/valueAdded", "valueAdded");
        }
    }

    private void entry(NamedCsvRecord row) {
        ArrayNode list = (ArrayNode) inventory.get("entries");
        lines.put(inside("entries/" + list.size()), line(row));
        ObjectNode entry = list.addObject();
        entry.put("source", text(row, "name"));
        entry.put("activity", text(row, "activity"));
        entry.put("period", text(row, "period"));
        entry.putObject("amount").put("value", text(row, "value")).put("unit", text(row, "unit"));
        field(row, "meter").ifPresent(meter -> entry.put("meter", meter));
        field(row, "evidence").ifPresent(digest -> entry.put("evidenceDigest", digest));
        entries.putIfAbsent(key(row), entry);
    }

    private void measured(NamedCsvRecord row) {
        @Nullable ObjectNode entry = entries.get(key(row));
        if (entry == null) {
            throw fault(row, "there is no entry of " + key(row) + " that this value is measured for");
        }
        evidence(row, child(child(entry, "measured"), text(row, "parameter")));
    }

    private void parameter(NamedCsvRecord row) {
        ArrayNode list = inventory.has("parameters")
                ? (ArrayNode) inventory.get("parameters")
                : inventory.putArray("parameters");
        lines.put(inside("parameters/" + list.size()), line(row));
        ObjectNode shared = list.addObject();
        shared.put("scope", text(row, "name"));
        shared.put("parameter", text(row, "parameter"));
        evidence(row, shared);
    }

    private void evidence(NamedCsvRecord row, ObjectNode into) {
        into.put("value", text(row, "value"));
        into.put("unit", text(row, "unit"));
        into.put("evidence", text(row, "evidence"));
    }

    private ObjectNode peer(NamedCsvRecord row) {
        return peers.computeIfAbsent(text(row, "name"), name -> {
            ObjectNode list = child(root, "peers");
            ArrayNode rows = list.has("rows") ? (ArrayNode) list.get("rows") : list.putArray("rows");
            lines.put("peers/rows/" + rows.size(), line(row));
            return rows.addObject().put("subject", name);
        });
    }

    private String lineOf(ObjectNode peer) {
        return "peers/rows/" + List.copyOf(peers.values()).indexOf(peer);
    }

    private void figure(NamedCsvRecord row, ObjectNode into, String path, String key) {
        if (into.has(key)) {
            throw fault(row, "'" + key + "' is given twice");
        }
        lines.put(path, line(row));
        into.putObject(key).put("value", text(row, "value")).put("unit", text(row, "unit"));
    }

    private void once(NamedCsvRecord row, ObjectNode into, String path, String key, String value) {
        if (into.has(key)) {
            throw fault(row, "'" + key + "' is given twice");
        }
        lines.put(path, line(row));
        boolean isWhole = key.equals("year") && WHOLE.matcher(value).matches();
        into.set(key, isWhole ? MAPPER.getNodeFactory().numberNode(Integer.parseInt(value)) : stringNode(value));
    }

    private static JsonNode stringNode(String value) {
        return MAPPER.getNodeFactory().stringNode(value);
    }

    private static ObjectNode child(ObjectNode parent, String key) {
        return parent.has(key) ? (ObjectNode) parent.get(key) : parent.putObject(key);
    }

    private String inside(String path) {
        return isGrading ? "inventory/" + path : path;
    }

    private String key(NamedCsvRecord row) {
        return text(row, "name") + "/" + text(row, "activity") + "/" + text(row, "period");
    }

    private String text(NamedCsvRecord row, String column) {
        return field(row, column).orElseThrow(() -> fault(row, "'" + column + "' is empty"));
    }

    private Optional<String> field(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(text -> !text.isEmpty());
    }

    private EditionFormatException fault(NamedCsvRecord row, String problem) {
        return new EditionFormatException(place + " line " + line(row), problem);
    }

    private static int line(NamedCsvRecord row) {
        return Math.toIntExact(row.getStartingLineNumber());
    }
}
