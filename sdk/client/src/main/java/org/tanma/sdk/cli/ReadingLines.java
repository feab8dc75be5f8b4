// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tanma.sdk.collect.Reading;

/** A file of readings: one a line, {@code 2025-03-01T00:15:00Z,12.5}, in the order of time; a first line {@code at,value}. */
final class ReadingLines {
    private static final String HEADER = "at,value";

    private ReadingLines() {}

    /** The readings of a file; throws {@link MisuseException} with the first line that is none. */
    static List<Reading> parse(byte[] file, ClientCommand command) {
        List<Reading> readings = new ArrayList<>();
        String[] lines = new String(file, StandardCharsets.UTF_8).split("\\R");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].replace("\uFEFF", "").strip();
            if (!line.isEmpty() && !(i == 0 && line.equalsIgnoreCase(HEADER))) {
                Reading reading = reading(i + 1, line, command);
                if (!readings.isEmpty()
                        && !reading.at()
                                .isAfter(readings.get(readings.size() - 1).at())) {
                    throw command.misused("collect.order", i + 1, line);
                }
                readings.add(reading);
            }
        }
        return readings;
    }

    private static Reading reading(int number, String line, ClientCommand command) {
        String[] cells = line.split(",", -1);
        try {
            if (cells.length == 2 && cells[1].strip().matches("\\d{1,30}(\\.\\d{1,30})?")) {
                return new Reading(Instant.parse(cells[0].strip()), cells[1].strip());
            }
        } catch (DateTimeException e) {
            throw command.misused("collect.line", number, line);
        }
        throw command.misused("collect.line", number, line);
    }
}
