// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tanma.resolver.registrar.source.RowSource;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.resolver.registrar.source.RowWriter;
import org.tanma.template.model.MetadataTemplate;

/** The refused rows of a job as a file of the form they came in, each with its reasons, to be mended and sent again. */
final class JobErrors {
    private final JobFiles files;
    private final MetadataTemplate template;

    JobErrors(JobFiles files, MetadataTemplate template) {
        this.files = files;
        this.template = template;
    }

    /** Reads what was sent once more, beside the reasons; both are in the order of the rows. */
    void write(RegistrationJob job, Locale locale, Path to) throws IOException {
        try (RowSource source = job.format().open(files.body(job.id()), template);
                RefusedRows.Reading refused =
                        RefusedRows.read(files.refused(job.id()), job.counts().refusedOctets());
                RowWriter out = RowWriter.open(to, job.format(), source, template, locale)) {
            Optional<RefusedRows.Refused> wanted = refused.next();
            while (wanted.isPresent()) {
                Optional<SourceRow> row = source.next();
                if (row.isEmpty()) {
                    return;
                }
                if (row.get().number() == wanted.get().row()) {
                    out.write(row.get(), wanted.get().violations());
                    wanted = refused.next();
                }
            }
        }
    }
}
