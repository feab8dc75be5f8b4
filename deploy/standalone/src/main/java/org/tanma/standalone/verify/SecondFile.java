// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.inventory.Missing;

/** The second file of a command that takes two. */
final class SecondFile {
    private SecondFile() {}

    /** What is missing or wrong, where no line of the first file is meant. */
    static void print(Lines to, List<Missing> faults) {
        faults.forEach(to::missing);
    }

    /** The second file holds nothing that can be computed; all that is wrong with it. */
    static int unreadable(Path path, Lines err, List<Missing> faults) {
        err.phrase(0, "file.unreadable", path, faults.size());
        print(err, faults);
        return VerifierCommand.MISUSED;
    }

    /** Its octets; empty where it cannot be read, which is then said. */
    static Optional<byte[]> read(Path path, Lines err) {
        if (Files.isDirectory(path)) {
            err.phrase(0, "file.directory", path);
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            err.phrase(0, "file.missing", path);
        } catch (AccessDeniedException e) {
            err.phrase(0, "file.denied", path);
        } catch (IOException e) {
            err.phrase(0, "file.broken", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }
}
