// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The glossary's rows have term, definition, source and Java type, and the types exist. A type is written in backticks as
 * its qualified name without {@code org.tanma.}; a nested one after its outer type.
 */
final class GlossaryConventions {
    private static final String GLOSSARY = "docs/glossary.md";
    private static final int COLUMNS = 4;
    private static final Pattern TYPE = Pattern.compile("`([a-z0-9_.]+)\\.([A-Z]\\w*)(?:\\.([A-Z]\\w*))?`");

    private final Repository repository;

    GlossaryConventions(Repository repository) {
        this.repository = repository;
    }

    List<Finding> types() {
        if (!repository.has(GLOSSARY)) {
            return List.of(new Finding(GLOSSARY, 1, "missing"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Markdown.Row row : new Markdown(GLOSSARY, repository.lines(GLOSSARY)).rows()) {
            List<String> cells = row.cells();
            if (cells.size() != COLUMNS) {
                findings.add(new Finding(GLOSSARY, row.line(), cells.size() + " cells; asked for: " + COLUMNS));
            } else if (!isHead(cells)) {
                checkTypes(row, cells.get(COLUMNS - 1), findings);
            }
        }
        return findings;
    }

    private static boolean isHead(List<String> cells) {
        return cells.get(0).startsWith("---") || cells.get(0).equals("Term");
    }

    private void checkTypes(Markdown.Row row, String cell, List<Finding> findings) {
        if (cell.equals("–")) {
            return;
        }
        Matcher type = TYPE.matcher(cell);
        int found = 0;
        while (type.find()) {
            found++;
            String source =
                    "/src/main/java/org/tanma/" + type.group(1).replace('.', '/') + "/" + type.group(2) + ".java";
            Optional<String> file =
                    repository.files(f -> f.endsWith(source)).stream().findFirst();
            if (file.isEmpty()) {
                findings.add(new Finding(GLOSSARY, row.line(), "no source file for " + type.group()));
            } else if (type.group(3) != null && !declares(file.get(), type.group(3))) {
                findings.add(new Finding(GLOSSARY, row.line(), file.get() + " declares no type " + type.group(3)));
            }
        }
        if (found == 0) {
            findings.add(
                    new Finding(GLOSSARY, row.line(), "no Java type in '" + cell + "'; write – where there is none"));
        }
    }

    private boolean declares(String file, String nested) {
        Pattern declaration = Pattern.compile(".*\\b(class|record|enum|interface) " + nested + "\\b.*");
        return repository.lines(file).stream()
                .anyMatch(line -> declaration.matcher(line).matches());
    }
}
