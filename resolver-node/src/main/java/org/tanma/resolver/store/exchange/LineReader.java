// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tanma.resolver.store.HandleAdminStore;

/**
 * The lines of a stream, numbered from 1, in bounded memory.
 *
 * <p>A line ends at a line feed, with a carriage return before it or not; the last one also at the end. Of a line of more
 * than {@value #MAX_LINE_OCTETS} octets only that many are kept, and {@link #isCut()} says so. A byte order mark at the
 * beginning is skipped.
 */
final class LineReader {
    /** A record of the largest size, as JSON, where an octet may take six characters. */
    static final int MAX_LINE_OCTETS = 6 * HandleAdminStore.MAX_RECORD_OCTETS + 65_536;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private final InputStream in;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private long number;
    private boolean isCut;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    Optional<byte[]> next() throws IOException {
        octets.reset();
        isCut = false;
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        for (; octet >= 0 && octet != '\n'; octet = in.read()) {
            if (octets.size() < MAX_LINE_OCTETS) {
                octets.write(octet);
            } else {
                isCut = true;
            }
        }
        number++;
        byte[] line = octets.toByteArray();
        int from = number == 1 && startsWithMark(line) ? MARK.length : 0;
        int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return Optional.of(from == 0 && to == line.length ? line : java.util.Arrays.copyOfRange(line, from, to));
    }

    private static boolean startsWithMark(byte[] line) {
        return line.length >= MARK.length && java.util.Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length);
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** True when the line that was read last is longer than what was kept of it. */
    boolean isCut() {
        return isCut;
    }
}
