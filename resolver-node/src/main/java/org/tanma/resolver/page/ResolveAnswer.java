// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.IdentifierKind;
import org.tanma.resolver.identify.Finding;
import org.tanma.resolver.rest.IdentifierAnswer;

/** What {@code /resolve} says of an identifier in JSON: its kind and key, what else names the same thing, and the record. */
@Schema(name = "ResolvedIdentifier")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResolveAnswer(
        @Schema(description = "Kind of the identifier asked for", example = "gtin")
        String kind,

        @Schema(description = "The kind in words") String kindTitle,

        @Schema(description = "Its one key, a URI", example = "https://id.gs1.org/01/09506000134352")
        String canonical,

        @Schema(description = "Kinds the text could have been by its form")
        List<String> considered,

        @Schema(description = "active or retired", example = "active")
        String state,

        @Schema(
                description =
                        "Key the record has, when it is broader than the one asked for: the product of a serial number")
        @Nullable
        String matched,

        @Schema(description = "All other identifiers of the same thing that the caller may see")
        List<Same> equivalents,

        @JsonUnwrapped IdentifierAnswer record) {
    /** One identifier of the same thing. */
    @Schema(name = "EquivalentIdentifier")
    public record Same(
            @Schema(example = "did") String kind,
            String kindTitle,
            String canonical,

            @Schema(description = "As people of that system write it")
            String text,

            @Schema(description = "Where this node resolves it")
            String resolve) {
        static Same of(Identifier identifier, Locale locale) {
            return new Same(
                    identifier.kind().code(),
                    identifier.kind().title(locale),
                    identifier.canonical(),
                    identifier.format(),
                    RecordLinks.path(identifier));
        }
    }

    static ResolveAnswer of(Finding.Found found, IdentifierAnswer shown, boolean isRetired, Locale locale) {
        Identifier asked = found.parsed().identifier();
        return new ResolveAnswer(
                asked.kind().code(),
                asked.kind().title(locale),
                asked.canonical(),
                found.parsed().considered().stream().map(IdentifierKind::code).toList(),
                isRetired ? "retired" : "active",
                found.isExact() ? null : found.matched().canonical(),
                found.identifiers().stream()
                        .filter(i -> !i.canonical().equals(asked.canonical()))
                        .map(i -> Same.of(i, locale))
                        .toList(),
                shown);
    }
}
