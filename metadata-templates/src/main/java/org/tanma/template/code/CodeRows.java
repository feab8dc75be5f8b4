// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a shipped code list: comma-separated without quotes, below a title that begins with # and a header. */
final class CodeRows {
    private static final String ROOT = "/templates/codes/";

    private CodeRows() {}

    /** The rows of a list below its header, each with {@code cells} cells; a row of another width is an {@link IllegalStateException}. */
    static List<List<String>> read(String list, int cells) {
        List<List<String>> rows = new ArrayList<>();
        for (String line :
                text(list).lines().filter(l -> !l.startsWith("#")).skip(1).toList()) {
            List<String> row = List.of(line.split(",", -1));
            if (row.size() != cells) {
                throw new IllegalStateException("code list " + list + ": '" + line + "' has not " + cells + " cells");
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(String list) {
        try (InputStream in = CodeRows.class.getResourceAsStream(ROOT + list + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("no shipped code list " + list);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
