// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tanma.resolver.registrar.change.MigrationReport;

/** What a version of a template means for the records there are. */
@Schema(name = "TemplateMigration")
public record TemplateMigrationAnswer(
        String from,
        String to,
        boolean dryRun,

        @Schema(description = "Records of the older version that were looked at")
        long records,

        @Schema(description = "How many of them the newer version refuses")
        long breaking,

        @Schema(description = "How many of them the steps take something from")
        long losing,

        long written,

        @Schema(description = "Fit, but were left because something would be lost")
        long kept,

        @Schema(description = "Changed by somebody else meanwhile, and left")
        long changedMeanwhile,

        @Schema(description = "Most frequent first") List<Reason> reasons,

        @Schema(description = "Items that lose something, with the number of records")
        Map<String, Long> losses) {

    /** One reason for which records are refused. */
    @Schema(name = "TemplateMigrationReason")
    public record Reason(String item, String rule, long records, List<Example> examples) {}

    /** One record that is refused for it. */
    @Schema(name = "TemplateMigrationExample")
    public record Example(String handle, String message) {}

    static TemplateMigrationAnswer of(String from, String to, boolean dryRun, MigrationReport report, Locale locale) {
        return new TemplateMigrationAnswer(
                from,
                to,
                dryRun,
                report.summary().records(),
                report.summary().breaking(),
                report.summary().losing(),
                report.written(),
                report.kept(),
                report.changedMeanwhile(),
                report.summary().reasons().stream()
                        .map(r -> new Reason(
                                r.item(),
                                r.rule(),
                                r.records(),
                                r.examples().stream()
                                        .map(e -> new Example(
                                                e.subject(), e.violation().message(locale)))
                                        .toList()))
                        .toList(),
                report.summary().losses());
    }
}
