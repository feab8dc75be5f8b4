// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.tanma.handle.text.ValueText;
import tools.jackson.databind.JsonNode;

/** The plain fields of a JSON object as lines of name and value; lists and what lies deeper than one level are left out. */
final class JsonLines {
    private JsonLines() {}

    static void print(JsonNode object, PrintWriter to) {
        print("", object, to);
    }

    private static void print(String prefix, JsonNode object, PrintWriter to) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                to.println(ValueText.escape(
                        prefix + field.getKey() + ": " + field.getValue().asString()));
            } else if (field.getValue().isObject() && prefix.isEmpty()) {
                print(field.getKey() + ".", field.getValue(), to);
            }
        }
    }
}
