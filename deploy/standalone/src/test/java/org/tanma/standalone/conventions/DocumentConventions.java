// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Conventions for READMEs and for the pages under {@code docs}. */
final class DocumentConventions {
    private static final String ARCHITECTURE = "docs/architecture.md";
    private static final int ROOT_README_LINES = 150;
    private static final int MODULE_README_LINES = 120;
    private static final List<String> MODULE_SECTIONS = List.of("Purpose", "Use", "Configuration", "Limits", "Sources");

    private final Repository repository;

    DocumentConventions(Repository repository) {
        this.repository = repository;
    }

    /** The table of rooms in the architecture page has one row for each module with main code, and no other. */
    List<Finding> rooms() {
        List<Finding> findings = new ArrayList<>();
        Set<String> modules = new TreeSet<>(modules());
        for (Markdown.Row row : markdown(ARCHITECTURE).rows()) {
            String first = row.cells().get(0);
            String module = first.replace("`", "");
            boolean isPath = repository.files().stream().anyMatch(f -> f.startsWith(module + "/"));
            if (first.startsWith("`") && isPath && !modules.remove(module)) {
                findings.add(new Finding(ARCHITECTURE, row.line(), "no such module, or twice there: " + module));
            }
        }
        modules.forEach(module -> findings.add(new Finding(ARCHITECTURE, 1, "has no row for " + module)));
        return findings;
    }

    private List<String> modules() {
        return repository.files(f -> f.endsWith("/pom.xml")).stream()
                .map(Repository::directory)
                .filter(module -> !repository
                        .files(f -> f.startsWith(module + "/src/main/"))
                        .isEmpty())
                .toList();
    }

    /** Every module with main code has a README of at most 120 lines with the five sections, in order. */
    List<Finding> moduleReadmes() {
        List<Finding> findings = new ArrayList<>();
        for (String module : modules()) {
            String readme = module + "/README.md";
            if (!repository.has(readme)) {
                findings.add(new Finding(readme, 1, "missing; every module has one"));
                continue;
            }
            checkLength(readme, MODULE_README_LINES, findings);
            checkSections(readme, findings);
        }
        return findings;
    }

    private void checkSections(String readme, List<Finding> findings) {
        List<Markdown.Heading> headings = markdown(readme).headings();
        if (headings.isEmpty() || headings.get(0).level() != 1) {
            findings.add(new Finding(readme, 1, "must begin with the module's name as a level-one heading"));
        }
        List<String> sections = headings.stream()
                .filter(h -> h.level() == 2)
                .map(Markdown.Heading::text)
                .filter(MODULE_SECTIONS::contains)
                .toList();
        if (!sections.equals(MODULE_SECTIONS)) {
            findings.add(
                    new Finding(readme, 1, "sections are " + sections + "; asked for, in order: " + MODULE_SECTIONS));
        }
    }

    /** The README at the root has at most 150 lines. */
    List<Finding> rootReadme() {
        List<Finding> findings = new ArrayList<>();
        if (repository.has("README.md")) {
            checkLength("README.md", ROOT_README_LINES, findings);
        }
        return findings;
    }

    private void checkLength(String file, int most, List<Finding> findings) {
        int length = repository.lines(file).size();
        if (length > most) {
            findings.add(new Finding(file, most + 1, length + " lines; at most " + most));
        }
    }

    /** The Chinese README has the same outline and the same commands as the English one. */
    List<Finding> translatedReadme() {
        List<Finding> findings = new ArrayList<>();
        String chinese = "README.zh-CN.md";
        if (!repository.has("README.md") || !repository.has(chinese)) {
            return findings;
        }
        Markdown original = markdown("README.md");
        Markdown translated = markdown(chinese);
        List<Integer> outline =
                original.headings().stream().map(Markdown.Heading::level).toList();
        List<Integer> other =
                translated.headings().stream().map(Markdown.Heading::level).toList();
        if (!outline.equals(other)) {
            findings.add(new Finding(chinese, 1, "heading levels " + other + "; README.md has " + outline));
        }
        if (!original.commands().equals(translated.commands())) {
            Set<String> odd = new HashSet<>(original.commands());
            odd.removeAll(translated.commands());
            Set<String> extra = new HashSet<>(translated.commands());
            extra.removeAll(original.commands());
            findings.add(new Finding(
                    chinese,
                    1,
                    "commands differ from README.md, in wording or order; lacks " + odd + ", adds " + extra));
        }
        return findings;
    }

    /** Every relative link leads to a file or directory of the repository. */
    List<Finding> links() {
        List<Finding> findings = new ArrayList<>();
        for (String file : markdownFiles()) {
            for (Markdown.Link link : markdown(file).links()) {
                String target = link.target();
                boolean exists =
                        repository.has(target) || repository.files().stream().anyMatch(f -> f.startsWith(target + "/"));
                if (!exists) {
                    findings.add(new Finding(file, link.line(), "link leads nowhere: " + target));
                }
            }
        }
        return findings;
    }

    /** Every file under docs is linked from another page. */
    List<Finding> orphans() {
        Set<String> linked = new HashSet<>();
        for (String file : markdownFiles()) {
            linked.addAll(markdown(file).links().stream()
                    .map(Markdown.Link::target)
                    .filter(target -> !target.equals(file))
                    .collect(Collectors.toSet()));
        }
        return repository.files(f -> f.startsWith("docs/")).stream()
                .filter(f -> !linked.contains(f))
                .map(f -> new Finding(f, 1, "no page links to this file"))
                .toList();
    }

    private List<String> markdownFiles() {
        return repository.files(f -> f.endsWith(".md"));
    }

    private Markdown markdown(String file) {
        return new Markdown(file, repository.lines(file));
    }
}
