// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of the project as they lie on disk, build output and runtime data aside. Paths are relative to the root, with
 * forward slashes, in ascending order.
 */
final class Repository {
    private static final Set<String> NOT_OURS = Set.of("target", "tanma-data", "node_modules");

    private final Path root;
    private final List<String> files;

    private Repository(Path root, List<String> files) {
        this.root = root;
        this.files = files;
    }

    /** The project this test was started in: the nearest directory upwards that holds {@code .ci}. */
    static Repository here() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".ci"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "no directory with .ci above " + Path.of("").toAbsolutePath());
            }
        }
        return at(directory);
    }

    static Repository at(Path root) {
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = directory.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !name.equals(".ci");
                    return !directory.equals(root) && (hidden || NOT_OURS.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(root.relativize(file).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(found);
        return new Repository(root, List.copyOf(found));
    }

    List<String> files() {
        return files;
    }

    List<String> files(Predicate<String> wanted) {
        return files.stream().filter(wanted).toList();
    }

    boolean has(String file) {
        return Collections.binarySearch(files, file) >= 0;
    }

    /** The lines of a UTF-8 file. */
    List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The directory part of a path, empty for a file at the root. */
    static String directory(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }
}
