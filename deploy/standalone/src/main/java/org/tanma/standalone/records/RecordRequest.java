// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command asks of whoever holds the records: its own process, or the node that is running.
 *
 * <p>Shape: {@code path} is absolute, or empty for an export to the command's output; {@code prefix} empty for all; {@code
 * format} {@code jsonl} or {@code batch}; {@code language} {@code zh} or {@code en}.
 */
record RecordRequest(
        Verb verb,
        String path,
        String prefix,
        String format,
        int keep,
        boolean isRehearsed,
        boolean isDryRun,
        boolean isReplacing,
        boolean isBulk,
        boolean isJson,
        String language) {
    private static final JsonMapper MAPPER = new JsonMapper();

    enum Verb {
        BACKUP,
        IMPORT,
        EXPORT
    }

    static RecordRequest of(Verb verb, String path, boolean isJson, String language) {
        return new RecordRequest(verb, path, "", "jsonl", 1, false, false, false, false, isJson, language);
    }

    RecordRequest backup(int kept, boolean rehearsed) {
        return new RecordRequest(
                verb, path, prefix, format, kept, rehearsed, isDryRun, isReplacing, isBulk, isJson, language);
    }

    RecordRequest importing(boolean dryRun, boolean replacing, boolean bulk) {
        return new RecordRequest(
                verb, path, prefix, format, keep, isRehearsed, dryRun, replacing, bulk, isJson, language);
    }

    RecordRequest exporting(String ofPrefix, String inFormat) {
        return new RecordRequest(
                verb, path, ofPrefix, inFormat, keep, isRehearsed, isDryRun, isReplacing, isBulk, isJson, language);
    }

    /** One line without its end. */
    String line() {
        return MAPPER.writeValueAsString(this);
    }

    /** Errors: {@link IllegalArgumentException} when the line is no request. */
    static RecordRequest parse(String line) {
        try {
            return MAPPER.readValue(line, RecordRequest.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a request: " + e.getOriginalMessage(), e);
        }
    }
}
