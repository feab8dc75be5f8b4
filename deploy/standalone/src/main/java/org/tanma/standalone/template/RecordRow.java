// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.util.Map;
import java.util.Optional;

/**
 * One record of a file.
 *
 * @param number line of a table or of JSON Lines, place in a JSON array; from 1
 * @param items by item code; empty when the row cannot be read
 * @param fault why the row cannot be read at all: key of a phrase and its part
 */
record RecordRow(long number, Map<String, String> items, Optional<Fault> fault) {
    /** Why a row cannot be read. */
    record Fault(String key, String part) {}

    static RecordRow of(long number, Map<String, String> items) {
        return new RecordRow(number, items, Optional.empty());
    }

    static RecordRow broken(long number, String key, String part) {
        return new RecordRow(number, Map.of(), Optional.of(new Fault(key, part)));
    }
}
