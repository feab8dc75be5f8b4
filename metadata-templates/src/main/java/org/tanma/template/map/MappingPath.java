// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in a JSON document: member names with dots between them, {@code [0]} behind a name for an element, {@code []} at the end
 * for a new one: {@code productIds[]}, {@code productCategory[0].code}.
 */
record MappingPath(String text) {
    private static final Pattern STEP = Pattern.compile("([@A-Za-z][A-Za-z0-9:_-]*)(?:\\[(\\d{0,2})])?");
    private static final int NO_ELEMENT = -1;
    private static final int NEW_ELEMENT = -2;

    /** One member, and which element of it. */
    private record Step(String name, int element) {}

    MappingPath {
        List<Step> steps = steps(text);
        for (Step step : steps.subList(0, steps.size() - 1)) {
            if (step.element() == NEW_ELEMENT) {
                throw new IllegalArgumentException("path '" + text + "' has [] before its end");
            }
        }
    }

    private static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            Matcher matcher = STEP.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not a path");
            }
            String element = matcher.group(2);
            int number = element == null ? NO_ELEMENT : element.isEmpty() ? NEW_ELEMENT : Integer.parseInt(element);
            steps.add(new Step(matcher.group(1), number));
        }
        return steps;
    }

    /** True when something stands there; a path that ends in {@code []} is filled when the array has an element. */
    boolean isFilled(ObjectNode document) {
        JsonNode at = document;
        for (Step step : steps(text)) {
            at = at.path(step.name());
            if (step.element() >= 0) {
                at = at.path(step.element());
            }
        }
        return !at.isMissingNode();
    }

    /** Puts a value there, unless one stands there already; arrays grow. True when it was put. */
    boolean put(ObjectNode document, JsonNode value) {
        ObjectNode at = document;
        List<Step> steps = steps(text);
        for (Step step : steps.subList(0, steps.size() - 1)) {
            at = step.element() == NO_ELEMENT ? member(at, step.name()) : element(array(at, step), step.element());
        }
        Step last = steps.get(steps.size() - 1);
        if (last.element() == NO_ELEMENT) {
            return !at.has(last.name()) && at.set(last.name(), value) != null;
        }
        ArrayNode array = array(at, last);
        boolean isNext = last.element() == NEW_ELEMENT || last.element() == array.size();
        if (isNext) {
            array.add(value);
        }
        return isNext;
    }

    private static ObjectNode member(ObjectNode at, String name) {
        return at.get(name) instanceof ObjectNode there ? there : at.putObject(name);
    }

    private static ArrayNode array(ObjectNode at, Step step) {
        return at.get(step.name()) instanceof ArrayNode there ? there : at.putArray(step.name());
    }

    private static ObjectNode element(ArrayNode array, int element) {
        while (array.size() <= element) {
            array.addObject();
        }
        return array.get(element) instanceof ObjectNode there ? there : array.objectNode();
    }
}
