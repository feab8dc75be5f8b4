// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A regulator's own folder of editions, and what happens when a file in it is not right. */
class EditionFolderTest {
    private static final Path SHIPPED = Path.of("src/main/resources/data");

    @TempDir
    Path folder;

    @BeforeEach
    void copyShipped() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void replace(String file, String text, String by) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, by));
    }

    @Test
    void copyOfTheShippedFolder_reads() {
        EngineCatalog read = EngineCatalog.read(EditionFolder.of(folder));
        assertThat(read.factors().editions())
                .hasSameSizeAs(EngineCatalog.readShipped().factors().editions());
    }

    @Test
    void lineEndsOfAnotherSystem_areNoForgery() throws IOException {
        replace("heat/ndrc-2013/factors.csv", "\n", "\r\n");
        assertThat(EngineCatalog.read(EditionFolder.of(folder)).factors().editions())
                .hasSameSizeAs(EngineCatalog.readShipped().factors().editions());
    }

    @ParameterizedTest
    @CsvSource({
        "heat/ndrc-2013/factors.csv, 0.11, 0.12, a published edition is never changed",
        "heat/ndrc-2013/factors.csv, tCO2/GJ, tCO2/gj, unknown unit 'tCO2/gj'",
        "heat/ndrc-2013/factors.csv, unverified, guessed, unknown quality 'guessed'",
        "heat/ndrc-2013/factors.csv, boundary, bounds, the header must be",
        "heat/ndrc-2013/SOURCE.yaml, licence, license, unknown key 'license'",
        "heat/ndrc-2013/SOURCE.yaml, edition: \"ndrc-2013\", edition: \"x\", describes edition x",
        "index.yaml, units/2026, units/2099, cannot be read",
        "index.yaml, gwp/ar6, gwp/ar5, is given twice",
        "methods/cement-ndrc/2013/method.yaml, 44/12, 44:12, is not a decimal or a ratio",
        "methods/cement-ndrc/2013/method.yaml, clinker-carbonates, magic, unknown kind of calculation 'magic'",
        "methods/cement-ndrc/2013/method.yaml, mgo-content, cao-content, needs one rule for each",
        "methods/cement-ndrc/2013/method.yaml, scope: 1, scope: 4, has scope 4",
        "schemes/zhejiang-carbon-efficiency/2026/scheme.yaml, up_to: \"0.8\", up_to: \"0.5\", rising bounds",
        "schemes/zhejiang-carbon-efficiency/2026/scheme.yaml, energy-co2, magic, unknown numerator 'magic'",
    })
    void faults_areNamed(String file, String text, String by, String message) throws IOException {
        replace(file, text, by);
        if (file.endsWith(".yaml") && file.contains("/") && !file.endsWith("SOURCE.yaml")) {
            forgetDigests(folder.resolve(file).resolveSibling("SOURCE.yaml"));
        }
        assertThatThrownBy(() -> EngineCatalog.read(EditionFolder.of(folder)))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(message);
    }

    /** As in a draft that is not published yet. */
    private static void forgetDigests(Path source) throws IOException {
        String text = Files.readString(source);
        Files.writeString(source, text.substring(0, text.indexOf("files:")));
    }
}
