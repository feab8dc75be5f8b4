// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RowReport;
import org.tanma.template.model.BilingualText;
import org.tanma.template.validate.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows a job refused, with their reasons in both languages: a file of one JSON object a row, in the order of the rows.
 *
 * <p>How long it is belongs to the job's counts; what a crash left beyond that is cut off when it is opened again. For one
 * thread.
 */
final class RefusedRows implements Closeable {
    private static final JsonMapper JSON = new JsonMapper();

    /** A refused row. */
    record Refused(long row, List<Violation> violations) {}

    private final FileChannel file;

    private RefusedRows(FileChannel file) {
        this.file = file;
    }

    /** Opens the file to go on after its first {@code octets}. */
    static RefusedRows open(Path path, long octets) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.size() > octets) {
            file.truncate(octets);
        }
        file.position(octets);
        return new RefusedRows(file);
    }

    /** Appends the refused rows of a part, on disk when it returns; returns how long the file is then, in octets. */
    long append(RegistrationReport report) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (RowReport row : report.rows()) {
            if (row.status() == RowReport.Status.REJECTED) {
                octets.writeBytes(JSON.writeValueAsBytes(json(row)));
                octets.write('\n');
            }
        }
        if (octets.size() > 0) {
            ByteBuffer buffer = ByteBuffer.wrap(octets.toByteArray());
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(false);
        }
        return file.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static ObjectNode json(RowReport row) {
        ObjectNode json = JSON.createObjectNode();
        json.put("row", row.row());
        ArrayNode violations = json.putArray("violations");
        for (Violation v : row.violations()) {
            ObjectNode one = violations.addObject();
            one.put("path", v.path());
            one.put("rule", v.rule());
            one.put("given", v.given());
            put(one, "subject", v.subject());
            put(one, "problem", v.problem());
            put(one, "allowed", v.allowed());
            put(one, "hint", v.hint());
        }
        return json;
    }

    private static void put(ObjectNode json, String name, BilingualText text) {
        json.putArray(name).add(text.zh()).add(text.en());
    }

    /** Reads what was refused up to a length, one row after the other; closed by its reader. */
    static Reading read(Path path, long octets) throws IOException {
        return new Reading(path, octets);
    }

    /** Refused rows in the order of the file; for one thread. */
    static final class Reading implements Closeable {
        private final BufferedReader reader;
        private long left;

        private Reading(Path path, long octets) throws IOException {
            this.reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
            this.left = octets;
        }

        Optional<Refused> next() throws IOException {
            if (left <= 0) {
                return Optional.empty();
            }
            String line = reader.readLine();
            if (line == null) {
                return Optional.empty();
            }
            left -= line.getBytes(StandardCharsets.UTF_8).length + 1L;
            JsonNode json = JSON.readTree(line);
            List<Violation> violations = new ArrayList<>();
            for (JsonNode v : json.path("violations")) {
                violations.add(new Violation(
                        v.path("path").asString(),
                        v.path("rule").asString(),
                        text(v, "subject"),
                        v.path("given").asString(),
                        text(v, "problem"),
                        text(v, "allowed"),
                        text(v, "hint")));
            }
            return Optional.of(new Refused(json.path("row").asLong(), violations));
        }

        private static BilingualText text(JsonNode json, String name) {
            return new BilingualText(
                    json.path(name).path(0).asString(), json.path(name).path(1).asString());
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
