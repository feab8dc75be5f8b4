// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each convention notices its fault in a small repository made for it, and names the place. */
class ConventionsTest {
    private static final String RECORD = """
            # 0001 Map

            ## Decision
            ## Why
            ## Options rejected
            ## Consequences
            ## Evidence

            Date: 2026-11-21 · Status: accepted
            """;

    @TempDir
    Path root;

    @Test
    void moduleReadme_missingLongOrUnordered_isNamed() {
        write("engine/pom.xml", "<project/>");
        write("engine/src/main/java/A.java", "class A {}");
        assertThat(documents().moduleReadmes()).extracting(Finding::file).containsExactly("engine/README.md");

        write(
                "engine/README.md",
                "# Engine\n## Use\n## Purpose\n## Configuration\n## Limits\n## Sources\n" + "\n".repeat(115));
        assertThat(documents().moduleReadmes())
                .extracting(Finding::line, Finding::what)
                .containsExactly(
                        tuple(121, "121 lines; at most 120"),
                        tuple(
                                1,
                                "sections are [Use, Purpose, Configuration, Limits, Sources]; asked for, in order: "
                                        + "[Purpose, Use, Configuration, Limits, Sources]"));
    }

    @Test
    void moduleReadme_ofAPomWithoutCode_isNotAskedFor() {
        write("sdk/pom.xml", "<project/>");
        assertThat(documents().moduleReadmes()).isEmpty();
    }

    @Test
    void rooms_missingOrGone_areNamed() {
        write("engine/pom.xml", "<project/>");
        write("engine/src/main/java/A.java", "class A {}");
        write("old/notes.txt", "");
        write("docs/architecture.md", "| module | holds |\n| `old` | nothing |\n| `a.Port` | asks |\n");
        assertThat(documents().rooms())
                .extracting(Finding::toString)
                .containsExactly(
                        "docs/architecture.md:2: no such module, or twice there: old",
                        "docs/architecture.md:1: has no row for engine");
    }

    @Test
    void rootReadme_tooLong_isNamed() {
        write("README.md", "line\n".repeat(151));
        assertThat(documents().rootReadme()).hasToString("[README.md:151: 151 lines; at most 150]");
    }

    @Test
    void translation_outOfStep_isNamed() {
        write("README.md", "# A\n## B\n```sh\n./tanma up\n```\n");
        write("README.zh-CN.md", "# 甲\n## 乙\n```sh\n# 注\n./tanma up\n```\n");
        assertThat(documents().translatedReadme()).isEmpty();

        write("README.zh-CN.md", "# 甲\n### 乙\n```sh\n./tanma up --empty\n```\n");
        assertThat(documents().translatedReadme())
                .extracting(Finding::what)
                .containsExactly(
                        "heading levels [1, 3]; README.md has [1, 2]",
                        "commands differ from README.md, in wording or order; lacks [./tanma up], adds [./tanma up --empty]");
    }

    @Test
    void links_deadOrMissing_areNamed() {
        write(
                "docs/a.md",
                "see [b](b.md#part) and [site](https://example.org)\n[gone](../nowhere.md)\n[rooms](../docs)\n");
        write("docs/b.md", "[self](b.md)\n");
        assertThat(documents().links()).hasToString("[docs/a.md:2: link leads nowhere: nowhere.md]");
        assertThat(documents().orphans()).extracting(Finding::file).containsExactly("docs/a.md");
    }

    @Test
    void decision_outOfForm_isNamed() {
        write("docs/adr/0001-map.md", RECORD);
        write("docs/adr/README.md", "| No. | Title |\n|---|---|\n| [0001](0001-map.md) | Map |\n");
        assertThat(decisions().records()).isEmpty();
        assertThat(decisions().index()).isEmpty();

        write("docs/adr/0001-map.md", RECORD.replace("## Why\n", "").replace("accepted", "perhaps") + "x\n".repeat(60));
        assertThat(decisions().records()).extracting(Finding::line).containsExactly(61, 1, 68);

        write("docs/adr/notes.txt", "a note\n");
        assertThat(decisions().records()).extracting(Finding::file).contains("docs/adr/notes.txt");
    }

