// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tanma.kit.rest.Wording;

/** Rows of a file with one JSON object a line, in UTF-8; empty lines are passed over. */
final class JsonLinesSource implements RowSource {
    /** Longest line, in octets. */
    static final int MOST_OCTETS = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final long lines;
    private long line;

    private JsonLinesSource(InputStream in, long lines) {
        this.in = in;
        this.lines = lines;
    }

    static RowSource open(Path file) throws IOException {
        return new JsonLinesSource(new BufferedInputStream(Files.newInputStream(file), BUFFER), lines(file));
    }

    private static long lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = new byte[BUFFER];
            long lines = 0;
            for (int length = in.read(octets); length >= 0; length = in.read(octets)) {
                for (int i = 0; i < length; i++) {
                    lines += octets[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        }
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public long expectedRows() {
        return lines;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        while (true) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            int octet = in.read();
            if (octet < 0) {
                return Optional.empty();
            }
            line++;
            while (octet >= 0 && octet != '\n') {
                if (octets.size() == MOST_OCTETS) {
                    throw new UnreadableSourceException(new Wording(
                            "第 " + line + " 行超过 " + MOST_OCTETS + " 字节",
                            "line " + line + " has more than " + MOST_OCTETS + " octets"));
                }
                octets.write(octet);
                octet = in.read();
            }
            String text = octets.toString(StandardCharsets.UTF_8);
            if (line == 1 && text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            if (!text.isBlank()) {
                return Optional.of(new JsonRow(line, text.strip()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
