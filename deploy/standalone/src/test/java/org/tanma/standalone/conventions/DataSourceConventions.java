// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The overview of data sources lists every edition that ships, and no other, and counts the rows of a factor edition by how
 * sure they are.
 */
final class DataSourceConventions {
    private static final String PAGE = "docs/data-sources.md";
    private static final String SOURCE = "/SOURCE.yaml";
    private static final List<String> QUALITIES = List.of("official", "corroborated", "unverified");
    private static final int FACTOR_COLUMNS = 4 + QUALITIES.size();

    private final Repository repository;

    DataSourceConventions(Repository repository) {
        this.repository = repository;
    }

    List<Finding> overview() {
        if (!repository.has(PAGE)) {
            return List.of(new Finding(PAGE, 1, "missing"));
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, Markdown.Row> rows = new LinkedHashMap<>();
        for (Markdown.Row row : new Markdown(PAGE, repository.lines(PAGE)).rows()) {
            String first = row.cells().get(0);
            if (first.startsWith("`") && first.endsWith("`")) {
                rows.put(first.substring(1, first.length() - 1), row);
            }
        }
        for (String directory : editions()) {
            String name = rows.keySet().stream()
                    .filter(edition -> directory.endsWith("/" + edition))
                    .findFirst()
                    .orElse("");
            if (name.isEmpty()) {
                findings.add(new Finding(PAGE, 1, "does not list " + directory));
                continue;
            }
            compare(directory + "/factors.csv", rows.get(name), findings);
            rows.remove(name);
        }
        rows.forEach((name, row) -> findings.add(new Finding(PAGE, row.line(), "no such edition: " + name)));
        return findings;
    }

    private TreeSet<String> editions() {
        TreeSet<String> directories = new TreeSet<>();
        for (String file : repository.files(f -> f.contains("/src/main/resources/") && f.endsWith(SOURCE))) {
            directories.add(Repository.directory(file));
        }
        return directories;
    }

    private void compare(String factors, Markdown.Row row, List<Finding> findings) {
        if (!repository.has(factors)) {
            return;
        }
        List<String> lines = repository.lines(factors);
        List<String> counted = QUALITIES.stream()
                .map(quality -> lines.stream()
                        .filter(line -> line.endsWith("," + quality))
                        .count())
                .map(String::valueOf)
                .toList();
        List<String> cells = row.cells();
        List<String> stated = cells.size() == FACTOR_COLUMNS
                ? cells.subList(FACTOR_COLUMNS - QUALITIES.size(), FACTOR_COLUMNS)
                : List.of();
        if (!stated.equals(counted)) {
            findings.add(new Finding(
                    PAGE, row.line(), "says " + QUALITIES + " " + stated + "; " + factors + " has " + counted));
        }
    }
}