    @Test
    void decisionIndex_incomplete_isNamed() {
        write("docs/adr/0001-map.md", RECORD);
        write("docs/adr/0002-codec.md", RECORD.replace("0001 Map", "0002 Codec"));
        write("docs/adr/README.md", "| [0003](0003-gone.md) | Gone |\n| [0001](0001-map.md) | A map |\n");
        assertThat(decisions().index())
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "docs/adr/README.md:2: 0001 is out of order or twice there",
                        "docs/adr/README.md:2: says 'A map'; the record's title is 'Map'",
                        "docs/adr/README.md:1: has no row for docs/adr/0002-codec.md",
                        "docs/adr/README.md:1: no such record: docs/adr/0003-gone.md");
    }

    @Test
    void glossary_typeThatIsNotThere_isNamed() {
        write("core/src/main/java/org/tanma/handle/model/HandleName.java", "class HandleName { enum Part {} }\n");
        write("docs/glossary.md", """
                | Term | Definition | Source | Java type |
                |---|---|---|---|
                | handle | a name | RFC 3651 | `handle.model.HandleName` |
                | part | one side | RFC 3651 | `handle.model.HandleName.Part` |
                | root | a word alone | RFC 3650 | – |
                | record | all values | RFC 3651 | `handle.model.HandleRecord` |
                | slash | between them | RFC 3651 | `handle.model.HandleName.Slash` |
                | site | a place | RFC 3650 | Site |
                | short | row |
                """);
        assertThat(new GlossaryConventions(repository()).types())
                .extracting(Finding::line)
                .containsExactly(6, 7, 8, 9);
    }

    @Test
    void package_withoutItsPage_isNamed() {
        write("m/src/main/java/a/A.java", "class A {}");
        write("m/src/main/java/b/package-info.java", "package b;\n");
        assertThat(sources().packages())
                .extracting(Finding::file)
                .containsExactly(
                        "m/src/main/java/a/package-info.java",
                        "m/src/main/java/b/package-info.java",
                        "m/src/main/java/b/package-info.java");
    }

    @Test
    void unfinishedOrLongSource_isNamed() {
        String mark = "TO" + "DO";
        write("m/src/main/java/a/A.java", "class A {\n // " + mark + " later\n}\n");
        write("m/src/main/java/a/B.java", "\n".repeat(501));
        write("m/target/C.java", mark);
        assertThat(sources().unfinished()).extracting(Finding::line).containsExactly(2);
        assertThat(sources().lengths()).hasToString("[m/src/main/java/a/B.java:501: 501 lines; at most 500]");
    }

    @Test
    void serverCode_thatNamesCnri_isNamed() {
        write("sdk/client/src/main/java/a/A.java", "import net.handle.hdllib.Util;\n");
        write("resolver-node/src/test/java/a/ATest.java", "import net.handle.hdllib.Util;\n");
        write(
                "resolver-node/src/main/java/a/A.java",
                "/** {@code net.handle:handle-client} */\nimport net.handle.hdllib.Util;\n");
        assertThat(sources().borders())
                .extracting(Finding::file, Finding::line)
                .containsExactly(tuple("resolver-node/src/main/java/a/A.java", 2));
    }

    @Test
    void data_withoutSourceOrKeys_isNamed() {
        write("m/src/main/resources/data/gwp/ar5/gwp.csv", "id\n");
        assertThat(new SourceStatementConventions(repository()).sources())
                .extracting(Finding::file)
                .containsExactly("m/src/main/resources/data/gwp/ar5/SOURCE.yaml");

        write(
                "m/src/main/resources/data/gwp/ar5/SOURCE.yaml",
                "title: T\npublisher: P\nedition: E\nurl:\nretrieved: 2026-11-21\nlicence: L\nnotes:\n  - one\n"
                        + "transformation: by hand\nentered_by: A\n");
        assertThat(new SourceStatementConventions(repository()).sources())
                .extracting(Finding::line, Finding::what)
                .containsExactly(tuple(4, "'url' has no value"), tuple(1, "lacks the key 'checked_by'"));
    }

    @Test
    void dataOverview_thatMissesOrMiscounts_isNamed() {
        write("m/src/main/resources/data/gwp/ar5/SOURCE.yaml", "title: T\n");
        write("m/src/main/resources/data/gwp/ar5/factors.csv", "id,quality\na,official\nb,unverified\n");
        write("m/src/main/resources/data/gwp/ar6/SOURCE.yaml", "title: T\n");
        write(
                "docs/data-sources.md",
                "| edition | what | source | terms | official | corroborated | unverified |\n"
                        + "| `gwp/ar5` | w | s | t | 2 | 0 | 0 |\n| `gwp/sar` | w | s | t |\n");
        assertThat(new DataSourceConventions(repository()).overview())
                .extracting(Finding::what)
                .containsExactly(
                        "says [official, corroborated, unverified] [2, 0, 0]; "
                                + "m/src/main/resources/data/gwp/ar5/factors.csv has [1, 0, 1]",
                        "does not list m/src/main/resources/data/gwp/ar6",
                        "no such edition: gwp/sar");
    }

    @Test
    void catalogue_withOddKeysOrOneLanguage_isNamed() {
        write("m/src/main/resources/page/home_zh.properties", "# 注\na = 甲\nb = 乙\\\n  c = 续\nd = {0} 行\n");
        write("m/src/main/resources/page/home_en.properties", "a=A\nd=row {1}\n");
        write("m/src/main/resources/page/code_en.properties", "a=A\n");
        assertThat(new MessageConventions(repository()).catalogues())
                .extracting(Finding::file, Finding::line)
                .containsExactly(
                        tuple("m/src/main/resources/page/code_zh.properties", 1),
                        tuple("m/src/main/resources/page/home_zh.properties", 3),
                        tuple("m/src/main/resources/page/home_zh.properties", 5));
    }

    private DocumentConventions documents() {
        return new DocumentConventions(repository());
    }

    private DecisionConventions decisions() {
        return new DecisionConventions(repository());
    }

    private SourceConventions sources() {
        return new SourceConventions(repository());
    }

    private Repository repository() {
        return Repository.at(root);
    }

    private void write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
