// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.tanma.template.map.MappingCatalog;

/** The vocabularies records can be read in. */
@Schema(name = "Mappings")
public record MappingList(List<Mapping> mappings) {
    /** What becomes of records of one template, and of those that extend it. */
    @Schema(name = "Mapping")
    public record Mapping(String vocabulary, String edition, String template, String title) {}

    static MappingList of(MappingCatalog catalog, Locale locale) {
        return new MappingList(catalog.vocabularies().stream()
                .flatMap(v -> catalog.of(v).stream())
                .map(m -> new Mapping(
                        m.vocabulary(), m.edition(), m.template(), m.title().in(locale)))
                .toList());
    }
}
