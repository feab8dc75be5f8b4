// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;
import org.tanma.resolver.protocol.SiteKeyFile;

/** Any file of keys or certificates is read, or refused by its name. */
public class KeyFilesFuzzer {
    private static final Path FILE = file();

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzzed", ".pem");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Files.write(FILE, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FuzzCorpus.bounded(() -> {
            readOrRefuse(() -> PemFiles.certificates(FILE));
            readOrRefuse(() -> PemFiles.privateKey(FILE));
            readOrRefuse(() -> SiteKeyFile.open(FILE));
        });
    }

    private static void readOrRefuse(Runnable reading) {
        try {
            reading.run();
        } catch (TlsFileException | IllegalStateException | UncheckedIOException e) {
            if (!String.valueOf(e.getMessage()).contains(FILE.toString())) {
                throw new AssertionError("a refusal that does not name the file", e);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(KeyFilesFuzzer.class, KeyFilesFuzzer::fuzzerTestOneInput);
    }
}
