// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tanma.resolver.net.rest.RecordJson;
import org.tanma.resolver.net.rest.RecordJsonException;
import org.tanma.resolver.store.exchange.Fault.Kind;

/** The records of a file of JSON Lines: one {@linkplain RecordJson record} a line; empty lines are skipped. */
final class JsonLinesReader implements FileOperations {
    private final LineReader lines;

    JsonLinesReader(InputStream in) {
        this.lines = new LineReader(in);
    }

    @Override
    public Optional<FileOperation> next() throws IOException {
        Optional<byte[]> line = lines.next();
        while (line.isPresent() && isBlank(line.get())) {
            line = lines.next();
        }
        return line.map(this::read);
    }

    private static boolean isBlank(byte[] line) {
        for (byte octet : line) {
            if (octet != ' ' && octet != '\t') {
                return false;
            }
        }
        return true;
    }

    private FileOperation read(byte[] line) {
        long number = lines.number();
        if (lines.isCut()) {
            return new FileOperation.Unreadable(Fault.of(number, Kind.LINE_TOO_LONG, LineReader.MAX_LINE_OCTETS));
        }
        try {
            return new FileOperation.Create(number, RecordJson.read(line));
        } catch (RecordJsonException e) {
            return new FileOperation.Unreadable(Fault.of(number, Kind.BAD_JSON, e.sentence()));
        }
    }
}
