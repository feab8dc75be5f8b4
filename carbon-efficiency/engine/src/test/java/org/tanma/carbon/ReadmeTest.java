// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.report.ResultDocument;

/** The example of the README is this code, line by line, and its request is read and answered as the README says. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path SOURCE = Path.of("src/test/java/org/tanma/carbon/ReadmeTest.java");

    @Test
    void example_runsAndSaysWhatTheReadmeSays() throws IOException {
        String request = block(Files.readString(README), "yaml");
        EngineCatalog catalog = EngineCatalog.readShipped();
        ParsedRequest parsed = new InventoryRequestReader(catalog.units()).read("request", request.getBytes());
        ParsedRequest.Read read = (ParsedRequest.Read) parsed;
        InventoryOutcome outcome = catalog.inventoryEngine().compute(read.request());
        if (outcome instanceof Inventory inventory) {
            ResultDocument document = ResultDocument.of(inventory);
            assertThat(document.digest()).startsWith("sha256:");
        }
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.missing().get(0).path())
                                .isEqualTo("entries/grid/electricity/2025-02"));
        assertThat(((Incomplete) outcome).missing()).hasSize(11);
    }

    @Test
    void javaOfTheReadme_isInThisFile() throws IOException {
        String source = Files.readString(SOURCE).replaceAll("\\s+", " ");
        List<String> lines = block(Files.readString(README), "java")
                .lines()
                .map(String::strip)
                .toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(source).contains(line));
    }

    @Test
    void sections_areThoseOfTheHouse() throws IOException {
        List<String> readme = Files.readAllLines(README);
        assertThat(readme).hasSizeLessThanOrEqualTo(120);
        assertThat(readme.stream().filter(line -> line.startsWith("## ")))
                .containsExactly("## Purpose", "## Use", "## Configuration", "## Limits", "## Sources");
        Map<String, Integer> editions = Map.of("cement-ndrc/2013", 1, "zhejiang-carbon-efficiency/2026", 1);
        assertThat(String.join("\n", readme)).contains(editions.keySet());
    }

    private static String block(String text, String language) {
        int begin = text.indexOf("```" + language) + language.length() + 4;
        return text.substring(begin, text.indexOf("```", begin));
    }
}
