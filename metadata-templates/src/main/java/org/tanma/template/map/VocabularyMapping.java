// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.template.model.BilingualText;
import tools.jackson.databind.JsonNode;

/**
 * How records of a template, and of those that extend it, read in another vocabulary: read from one file. Immutable.
 *
 * @param vocabulary short name: {@code untp}, {@code jsonld}, {@code pact}
 * @param edition of the vocabulary, as its publisher numbers it
 * @param template the public or industry template it is for
 * @param title of the vocabulary's type that comes out
 * @param constants what every document has, by path
 * @param entries lines in order; the first that gives a value fills its path
 * @param needed paths the vocabulary asks for, that a record can give
 * @param beyond paths the vocabulary asks for, that no record has: results, dates of issue
 * @param leftOut items without a counterpart, and why
 */
public record VocabularyMapping(
        String vocabulary,
        String edition,
        String template,
        BilingualText title,
        Map<MappingPath, JsonNode> constants,
        List<MappingEntry> entries,
        List<MappingPath> needed,
        List<String> beyond,
        Map<String, BilingualText> leftOut) {
    public VocabularyMapping {
        constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        entries = List.copyOf(entries);
        needed = List.copyOf(needed);
        beyond = List.copyOf(beyond);
        leftOut = Map.copyOf(leftOut);
    }
}
