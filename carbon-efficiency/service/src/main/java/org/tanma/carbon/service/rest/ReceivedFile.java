// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the body of a request is kept while it is answered: a file in a directory of its own. */
record ReceivedFile(Path path) implements AutoCloseable {
    private static final String NAME = "body";

    /** A place where nothing is yet. */
    static ReceivedFile place() {
        try {
            return new ReceivedFile(Files.createTempDirectory("tanma-activity").resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(path.resolveSibling(""));
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
