// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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
            throw new StartRefusedException(StartPhrase.of("data.cannotBeMade", directory, Reasons.of(e)), e);
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    directory.resolve("node.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefusedException(StartPhrase.of("data.cannotBeWritten", directory, Reasons.of(e)), e);
        }
        if (lock(channel) == null) {
            close(channel);
            throw new StartRefusedException("data.inUse", directory);
        }
        return new DataDirectory(directory, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new StartRefusedException(StartPhrase.of("data.locked", Reasons.of(e)), e);
        }
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
            throw new StartRefusedException(StartPhrase.of("directory", path.resolve(name), Reasons.of(e)), e);
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
