// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree of data files, shipped in the jar or kept in a directory by a regulator. Paths use solidi. */
@FunctionalInterface
public interface EditionFolder {
    /** The bytes of a file; {@link EditionFormatException} if it cannot be read. */
    byte[] read(String path);

    /** The files shipped with the engine. */
    static EditionFolder shipped() {
        return path -> {
            try (InputStream stream = EditionFolder.class.getResourceAsStream("/data/" + path)) {
                if (stream == null) {
                    throw new EditionFormatException(path, "not shipped");
                }
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new EditionFormatException(path, "cannot be read", e);
            }
        };
    }

    /** Files below a directory. */
    static EditionFolder of(Path directory) {
        return path -> {
            try {
                return Files.readAllBytes(directory.resolve(path));
            } catch (IOException e) {
                throw new EditionFormatException(directory.resolve(path).toString(), "cannot be read", e);
            }
        };
    }
}
