// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of routes: {@code routes.csv}, one line a method and pattern. The most specific pattern that matches a request is its
 * rule. Immutable.
 */
public final class RouteRules {
    private record Line(RouteRule rule, PathPattern pattern) {}

    private final List<Line> lines;

    private RouteRules(List<Line> lines) {
        this.lines = lines;
    }

    /** The table this node is shipped with. */
    public static RouteRules load() {
        try (InputStream in = RouteRules.class.getResourceAsStream("routes.csv")) {
            if (in == null) {
                throw new IllegalStateException("routes.csv is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Errors: {@link IllegalArgumentException} naming the line. */
    static RouteRules parse(String csv) {
        List<Line> lines = new ArrayList<>();
        csv.lines().skip(1).filter(text -> !text.isBlank()).forEach(text -> {
            String[] cells = text.split(",", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException("'" + text + "' has not four cells");
            }
            RouteRule rule = new RouteRule(
                    cells[0],
                    cells[1],
                    Arrays.stream(cells[2].split(" ")).map(Party::of).collect(Collectors.toSet()),
                    cells[3]);
            lines.add(new Line(rule, PathPatternParser.defaultInstance.parse(cells[1])));
        });
        lines.sort(Comparator.comparing(Line::pattern));
        return new RouteRules(List.copyOf(lines));
    }

    /** The rule of a request; empty for one that no line speaks of. */
    public Optional<RouteRule> find(String method, PathContainer path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return lines.stream()
                .filter(line ->
                        line.rule().method().equals(asked) && line.pattern().matches(path))
                .map(Line::rule)
                .findFirst();
    }

    public List<RouteRule> all() {
        return lines.stream().map(Line::rule).toList();
    }
}
