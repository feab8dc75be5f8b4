// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name by which other nodes know this one: made once for a data directory, and kept in its file {@value #FILE}. */
final class NodeName {
    static final String FILE = "node-name";

    private NodeName() {}

    static String in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefusedException(StartPhrase.of("file", file, Reasons.of(e)), e);
        }
    }
}
