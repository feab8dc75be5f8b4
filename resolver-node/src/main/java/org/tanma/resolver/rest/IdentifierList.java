// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.TemplateItem;

/** One page of the records under a prefix, in the order of their handles. */
@Schema(name = "IdentifierList")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentifierList(
        List<Line> identifiers,

        @Schema(description = "The after of the next page; left out on the last") @Nullable
        String next) {

    /** One record in short. */
    @Schema(name = "IdentifierLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String handle,
            long version,
            @Nullable String template,

            @Schema(description = "Its first public text, usually a name") @Nullable
            String name,

            boolean demonstration) {
        /** What a list shows of a record. */
        public static Line of(RecordDirectory.Entry entry) {
            return new Line(
                    entry.record().name().toString(),
                    entry.version(),
                    entry.described().map(d -> d.template().name()).orElse(null),
                    entry.described().map(Line::name).orElse(null),
                    entry.described().map(TemplatedRecord::isDemonstration).orElse(false));
        }

        private static @Nullable String name(TemplatedRecord record) {
            return record.template().items().stream()
                    .filter(TemplateItem::isPublic)
                    .findFirst()
                    .map(first -> record.items().get(first.code()))
                    .orElse(null);
        }
    }
}
