// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.report.replay.Replayed.Difference;
import tools.jackson.databind.JsonNode;

/** Where two JSON trees differ, in the order of their names. */
public final class JsonDifferences {
    /** As many as are listed: what follows from the first ones tells a reader little. */
    public static final int MOST = 20;

    private static final int LONGEST_TEXT = 120;

    private final List<Difference> found = new ArrayList<>();

    private JsonDifferences() {}

    /** At most {@value #MOST} differences. */
    public static List<Difference> between(JsonNode given, JsonNode computed) {
        JsonDifferences differences = new JsonDifferences();
        differences.compare("", given, computed);
        return differences.found;
    }

    private void compare(String path, @Nullable JsonNode given, @Nullable JsonNode computed) {
        if (found.size() >= MOST || given != null && given.equals(computed)) {
            return;
        }
        if (given != null && computed != null && given.isObject() && computed.isObject()) {
            TreeSet<String> names = new TreeSet<>(given.propertyNames());
            names.addAll(computed.propertyNames());
            names.forEach(name -> compare(path + "/" + name, given.get(name), computed.get(name)));
        } else if (given != null && computed != null && given.isArray() && computed.isArray()) {
            for (int i = 0; i < Math.max(given.size(), computed.size()); i++) {
                compare(path + "/" + i, given.get(i), computed.get(i));
            }
        } else {
            found.add(new Difference(path, shown(given), shown(computed)));
        }
    }

    private static String shown(@Nullable JsonNode node) {
        if (node == null) {
            return "";
        }
        String text = node.isValueNode() ? node.asString() : node.toString();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
