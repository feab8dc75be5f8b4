// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files of the sample data, on the class path under {@code /sample}. */
final class SampleFiles {
    private SampleFiles() {}

    /** The octets of {@code /sample/<path>}; empty when there is no such file. */
    static Optional<byte[]> find(String path) {
        try (InputStream in = SampleFiles.class.getResourceAsStream("/sample/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
