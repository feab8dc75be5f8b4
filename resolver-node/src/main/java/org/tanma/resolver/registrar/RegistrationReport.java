// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import org.tanma.template.model.MetadataTemplate;

/** What became of a registration request, row by row in the order given. */
public record RegistrationReport(MetadataTemplate template, boolean isDryRun, List<RowReport> rows) {
    public RegistrationReport {
        rows = List.copyOf(rows);
    }

    /** Rows that are, or in a dry run would be, registered now: written or found unchanged. */
    public long accepted() {
        return rows.stream().filter(RowReport::isAccepted).count();
    }

    /** Rows that were refused or not tried. */
    public long rejected() {
        return rows.size() - accepted();
    }

    public long count(RowReport.Status status) {
        return rows.stream().filter(r -> r.status() == status).count();
    }
}
