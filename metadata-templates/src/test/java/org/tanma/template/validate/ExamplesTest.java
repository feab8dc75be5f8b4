// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example file beside a template says truly whether it is valid, and what is wrong with it when it is not. */
class ExamplesTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordValidator VALIDATOR = new RecordValidator(CATALOG);

    static Stream<Path> examples() throws Exception {
        Path root = Path.of(Objects.requireNonNull(TemplateCatalog.class.getResource("/templates/index.txt"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(f ->
                            f.toString().contains("examples") && f.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            for (MetadataTemplate template : CATALOG.newest()) {
                for (String kind : List.of("valid", "invalid")) {
                    Path folder =
                            root.resolve(template.name()).resolve("examples").resolve(kind);
                    assertThat(found).as("examples in %s", folder).anyMatch(f -> f.startsWith(folder));
                }
            }
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_isJudgedAsItSays(Path file) throws IOException {
        JsonNode example = JsonMapper.shared().readTree(Files.readString(file));
        MetadataTemplate template = CATALOG.get(
                file.getParent().getParent().getParent().getFileName().toString());
        Map<String, String> items = new LinkedHashMap<>();
        example.get("items")
                .properties()
                .forEach(e -> items.put(e.getKey(), e.getValue().asString()));
        List<String> expected = example.path("violations")
                .valueStream()
                .map(v -> v.get("path").asString() + " " + v.get("rule").asString())
                .toList();

        List<Violation> violations = VALIDATOR.validate(template, items);

        assertThat(violations).extracting(v -> v.path() + " " + v.rule()).containsExactlyInAnyOrderElementsOf(expected);
        boolean shouldFail = file.toString().contains("invalid");
        assertThat(violations.isEmpty()).isNotEqualTo(shouldFail);
        for (Violation violation : violations) {
            assertThat(violation.message(Locale.CHINESE)).endsWith("。").doesNotContain("{");
            assertThat(violation.message(Locale.ENGLISH)).endsWith(".").doesNotContain("{");
        }
    }
}
