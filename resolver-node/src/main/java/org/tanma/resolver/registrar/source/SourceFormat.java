// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tanma.template.model.MetadataTemplate;

/** The forms in which rows may come. */
public enum SourceFormat {
    CSV("text/csv") {
        @Override
        public RowSource open(Path file, MetadataTemplate template) throws IOException {
            return CsvSource.open(file, template);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public RowSource open(Path file, MetadataTemplate template) throws IOException {
            return WorkbookSource.open(file, template);
        }
    },
    /** One object a line. */
    JSONL("application/jsonl", "application/x-ndjson", "application/x-jsonlines") {
        @Override
        public RowSource open(Path file, MetadataTemplate template) throws IOException {
            return JsonLinesSource.open(file);
        }
    },
    /** The object that single requests send, its {@code records} read one by one. */
    JSON("application/json") {
        @Override
        public RowSource open(Path file, MetadataTemplate template) throws IOException {
            return JsonSource.open(file, template);
        }
    };

    private final List<String> mediaTypes;

    SourceFormat(String... mediaTypes) {
        this.mediaTypes = List.of(mediaTypes);
    }

    /**
     * Opens a file and reads what stands before its first row.
     *
     * @throws UnreadableSourceException when the file is not of this form
     * @throws org.tanma.resolver.registrar.RefusedSheetException when a table has columns that are not understood
     */
    public abstract RowSource open(Path file, MetadataTemplate template) throws IOException;

    /** The media type it is answered in. */
    public String mediaType() {
        return mediaTypes.get(0);
    }

    /** All media types it is known by. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** {@code csv}, {@code xlsx}, {@code jsonl}, {@code json}: also the ending of file names. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of a media type without parameters. */
    public static Optional<SourceFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(f -> f.mediaTypes.contains(mediaType.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static Optional<SourceFormat> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
