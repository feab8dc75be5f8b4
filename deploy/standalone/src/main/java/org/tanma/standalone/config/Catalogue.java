// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All knobs, in the order in which they are shown. */
public final class Catalogue {
    private static final int COLUMNS = 8;

    private final Map<String, Knob> knobs = new LinkedHashMap<>();

    private Catalogue(List<String> rows) {
        for (String row : rows) {
            String[] cells = row.split(",", COLUMNS);
            knobs.put(
                    cells[0],
                    new Knob(
                            cells[0],
                            KnobKind.valueOf(cells[1]),
                            cells[2],
                            number(cells[3]),
                            number(cells[4]),
                            cells[5],
                            cells[6],
                            cells[7]));
        }
    }

    private static long number(String cell) {
        return cell.isEmpty() ? 0 : Long.parseLong(cell);
    }

    public static Catalogue load() {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream("knobs.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Catalogue(reader.lines().skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of knobs cannot be read", e);
        }
    }

    public List<Knob> knobs() {
        return List.copyOf(knobs.values());
    }

    Optional<Knob> find(String key) {
        return Optional.ofNullable(knobs.get(key));
    }

    List<String> sections() {
        return knobs.values().stream().map(Knob::section).distinct().toList();
    }

    List<String> names(String section) {
        return knobs.values().stream()
                .filter(knob -> knob.section().equals(section))
                .map(Knob::name)
                .toList();
    }
}
