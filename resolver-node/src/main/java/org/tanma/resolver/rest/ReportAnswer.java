// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RowReport;

/** What became of a registration request. */
@Schema(name = "RegistrationReport")
public record ReportAnswer(
        String template,
        String templateVersion,
        boolean dryRun,

        @Schema(description = "Rows registered or found unchanged")
        long accepted,

        @Schema(description = "Rows refused or not tried") long rejected,
        List<Row> rows) {

    /** What became of one row. */
    @Schema(name = "RegistrationRowReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(description = "Line of the table, or place in the request from 1")
            long row,

            @Schema(description = "registered, unchanged, rejected or not-tried")
            String status,

            @Nullable String handle,
            List<ViolationAnswer> violations) {}

    static ReportAnswer of(RegistrationReport report, Locale locale) {
        return new ReportAnswer(
                report.template().name(),
                report.template().version().toString(),
                report.isDryRun(),
                report.accepted(),
                report.rejected(),
                report.rows().stream().map(r -> row(r, locale)).toList());
    }

    private static Row row(RowReport r, Locale locale) {
        return new Row(
                r.row(),
                r.status().code(),
                r.handle().isEmpty() ? null : r.handle(),
                r.violations().stream().map(v -> ViolationAnswer.of(v, locale)).toList());
    }
}
