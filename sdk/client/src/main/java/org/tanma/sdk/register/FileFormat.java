// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which files of records may come. */
public enum FileFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One JSON object a line. */
    JSONL("application/jsonl"),
    JSON("application/json");

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format called {@code csv}, {@code xlsx}, {@code jsonl} or {@code json}. */
    public static Optional<FileFormat> ofName(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format a file's ending says; CSV when it says none that is known. */
    public static FileFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".ndjson")) {
            return JSONL;
        }
        return ofName(name.substring(name.lastIndexOf('.') + 1)).orElse(CSV);
    }
}
