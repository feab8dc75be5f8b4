// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.tanma.template.change.TemplateDiff;

/** What one version of a template has otherwise than another. */
@Schema(name = "TemplateDiff")
public record TemplateDiffAnswer(
        String before,
        String after,

        @Schema(description = "none, patch, minor or major: the least step a version must take for these changes")
        String needed,

        @Schema(description = "The step the version takes") String given,
        boolean honest,
        List<Change> changes) {

    /** One change. */
    @Schema(name = "TemplateChange")
    public record Change(
            String kind, String path, String aspect, String before, String after, String step, String message) {}

    static TemplateDiffAnswer of(TemplateDiff diff, Locale locale) {
        return new TemplateDiffAnswer(
                diff.before().toString(),
                diff.after().toString(),
                diff.needed().toString(),
                diff.given().toString(),
                diff.isHonest(),
                diff.changes().stream()
                        .map(c -> new Change(
                                c.kind().toString(),
                                c.path(),
                                c.aspect(),
                                c.before(),
                                c.after(),
                                c.step().toString(),
                                c.words().in(locale)))
                        .toList());
    }
}
