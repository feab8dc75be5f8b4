// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The node's directory, held by one node at a time for as long as this object is open.
 *
 * <p>Errors: {@link StartRefusedException} when it cannot be made, written, or is held by another node.
 */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataDirectory hold(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data directory " + directory + " cannot be created (" + reason(e)
                            + "); choose another with --data DIR.",
                    e);
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    directory.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data directory " + directory + " is not writable (" + reason(e)
                            + "); choose another with --data DIR.",
                    e);
        }
        if (lock(channel) == null) {
            close(channel);
            throw new StartRefusedException("Another node is running on the data directory " + directory
                    + "; stop it, or choose another directory with --data DIR.");
        }
        return new DataDirectory(directory, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new StartRefusedException("The data directory cannot be locked (" + reason(e) + ").", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied for " + e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is a file";
        }
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A directory inside, made when absent. */
    Path directory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new StartRefusedException("The directory " + path.resolve(name) + " cannot be created.", e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        close(channel);
    }
}
