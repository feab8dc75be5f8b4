// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads GS1 keys from element strings, Digital Link URIs and bare values. */
final class Gs1Reader {
    private static final int LONGEST_AI = 4;

    /** An application identifier and what follows it. */
    record Element(Part ai, Part value) {}

    private Gs1Reader() {}

    /** {@code (01)09506000134352(21)ABC}; an opening parenthesis within a value may be written with a backslash before. */
    static Gs1Identifier elementString(String given, Part text) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < text.text().length()) {
            int close = aiEnd(text.text(), at);
            if (close < 0) {
                throw text.fault(IdentifierKind.GTIN, given, at, FaultReason.PARENTHESIS);
            }
            int next = close + 1;
            while (next < text.text().length() && (isEscape(text.text(), next - 1) || aiEnd(text.text(), next) < 0)) {
                next++;
            }
            Part value = text.between(close + 1, next);
            elements.add(new Element(
                    text.between(at + 1, close), new Part(value.text().replace("\\(", "("), value.offset())));
            at = next;
        }
        return of(given, text, elements, false);
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '\\';
    }

    /** Where the parenthesis of an application identifier that opens at {@code at} closes; -1 when none opens there. */
    private static int aiEnd(String text, int at) {
        int close = at;
        while (++close < text.length() && close - at <= LONGEST_AI && Part.isDigit(text.charAt(close))) {
            // counts the digits
        }
        boolean isAi = text.charAt(at) == '(' && close < text.length() && text.charAt(close) == ')' && close - at > 2;
        return isAi ? close : -1;
    }

    /** The pairs of a path that begins with a primary key; empty when it does not look like one. */
    static Optional<List<Element>> path(Part path) {
        List<Part> segments = segments(path);
        for (int first = 0; first + 1 < segments.size(); first++) {
            boolean isPaired = (segments.size() - first) % 2 == 0
                    && Gs1Key.ofAi(segments.get(first).text()).isPresent();
            for (int i = first; isPaired && i < segments.size(); i += 2) {
                isPaired = isAi(segments.get(i).text());
            }
            if (isPaired) {
                List<Element> elements = new ArrayList<>();
                for (int i = first; i < segments.size(); i += 2) {
                    elements.add(new Element(segments.get(i), segments.get(i + 1)));
                }
                return Optional.of(elements);
            }
        }
        return Optional.empty();
    }

    private static List<Part> segments(Part path) {
        List<Part> segments = new ArrayList<>();
        String text = path.text();
        int start = text.startsWith("/") ? 1 : 0;
        while (start < text.length()) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            segments.add(path.between(start, end));
            start = end + 1;
        }
        return segments;
    }

    private static boolean isAi(String text) {
        return text.length() >= 2 && text.length() <= LONGEST_AI && Part.isDigits(text);
    }

    /** Reads the pairs of a Digital Link URI: percent-encoded, qualifiers in their order. */
    static Gs1Identifier link(String given, Part text, List<Element> pairs) {
        IdentifierKind kind =
                Gs1Key.ofAi(pairs.get(0).ai().text()).orElseThrow().kind();
        List<Element> decoded = new ArrayList<>();
        for (Element pair : pairs) {
            decoded.add(new Element(pair.ai(), PercentText.decode(kind, given, pair.value())));
        }
        return of(given, text, decoded, true);
    }

    /** The value alone, of a key that is known from elsewhere; spaces and hyphens between digits are left out. */
    static Gs1Identifier bare(String given, Gs1Key key, Part value) {
        Part packed = key.digits() > 0 && key.longestTail() == 0 ? packed(value) : value;
        return normal(key, Gs1Values.key(given, key, packed), List.of());
    }

    static Part packed(Part value) {
        return new Part(value.text().replace(" ", "").replace("-", ""), value.offset());
    }

    private static Gs1Identifier of(String given, Part whole, List<Element> elements, boolean isOrdered) {
        Element first = elements.stream()
                .filter(e -> Gs1Key.ofAi(e.ai().text()).isPresent())
                .findFirst()
                .orElseThrow(() -> whole.fault(IdentifierKind.GTIN, given, 0, FaultReason.NO_PRIMARY_KEY));
        Gs1Key key = keyOf(first.ai().text());
        String value = Gs1Values.key(given, key, first.value());
        Map<String, String> found = new HashMap<>();
        int last = -1;
        for (Element element : elements) {
            if (element == first) {
                continue;
            }
            String ai = element.ai().text();
            int place = key.qualifiers().indexOf(ai);
            if (isOrdered && place < 0) {
                throw element.ai()
                        .fault(
                                key.kind(),
                                given,
                                0,
                                FaultReason.QUALIFIER_NOT_ALLOWED,
                                ai,
                                key.ai(),
                                key.qualifiers().isEmpty() ? "—" : String.join(", ", key.qualifiers()));
            }
            if (found.containsKey(ai)) {
                throw element.ai().fault(key.kind(), given, 0, FaultReason.REPEATED_APPLICATION_IDENTIFIER, ai);
            }
            if (isOrdered && place < last) {
                throw element.ai()
                        .fault(
                                key.kind(),
                                given,
                                0,
                                FaultReason.QUALIFIER_ORDER,
                                ai,
                                String.join(", ", key.qualifiers()));
            }
            last = place;
            found.put(ai, Gs1Values.qualifier(key.kind(), given, ai, element.value()));
        }
        List<Gs1Identifier.Qualifier> qualifiers = key.qualifiers().stream()
                .filter(found::containsKey)
                .map(ai -> new Gs1Identifier.Qualifier(ai, String.valueOf(found.get(ai))))
                .toList();
        return normal(key, value, qualifiers);
    }

    private static Gs1Key keyOf(String ai) {
        return Gs1Key.ofAi(ai).orElseThrow();
    }

    /** A party is the same in every role, unless a qualifier of that role tells it apart. */
    static Gs1Identifier normal(Gs1Key key, String value, List<Gs1Identifier.Qualifier> qualifiers) {
        boolean isRole = (key == Gs1Key.GLN_PAYMENT || key == Gs1Key.GLN_PARTY) && qualifiers.isEmpty();
        return new Gs1Identifier(isRole ? Gs1Key.GLN : key, value, qualifiers);
    }
}
