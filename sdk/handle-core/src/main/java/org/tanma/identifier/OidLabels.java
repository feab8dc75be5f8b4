// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The Unicode labels of the upper arcs, from {@code oid-labels.csv}: the first that stands there for an arc is the one
 * written, all are read.
 *
 * <p>A long arc leads from the root past a node: {@code /Country} is 2.16. Labels are compared without regard to the case
 * of ASCII letters; no two registered beside each other differ in that alone.
 */
final class OidLabels {
    private static final OidLabels KNOWN = load();
    private static final String LONG = "long";
    private static final int COLUMNS = 3;

    /** From the parent's dotted form, a slash and the label in lower case, to the child's dotted form. */
    private final Map<String, String> children = new HashMap<>();
    /** From a dotted form to the label written, and whether it stands at the root. */
    private final Map<String, Label> labels = new HashMap<>();

    private OidLabels() {}

    /** How an arc is written. */
    record Label(String text, boolean isLong) {}

    static OidLabels known() {
        return KNOWN;
    }

    private static OidLabels load() {
        OidLabels loaded = new OidLabels();
        InputStream file = Objects.requireNonNull(OidLabels.class.getResourceAsStream("oid-labels.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> List.of(line.split(",", COLUMNS))).forEach(loaded::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }

    private void add(List<String> row) {
        String oid = row.get(0);
        boolean isLong = row.get(2).equals(LONG);
        int dot = isLong ? -1 : oid.lastIndexOf('.');
        children.put(key(dot < 0 ? "" : oid.substring(0, dot), row.get(1)), oid);
        labels.putIfAbsent(oid, new Label(row.get(1), isLong));
    }

    private static String key(String parent, String label) {
        return parent + "/" + label.toLowerCase(Locale.ROOT);
    }

    /** The dotted form that a label below a node leads to; the node is the root when its dotted form is empty. */
    Optional<String> child(String parent, String label) {
        return Optional.ofNullable(children.get(key(parent, label)));
    }

    Optional<Label> label(String oid) {
        return Optional.ofNullable(labels.get(oid));
    }
}
