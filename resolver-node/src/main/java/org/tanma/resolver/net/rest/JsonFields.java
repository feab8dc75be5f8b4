// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.Optional;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object and where it stands in the body. Each question about a member that is not as it has to be adds a
 * violation and gives a stand-in, so that the reading goes on and finds the others.
 */
final class JsonFields {
    private final String path;
    private final JsonNode object;
    private final JsonViolations violations;

    /** {@code object} may be anything: what is no object is one violation, and then an object without members. */
    JsonFields(String path, JsonNode object, Set<String> members, JsonViolations violations) {
        this.path = path;
        this.object = object;
        this.violations = violations;
        String allowed = String.join(", ", members.stream().sorted().toList());
        if (!object.isObject()) {
            violations.add(path, object, "an object of " + allowed);
            return;
        }
        for (String name : object.propertyNames()) {
            if (!members.contains(name)) {
                violations.add(at(name), "a member not known", allowed);
            }
        }
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    boolean has(String name) {
        return !isAbsent(object.path(name));
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    String text(String name) {
        JsonNode node = node(name);
        if (!node.isString()) {
            if (object.isObject()) {
                violations.add(at(name), node, "a string");
            }
            return "";
        }
        return node.stringValue();
    }

    boolean flag(String name) {
        JsonNode node = node(name);
        if (isAbsent(node)) {
            return false;
        }
        if (!node.isBoolean()) {
            violations.add(at(name), node, "true or false");
        }
        return node.asBoolean(false);
    }

    /** A number within the bounds, also when it is written as a string. */
    long number(String name, long min, long max) {
        return number(at(name), node(name), min, max, violations);
    }

    long number(String name, long min, long max, long whenAbsent) {
        return has(name) ? number(name, min, max) : whenAbsent;
    }

    static long number(String path, JsonNode node, long min, long max, JsonViolations violations) {
        Optional<Long> number = whole(node);
        if (number.isEmpty() || number.get() < min || number.get() > max) {
            violations.add(path, node, "a whole number from " + min + " to " + max);
            return min;
        }
        return number.get();
    }

    private static Optional<Long> whole(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(node.longValue());
        }
        if (!node.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(node.stringValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A handle, checked to be one. */
    String handle(String name) {
        String text = text(name);
        if (node(name).isString()) {
            try {
                return HandleName.parse(text).toString();
            } catch (InvalidHandleException e) {
                violations.add(at(name), node(name), "a handle (" + e.getMessage() + ")");
            }
        }
        return "0.NA/0";
    }

    /** Digits 0 and 1, the highest bit first. */
    int bits(String name, int fewest, int most) {
        String digits = text(name);
        if (!digits.matches("[01]{" + fewest + "," + most + "}")) {
            if (node(name).isString()) {
                violations.add(at(name), node(name), fewest + " to " + most + " digits 0 or 1");
            }
            return 0;
        }
        return Integer.parseInt(digits, 2);
    }
}
