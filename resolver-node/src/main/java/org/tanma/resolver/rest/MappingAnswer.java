// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.tanma.template.map.MappedRecord;
import org.tanma.template.map.TemplatedRecord;
import tools.jackson.databind.JsonNode;

/** A record in another vocabulary, and what of it could not be carried over. */
@Schema(name = "MappedRecord")
public record MappingAnswer(
        String handle,
        String vocabulary,

        @Schema(description = "Of the vocabulary, as its publisher numbers it")
        String edition,

        @Schema(description = "True when the record is invented; do not pass the document on")
        boolean demonstration,

        @Schema(description = "The document itself", type = "object")
        JsonNode document,

        @Schema(description = "Items of the record that are not in the document")
        List<LeftOut> leftOut,

        @Schema(description = "What the vocabulary asks for and the record does not give")
        List<String> missing,

        @Schema(description = "What the vocabulary asks for and no such record has: results, dates of issue")
        List<String> beyond) {

    /** An item without a counterpart. */
    @Schema(name = "LeftOutItem")
    public record LeftOut(String item, String reason) {}

    static MappingAnswer of(TemplatedRecord record, MappedRecord mapped, Locale locale) {
        return new MappingAnswer(
                record.handle().toString(),
                mapped.vocabulary(),
                mapped.edition(),
                record.isDemonstration(),
                mapped.document(),
                mapped.leftOut().stream()
                        .map(l -> new LeftOut(l.item(), l.reason().in(locale)))
                        .toList(),
                mapped.missing(),
                mapped.beyond());
    }
}
