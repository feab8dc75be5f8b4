// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.tanma.handle.model.HandleName;

/**
 * What a part of a job was about to write, as one text: the Base64 of deflated lines {@code row TAB action TAB handle}.
 * Handles have no control characters, so no line is torn.
 */
final class PartEntries {
    /** A row and the handle its record goes to. */
    record Line(long row, String action, HandleName handle) {}

    private PartEntries() {}

    static String encode(List<Line> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.row())
                    .append('\t')
                    .append(line.action())
                    .append('\t')
                    .append(line.handle())
                    .append('\n');
        }
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, fast)) {
            deflated.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    static List<Line> decode(String text) {
        byte[] octets = Base64.getDecoder().decode(text);
        List<Line> lines = new ArrayList<>();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(octets))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] fields = line.split("\t", 3);
                lines.add(new Line(Long.parseLong(fields[0]), fields[1], HandleName.parse(fields[2])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the registration log is damaged", e);
        }
        return lines;
    }
}
