// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.Similarity;

/**
 * The units that may be written, and the only way from text to a {@link Unit}.
 *
 * <p>Shape: a simple unit, or two of them with a solidus, {@code GJ/10^4Nm3}, or one over several in parentheses, {@code
 * kJ/(kg·°C)}. Case counts. Before matching, spaces are
 * dropped and superscript digits, full-width signs and the subscript of CO₂ become plain characters. Thread-safe,
 * immutable.
 */
public final class UnitCatalog {
    private static final int MAX_HINTS = 3;
    private static final int MAX_LENGTH = 64;

    private final Map<String, Unit> byWriting = new HashMap<>();
    private final Map<String, Unit> bySymbol = new TreeMap<>();

    /** Errors: {@link IllegalArgumentException} if one writing stands for two units. */
    public UnitCatalog(List<UnitDefinition> definitions) {
        for (UnitDefinition definition : definitions) {
            bySymbol.put(definition.unit().symbol(), definition.unit());
            put(definition.unit().symbol(), definition.unit());
            definition.otherWritings().forEach(writing -> put(writing, definition.unit()));
        }
    }

    private void put(String writing, Unit unit) {
        Unit earlier = byWriting.put(UnitText.normalise(writing), unit);
        if (earlier != null && !earlier.equals(unit)) {
            throw new IllegalArgumentException(
                    "'%s' stands for both %s and %s".formatted(writing, earlier.symbol(), unit.symbol()));
        }
    }

    /** Reads a unit as people write it. */
    public ParsedUnit parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return unknown(text, text.substring(0, MAX_LENGTH));
        }
        String normal = UnitText.normalise(text);
        Unit simple = byWriting.get(normal);
        if (simple != null) {
            return new ParsedUnit.Known(simple);
        }
        int solidus = normal.indexOf('/');
        if (solidus < 0) {
            return unknown(text, normal);
        }
        String above = normal.substring(0, solidus);
        String below = normal.substring(solidus + 1);
        Unit numerator = byWriting.get(above);
        if (numerator == null) {
            return unknown(text, above);
        }
        boolean isProduct = below.length() > 2 && below.startsWith("(") && below.endsWith(")");
        @Nullable Unit denominator = null;
        for (String part : isProduct ? below.substring(1, below.length() - 1).split("·", -1) : new String[] {below}) {
            Unit unit = byWriting.get(part);
            if (unit == null) {
                return unknown(text, part);
            }
            denominator = denominator == null ? unit : denominator.times(unit);
        }
        return denominator == null ? unknown(text, below) : new ParsedUnit.Known(numerator.per(denominator));
    }

    /** The unit of a text that is known to be right, such as one in shipped data; throws if it is not. */
    public Unit get(String text) {
        if (parse(text) instanceof ParsedUnit.Known known) {
            return known.unit();
        }
        throw new IllegalArgumentException("unknown unit '" + text + "'");
    }

    /** Preferred symbols of the simple units, sorted. */
    public List<String> symbols() {
        return List.copyOf(bySymbol.keySet());
    }

    /** Preferred symbols of the simple units that measure this, sorted. */
    public List<String> symbolsOf(Dimension dimension) {
        return bySymbol.values().stream()
                .filter(unit -> unit.dimension().equals(dimension))
                .map(Unit::symbol)
                .toList();
    }

    private ParsedUnit.Unknown unknown(String given, String part) {
        List<String> hints = new ArrayList<>(
                bySymbol.keySet().stream().filter(part::equalsIgnoreCase).toList());
        boolean caseOnly = !hints.isEmpty();
        Similarity.nearest(part, bySymbol.keySet(), MAX_HINTS).stream()
                .filter(symbol -> !hints.contains(symbol))
                .forEach(hints::add);
        return new ParsedUnit.Unknown(
                given, part, hints.subList(0, Math.min(MAX_HINTS, hints.size())), caseOnly, symbols());
    }
}
