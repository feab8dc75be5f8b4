// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conventions for source files. */
final class SourceConventions {
    private static final int MOST_LINES = 500;

    /** Marks of unfinished work, spelled so that this file does not carry them itself. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

    private static final Pattern CNRI =
            Pattern.compile("^import .*\\bnet\\.(handle|cnri)\\.|[ (]net\\.(handle|cnri)\\.[a-z]");

    private static final Set<String> TEXT = Set.of(
            "java", "xml", "properties", "mustache", "css", "sql", "yaml", "yml", "json", "sh", "csv", "txt", "html");
    private static final Set<String> SCRIPTS = Set.of(".ci/run", "tanma");

    private final Repository repository;

    SourceConventions(Repository repository) {
        this.repository = repository;
    }

    /** Every package of main code has a package-info with a Javadoc comment and {@code @NullMarked}. */
    List<Finding> packages() {
        List<Finding> findings = new ArrayList<>();
        Set<String> packages = new TreeSet<>();
        mainJava().forEach(file -> packages.add(Repository.directory(file)));
        for (String directory : packages) {
            String file = directory + "/package-info.java";
            if (!repository.has(file)) {
                findings.add(new Finding(file, 1, "missing; it says purpose, entry types and who may depend on it"));
                continue;
            }
            String text = String.join("\n", repository.lines(file));
            if (!text.contains("/**")) {
                findings.add(new Finding(file, 1, "has no Javadoc comment"));
            }
            if (!text.contains("\n@NullMarked\n")) {
                findings.add(new Finding(file, 1, "has no @NullMarked"));
            }
        }
        return findings;
    }

    /** No file carries a mark of unfinished work. */
    List<Finding> unfinished() {
        List<Finding> findings = new ArrayList<>();
        for (String file : repository.files(SourceConventions::isSource)) {
            List<String> lines = repository.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher mark = UNFINISHED.matcher(lines.get(i));
                if (mark.find()) {
                    findings.add(new Finding(file, i + 1, "says " + mark.group() + "; finish it or take it out"));
                }
            }
        }
        return findings;
    }

    private static boolean isSource(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return SCRIPTS.contains(file) || TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** No file of main code has more than 500 lines. */
    List<Finding> lengths() {
        List<Finding> findings = new ArrayList<>();
        for (String file : mainJava()) {
            int length = repository.lines(file).size();
            if (length > MOST_LINES) {
                findings.add(new Finding(file, MOST_LINES + 1, length + " lines; at most " + MOST_LINES));
            }
        }
        return findings;
    }

    /** CNRI's libraries are named by the client alone: no server code refers to them. */
    List<Finding> borders() {
        List<Finding> findings = new ArrayList<>();
        for (String file : mainJava()) {
            List<String> lines = repository.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!file.startsWith("sdk/client/")
                        && CNRI.matcher(lines.get(i)).find()) {
                    findings.add(new Finding(file, i + 1, "refers to CNRI's library; only sdk/client may, see NOTICE"));
                }
            }
        }
        return findings;
    }

    private List<String> mainJava() {
        return repository.files(f -> f.contains("/src/main/java/") && f.endsWith(".java"));
    }
}
