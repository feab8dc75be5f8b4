// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** Why files and ports cannot be used: the usual reasons in the reader's language, the others as the system words them. */
final class Reasons {
    /** What Linux and macOS say, with the phrase for it. */
    private static final Map<String, String> USUAL = Map.of(
            "Address already in use", "reason.taken",
            "Cannot assign requested address", "reason.elsewhere",
            "Can't assign requested address", "reason.elsewhere",
            "Permission denied", "reason.permission",
            "Not a directory", "reason.directory",
            "Read-only file system", "reason.readOnly",
            "No space left on device", "reason.space");

    private Reasons() {}

    static StartPhrase of(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException) {
            return StartPhrase.of("reason.denied", message);
        }
        if (e instanceof FileAlreadyExistsException) {
            return StartPhrase.of("reason.file", message);
        }
        if (e instanceof NoSuchFileException) {
            return StartPhrase.of("reason.absent", message);
        }
        if (e instanceof FileSystemException file) {
            return StartPhrase.of("reason.of", String.valueOf(file.getFile()), usual(String.valueOf(file.getReason())));
        }
        return e instanceof SocketException
                ? usual(message)
                : StartPhrase.of("reason.said", e.getClass().getSimpleName().replace("Exception", "") + ": " + message);
    }

    /** What the system said, in words of ours if it is usual. */
    static StartPhrase usual(String said) {
        return USUAL.entrySet().stream()
                .filter(one -> said.contains(one.getKey()))
                .findFirst()
                .map(one -> StartPhrase.of(one.getValue()))
                .orElseGet(() -> StartPhrase.of("reason.said", said));
    }
}
