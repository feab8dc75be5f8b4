// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.List;
import org.tanma.template.model.BilingualText;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record in another vocabulary, and what of it could not be carried over.
 *
 * @param document the JSON document; yours to change
 * @param leftOut items of the record that are not in it, in the template's order
 * @param missing paths that the vocabulary asks for and the record did not give
 * @param beyond paths that the vocabulary asks for and no such record can give
 */
public record MappedRecord(
        String vocabulary,
        String edition,
        ObjectNode document,
        List<LeftOut> leftOut,
        List<String> missing,
        List<String> beyond) {
    /** An item that has no counterpart, and why. */
    public record LeftOut(String item, BilingualText reason) {}

    public MappedRecord {
        leftOut = List.copyOf(leftOut);
        missing = List.copyOf(missing);
        beyond = List.copyOf(beyond);
    }
}
