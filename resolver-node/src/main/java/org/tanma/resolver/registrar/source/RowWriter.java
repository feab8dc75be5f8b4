// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.Violation;

/** Writes refused rows as they stood in their file, each with what is wrong with it. For one thread. */
public interface RowWriter extends Closeable {
    void write(SourceRow row, List<Violation> violations) throws IOException;

    /**
     * A writer of one form.
     *
     * @param source whose columns and charset are kept
     * @param locale of the reasons: English, else Chinese
     */
    static RowWriter open(Path file, SourceFormat format, RowSource source, MetadataTemplate template, Locale locale)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvRowWriter(file, source, locale);
            case XLSX -> new WorkbookRowWriter(file, source.columns(), template, locale);
            case JSONL -> new JsonRowWriter(file, "", locale);
            case JSON -> new JsonRowWriter(file, template.name(), locale);
        };
    }
}
