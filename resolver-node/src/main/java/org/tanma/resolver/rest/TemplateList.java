// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/** The templates this node works with. */
@Schema(name = "TemplateList")
public record TemplateList(List<Line> templates) {
    /** One template in short. */
    @Schema(name = "TemplateLine")
    public record Line(
            String name,
            @Schema(description = "The newest version") String version,

            @Schema(description = "All versions, oldest first")
            List<String> versions,

            String handle,
            String titleZh,
            String titleEn,
            boolean issuedByNode,
            String href) {}

    static TemplateList of(TemplateCatalog catalog) {
        return new TemplateList(
                catalog.newest().stream().map(t -> line(t, catalog)).toList());
    }

    private static Line line(MetadataTemplate t, TemplateCatalog catalog) {
        return new Line(
                t.name(),
                t.version().toString(),
                catalog.versions(t.name()).stream()
                        .map(v -> v.version().toString())
                        .toList(),
                t.handle().toString(),
                t.title().zh(),
                t.title().en(),
                t.isIssuedByNode(),
                "/api/v1/templates/" + t.name() + "/" + t.version());
    }
}
