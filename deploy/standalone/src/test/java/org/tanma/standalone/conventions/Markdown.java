// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file taken apart as far as the conventions ask: headings, links, commands, table rows. */
final class Markdown {
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) (.+)");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");

    /** A heading with its level, 1 to 6, and the line it is on. */
    record Heading(int level, String text, int line) {}

    /** A link to another file of the repository, resolved against the root. */
    record Link(String target, int line) {}

    /** A table row's cells, trimmed. */
    record Row(List<String> cells, int line) {}

    private final List<Heading> headings = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    Markdown(String file, List<String> lines) {
        String fence = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                fence = fence == null ? line.substring(3).trim() : null;
            } else if (fence != null) {
                readCode(fence, line.strip());
            } else {
                readText(file, line, i + 1);
            }
        }
    }

    private void readCode(String language, String line) {
        boolean shell = language.equals("sh") || language.equals("bash") || language.equals("shell");
        if (line.startsWith("$ ")) {
            commands.add(line.substring(2).strip());
        } else if (shell && !line.isEmpty() && !line.startsWith("#")) {
            commands.add(line);
        }
    }

    private void readText(String file, String line, int number) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            headings.add(new Heading(heading.group(1).length(), heading.group(2).strip(), number));
        }
        if (line.startsWith("|") && line.length() > 1) {
            String inner = line.strip();
            inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
            rows.add(new Row(
                    List.of(inner.split("\\|", -1)).stream().map(String::strip).toList(), number));
        }
        Matcher link = LINK.matcher(line);
        while (link.find()) {
            String target = link.group(1).replaceFirst("#.*$", "");
            if (!target.isEmpty()
                    && !target.contains("://")
                    && !target.startsWith("mailto:")
                    && !target.startsWith("/")) {
                links.add(new Link(resolve(file, target), number));
            }
        }
    }

    private static String resolve(String file, String target) {
        String joined = Path.of(Repository.directory(file))
                .resolve(target)
                .normalize()
                .toString()
                .replace('\\', '/');
        return joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }

    List<Heading> headings() {
        return headings;
    }

    List<Link> links() {
        return links;
    }

    List<Row> rows() {
        return rows;
    }

    /** What a reader is told to type: lines after {@code $ } and the lines of shell blocks, comments aside. */
    List<String> commands() {
        return commands;
    }
}
