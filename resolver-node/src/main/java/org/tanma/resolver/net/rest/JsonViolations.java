// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a JSON body: every violation with its path, what was given and what is allowed.
 *
 * <p>Keeps the first {@value #MOST}, and counts the rest. For one thread.
 */
final class JsonViolations {
    private static final int MOST = 50;
    private static final int MOST_SHOWN = 60;

    private final List<String> sentences = new ArrayList<>();
    private int count;

    void add(String path, JsonNode given, String allowed) {
        add(path, given.isMissingNode() ? "nothing" : shortened(given.toString()), allowed);
    }

    void add(String path, String given, String allowed) {
        count++;
        if (sentences.size() < MOST) {
            sentences.add((path.isEmpty() ? "the body" : path) + " is " + given + "; allowed is " + allowed);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** All of them in one line. */
    String sentence() {
        String text = String.join(". ", sentences);
        return count > sentences.size() ? text + ". And " + (count - sentences.size()) + " more" : text;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MOST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }
}
