// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conventions for the source statements of data. */
final class SourceStatementConventions {
    private static final String SOURCE = "/SOURCE.yaml";
    private static final List<String> KEYS = List.of(
            "title",
            "publisher",
            "edition",
            "url",
            "retrieved",
            "licence",
            "transformation",
            "entered_by",
            "checked_by");

    /** A directory of data: what lies under data/ or templates/ in a module's resources, examples aside. */
    private static final Pattern DATA =
            Pattern.compile("(.+/src/main/resources/(?:.+/)?(?:data|templates)/.+)/[^/]+\\.(?:csv|json|yaml)");

    private static final Pattern PAIR = Pattern.compile("([a-z0-9_]+):(?:\\s+(.*))?");

    private final Repository repository;

    SourceStatementConventions(Repository repository) {
        this.repository = repository;
    }

    /** Every directory of data has a SOURCE.yaml, its own or that of the directory above, with the mandatory keys filled. */
    List<Finding> sources() {
        List<Finding> findings = new ArrayList<>();
        Set<String> directories = new TreeSet<>();
        for (String file : repository.files()) {
            Matcher data = DATA.matcher(file);
            if (data.matches() && !file.contains("/examples/")) {
                directories.add(data.group(1));
            }
        }
        for (String directory : directories) {
            boolean stated =
                    repository.has(directory + SOURCE) || repository.has(Repository.directory(directory) + SOURCE);
            if (!stated) {
                findings.add(new Finding(directory + SOURCE, 1, "missing; data ship with their source"));
            }
        }
        for (String file : repository.files(f -> f.contains("/src/main/resources/") && f.endsWith(SOURCE))) {
            checkSource(file, findings);
        }
        return findings;
    }

    private void checkSource(String file, List<Finding> findings) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        List<String> lines = repository.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher pair = PAIR.matcher(lines.get(i));
            if (pair.matches()) {
                keys.put(pair.group(1), i + 1);
                boolean nested = i + 1 < lines.size() && lines.get(i + 1).matches("[ -].*");
                if ((pair.group(2) == null || pair.group(2).isBlank()) && !nested) {
                    findings.add(new Finding(file, i + 1, "'" + pair.group(1) + "' has no value"));
                }
            }
        }
        for (String key : KEYS) {
            if (!keys.containsKey(key)) {
                findings.add(new Finding(file, 1, "lacks the key '" + key + "'"));
            }
        }
    }
}
