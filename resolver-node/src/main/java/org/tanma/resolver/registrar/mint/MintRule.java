// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.resolver.registrar.mint.MintPart.Kind;

/**
 * How suffixes are made: a row of parts.
 *
 * <p>Forms: {@code random}; {@code uuidv7}; {@code sequence}, {@code sequence:6}, {@code sequence:6:KILN-}; {@code
 * gs1:09506000134352}, or {@code gs1} for the GTIN the row gives, then {@code :12} for the digits of the serial; {@code
 * pattern:PUMP-{year}-{sequence:6}-{check:mod97}}. Every rule has a part that makes its results differ. Errors: {@link
 * MintRuleException}. Immutable.
 */
public final class MintRule {
    /** Twelve random characters: what a handle gets when nothing else is said. */
    public static final MintRule DEFAULT = parse("random");

    /** Longest rule, in characters. */
    public static final int MAX_LENGTH = 120;

    private static final int RANDOM_LENGTH = 12;
    private static final int LEAST_RANDOM = 8;
    private static final int MOST_RANDOM = 32;
    private static final int MOST_DIGITS = 18;
    /** Longest serial number of GS1 application identifier 21. */
    private static final int MOST_SERIAL = 20;

    private static final int SERIAL_DIGITS = 12;
    private static final Pattern SEQUENCE = Pattern.compile("sequence(?::(\\d{1,3}))?(?::(.+))?");
    private static final Pattern GS1 = Pattern.compile("gs1(?::(\\d{8,14}))?(?::(\\d{1,3}))?");
    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|([^{}]+)|(.)", Pattern.DOTALL);
    private static final Pattern CONTENT = Pattern.compile("([a-z]+)(?::([a-z0-9]+))?");
    /** What a literal may hold: what can stand in a handle, a URL and a file name without being quoted. */
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~/-]+");

    private final String text;
    private final List<MintPart> parts;

    private MintRule(String text, List<MintPart> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    public static MintRule parse(String given) {
        String text = given.strip();
        if (text.length() > MAX_LENGTH) {
            throw new MintRuleException(text.substring(0, MAX_LENGTH) + "…", "long", MAX_LENGTH);
        }
        if (text.equals("random")) {
            return new MintRule(text, List.of(new MintPart(Kind.RANDOM, "", RANDOM_LENGTH)));
        }
        if (text.equals("uuidv7")) {
            return new MintRule(text, List.of(new MintPart(Kind.UUID, "", 0)));
        }
        Matcher sequence = SEQUENCE.matcher(text);
        if (sequence.matches()) {
            return sequence(text, Optional.ofNullable(sequence.group(1)), Optional.ofNullable(sequence.group(2)));
        }
        Matcher gs1 = GS1.matcher(text);
        if (gs1.matches()) {
            return gs1(text, Optional.ofNullable(gs1.group(1)), Optional.ofNullable(gs1.group(2)));
        }
        if (text.startsWith("pattern:")) {
            return pattern(text, text.substring("pattern:".length()));
        }
        throw new MintRuleException(text, "unknown");
    }

    private static MintRule sequence(String text, Optional<String> width, Optional<String> prefix) {
        List<MintPart> parts = new ArrayList<>();
        prefix.ifPresent(literal -> parts.add(literal(text, literal)));
        parts.add(new MintPart(
                Kind.SEQUENCE,
                "",
                width.map(w -> bounded(text, w, 1, MOST_DIGITS)).orElse(1)));
        return new MintRule(text, parts);
    }

    /** The path of a GS1 Digital Link: AI 01 with the GTIN in 14 digits, AI 21 with the serial. */
    private static MintRule gs1(String text, Optional<String> gtin, Optional<String> width) {
        MintPart product = gtin.map(digits -> {
                    String full = "0".repeat(Gtin.DIGITS - digits.length()) + digits;
                    if (!Gtin.isValid(full)) {
                        throw new MintRuleException(text, "gtin", digits, Gtin.checked(digits));
                    }
                    return new MintPart(Kind.LITERAL, full, 0);
                })
                .orElse(new MintPart(Kind.ITEM, Gtin.ITEM, 0));
        int digits = width.map(w -> bounded(text, w, 1, MOST_DIGITS)).orElse(SERIAL_DIGITS);
        return new MintRule(
                text,
                List.of(
                        new MintPart(Kind.LITERAL, "01/", 0),
                        product,
                        new MintPart(Kind.LITERAL, "/21/", 0),
                        new MintPart(Kind.SEQUENCE, "", Math.min(digits, MOST_SERIAL))));
    }

    private static MintRule pattern(String text, String body) {
        List<MintPart> parts = new ArrayList<>();
        Matcher m = PART.matcher(body);
        while (m.find()) {
            if (m.group(3) != null) {
                throw new MintRuleException(text, "brace", m.start() + "pattern:".length() + 1);
            }
            parts.add(m.group(2) != null ? literal(text, m.group(2)) : filled(text, m.group(1)));
        }
        boolean isEndless = parts.stream()
                .anyMatch(p -> p.kind() == Kind.SEQUENCE || p.kind() == Kind.RANDOM || p.kind() == Kind.UUID);
        if (!isEndless) {
            throw new MintRuleException(text, "same");
        }
        if (parts.stream().filter(p -> p.kind() == Kind.SEQUENCE).count() > 1) {
            throw new MintRuleException(text, "sequences");
        }
        if (parts.get(0).kind() == Kind.CHECK) {
            throw new MintRuleException(text, "checkFirst");
        }
        return new MintRule(text, parts);
    }

    private static MintPart filled(String text, String content) {
        Matcher m = CONTENT.matcher(content);
        if (!m.matches()) {
            throw new MintRuleException(text, "part", content);
        }
        Optional<String> argument = Optional.ofNullable(m.group(2));
        switch (m.group(1)) {
            case "sequence":
                return new MintPart(
                        Kind.SEQUENCE,
                        "",
                        argument.map(w -> bounded(text, w, 1, MOST_DIGITS)).orElse(1));
            case "random":
                return new MintPart(
                        Kind.RANDOM,
                        "",
                        argument.map(w -> bounded(text, w, LEAST_RANDOM, MOST_RANDOM))
                                .orElse(RANDOM_LENGTH));
            case "check":
                String system = argument.orElse("");
                CheckSystem.find(system).orElseThrow(() -> new MintRuleException(text, "check", system));
                return new MintPart(Kind.CHECK, system, 0);
            case "year":
                return new MintPart(Kind.YEAR, "", 0);
            case "uuidv7":
                return new MintPart(Kind.UUID, "", 0);
            default:
                throw new MintRuleException(text, "part", content);
        }
    }

    private static MintPart literal(String text, String literal) {
        if (!LITERAL.matcher(literal).matches()) {
            throw new MintRuleException(text, "literal", literal);
        }
        return new MintPart(Kind.LITERAL, literal, 0);
    }

    private static int bounded(String text, String digits, int least, int most) {
        int number = digits.chars().allMatch(c -> c >= '0' && c <= '9') && digits.length() < 4
                ? Integer.parseInt(digits)
                : -1;
        if (number < least || number > most) {
            throw new MintRuleException(text, "range", digits, least, most);
        }
        return number;
    }

    List<MintPart> parts() {
        return parts;
    }

    /** True when it counts, so that its numbers come out of a counter on disk. */
    boolean isCounting() {
        return parts.stream().anyMatch(p -> p.kind() == Kind.SEQUENCE);
    }

    /** The rule as text; parsing it gives an equal rule. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MintRule rule && text.equals(rule.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
