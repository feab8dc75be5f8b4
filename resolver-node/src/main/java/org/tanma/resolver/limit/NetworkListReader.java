// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of networks: one a line; what follows {@code #} is a comment; empty lines are none.
 *
 * <p>At most {@value #MOST_NETWORKS} networks, and {@value #MOST_LINE} characters a line.
 */
final class NetworkListReader {
    static final int MOST_NETWORKS = 100_000;
    static final int MOST_LINE = 256;
    private static final int MOST_LINES = 2 * MOST_NETWORKS;

    private NetworkListReader() {}

    /** {@link NetworkListException} that names {@code source} and the line when one is none. */
    static NetworkSet read(Reader text, String source) {
        List<Network> networks = new ArrayList<>();
        int number = 0;
        try {
            BufferedReader lines = new BufferedReader(text);
            for (String line = line(lines); line != null; line = line(lines)) {
                number++;
                int comment = line.indexOf('#');
                String network = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!network.isEmpty()) {
                    networks.add(Network.parse(network));
                }
                if (networks.size() > MOST_NETWORKS || number > MOST_LINES) {
                    throw new IllegalArgumentException(
                            "more than " + MOST_NETWORKS + " networks or " + MOST_LINES + " lines");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new NetworkListException(source + ":" + Math.max(number, 1) + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new NetworkListException(source + ":" + (number + 1) + ": cannot be read: " + e.getMessage(), e);
        }
        return NetworkSet.of(networks);
    }

    /** The next line, which a line feed, a carriage return or both end; null at the end. Never holds more of one than allowed. */
    private static @Nullable String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && next != '\r') {
            line.append((char) next);
            if (line.length() > MOST_LINE) {
                throw new IOException("a line of more than " + MOST_LINE + " characters");
            }
            next = in.read();
        }
        in.mark(1);
        if (next == '\r' && in.read() != '\n') {
            in.reset();
        }
        return line.toString();
    }
}
