// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conventions for the decision records under {@code docs/adr} and for their index. */
final class DecisionConventions {
    private static final String DIRECTORY = "docs/adr/";
    private static final String INDEX = DIRECTORY + "README.md";
    private static final int MOST_LINES = 60;
    private static final List<String> SECTIONS =
            List.of("Decision", "Why", "Options rejected", "Consequences", "Evidence");
    private static final Pattern FILE = Pattern.compile("docs/adr/(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern CLOSING =
            Pattern.compile("Date: \\d{4}-\\d{2}-\\d{2} · Status: (accepted|superseded by \\[\\d{4}]\\(.+\\))");
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d{4})]\\(([^)]+)\\)");

    private final Repository repository;

    DecisionConventions(Repository repository) {
        this.repository = repository;
    }

    /** A record has its number as title, the five sections in order, date and status last, at most 60 lines. */
    List<Finding> records() {
        List<Finding> findings = new ArrayList<>();
        for (String file : recordFiles()) {
            Matcher name = FILE.matcher(file);
            if (!name.matches()) {
                findings.add(new Finding(file, 1, "a record is named NNNN-title.md, in lower case"));
                continue;
            }
            checkRecord(file, name.group(1), findings);
        }
        return findings;
    }

    private void checkRecord(String file, String number, List<Finding> findings) {
        List<String> lines = repository.lines(file);
        if (lines.size() > MOST_LINES) {
            findings.add(new Finding(file, MOST_LINES + 1, lines.size() + " lines; at most " + MOST_LINES));
        }
        if (!lines.get(0).startsWith("# " + number + " ")) {
            findings.add(new Finding(file, 1, "must begin with '# " + number + " ' and the title"));
        }
        List<String> sections = new Markdown(file, lines)
                .headings().stream()
                        .filter(h -> h.level() == 2)
                        .map(Markdown.Heading::text)
                        .toList();
        if (!sections.equals(SECTIONS)) {
            findings.add(new Finding(file, 1, "sections are " + sections + "; asked for, in order: " + SECTIONS));
        }
        if (!CLOSING.matcher(lines.get(lines.size() - 1)).matches()) {
            findings.add(new Finding(file, lines.size(), "must end with 'Date: YYYY-MM-DD · Status: accepted'"));
        }
    }

    /** The index has one row a record, with its title, in ascending order, and no other. */
    List<Finding> index() {
        List<Finding> findings = new ArrayList<>();
        if (!repository.has(INDEX)) {
            return List.of(new Finding(INDEX, 1, "missing; it lists every record"));
        }
        Map<String, Markdown.Row> entries = new HashMap<>();
        String last = "";
        for (Markdown.Row row : new Markdown(INDEX, repository.lines(INDEX)).rows()) {
            Matcher entry = ENTRY.matcher(row.cells().get(0));
            if (!entry.matches()) {
                continue;
            }
            if (entry.group(1).compareTo(last) <= 0) {
                findings.add(new Finding(INDEX, row.line(), entry.group(1) + " is out of order or twice there"));
            }
            last = entry.group(1);
            entries.put(DIRECTORY + entry.group(2), row);
        }
        for (String file : recordFiles()) {
            Markdown.Row row = entries.remove(file);
            String title = repository.lines(file).get(0).replaceFirst("^# \\d{4} ", "");
            if (row == null) {
                findings.add(new Finding(INDEX, 1, "has no row for " + file));
            } else if (!row.cells().get(1).equals(title)) {
                findings.add(new Finding(
                        INDEX, row.line(), "says '" + row.cells().get(1) + "'; the record's title is '" + title + "'"));
            }
        }
        entries.forEach((file, row) -> findings.add(new Finding(INDEX, row.line(), "no such record: " + file)));
        return findings;
    }

    private List<String> recordFiles() {
        return repository.files(f -> f.startsWith(DIRECTORY) && !f.equals(INDEX));
    }
}
