// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tanma.resolver.registrar.source.SourceFormat;

/** Where the files of jobs lie: a directory a job, with what was sent, what was refused, and tables of errors made of both. */
final class JobFiles {
    private static final String ARRIVING = "arriving-";

    private final Path directory;

    JobFiles(Path directory) {
        this.directory = directory;
    }

    void prepare() {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> left = Files.list(directory)) {
                left.filter(f -> String.valueOf(f.getFileName()).startsWith(ARRIVING))
                        .forEach(JobFiles::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place for what is being sent. */
    Path arriving(String id) {
        return directory.resolve(ARRIVING + id);
    }

    /** Moves what was sent to its job's directory. */
    void keep(Path arrived, String id) throws IOException {
        Path home = Files.createDirectories(directory.resolve(id));
        Files.move(arrived, body(home));
    }

    Path body(String id) {
        return body(directory.resolve(id));
    }

    private static Path body(Path home) {
        return home.resolve("body");
    }

    Path refused(String id) {
        return directory.resolve(id).resolve("refused.jsonl");
    }

    Path errors(String id, SourceFormat format, Locale locale, long rows) {
        return directory.resolve(id).resolve("errors-" + rows + "-" + locale.getLanguage() + "." + format.code());
    }

    void forget(String id) {
        Path home = directory.resolve(id);
        if (!Files.isDirectory(home)) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            all.forEach(JobFiles::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
