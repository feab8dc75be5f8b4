// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The formula of a step, as the trace prints it, turned into one that a spreadsheet program computes.
 *
 * <p>Shape: sums and products of the inputs' symbols and of numbers, with brackets; {@code Σ} and the word after it stand for
 * the sum over the children; a symbol that no input has means the one input that the formula does not name. Contract: nothing is guessed. A formula that cannot be read, or that gives another figure than
 * the result holds, is no formula, and the caller writes the figure instead and says so.
 */
final class StepFormula {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final Pattern TOKEN = Pattern.compile("\\s*([×÷+−()\\[\\]-]|Σ(?:\\s+[\\w]+)?|[^\\s×÷+−()\\[\\]Σ]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final int DEEPEST = 16;

    /** A term with its value here and its text in a cell. */
    record Term(BigDecimal value, String text) {}

    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Matcher tokens;
    private final Map<String, Term> symbols;
    private final Map<String, Term> sums;
    private final Set<String> unused;
    private final Set<String> unnamed;
    private String token = "";
    private boolean isAtEnd;
    private int depth;

    private StepFormula(String formula, Map<String, Term> symbols, Map<String, Term> sums) {
        this.tokens = TOKEN.matcher(formula);
        this.symbols = symbols;
        this.sums = sums;
        this.unused = new HashSet<>(symbols.keySet());
        this.unnamed = symbols.keySet().stream()
                .filter(symbol -> !formula.contains(symbol))
                .collect(Collectors.toSet());
        advance();
    }

    /**
     * Reads a formula.
     *
     * @param symbols the inputs in coherent units, and the cells that hold them
     * @param sums the sums over the children, and the cells that hold them, by the word after {@code Σ}; empty for all; no sums at all for a part of
     *     a formula, which need not use every input
     * @return its value and its text without the equals sign; empty if it cannot be read, or leaves an input out
     */
    static Optional<Term> read(String formula, Map<String, Term> symbols, Map<String, Term> sums) {
        try {
            StepFormula reading = new StepFormula(formula, symbols, sums);
            Term term = reading.sum();
            return reading.token.isEmpty() && reading.isAtEnd && (sums.isEmpty() || reading.unused.isEmpty())
                    ? Optional.of(term)
                    : Optional.empty();
        } catch (UnreadableException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Term sum() {
        boolean isNegated = take("−", "-");
        Term left = product();
        if (isNegated) {
            left = new Term(left.value().negate(), "-" + left.text());
        }
        while (is("+", "−", "-")) {
            boolean isPlus = take("+");
            if (!isPlus) {
                advance();
            }
            Term right = product();
            left = isPlus
                    ? new Term(left.value().add(right.value(), PRECISION), left.text() + "+" + right.text())
                    : new Term(left.value().subtract(right.value(), PRECISION), left.text() + "-" + right.text());
        }
        return left;
    }

    private Term product() {
        Term left = factor();
        while (is("×", "÷", "/")) {
            boolean isTimes = take("×");
            if (!isTimes) {
                advance();
            }
            Term right = factor();
            left = isTimes
                    ? new Term(left.value().multiply(right.value(), PRECISION), left.text() + "*" + right.text())
                    : new Term(left.value().divide(right.value(), PRECISION), left.text() + "/" + right.text());
        }
        return left;
    }

    private Term factor() {
        if (is("(", "[")) {
            if (++depth > DEEPEST) {
                throw new UnreadableException();
            }
            String closing = take("(") ? ")" : "]";
            if (closing.equals("]")) {
                advance();
            }
            Term inner = sum();
            if (!take(closing)) {
                throw new UnreadableException();
            }
            depth--;
            return new Term(inner.value(), "(" + inner.text() + ")");
        }
        String word = token;
        if (word.isEmpty() || List.of(")", "]", "×", "÷", "+", "−", "-").contains(word)) {
            throw new UnreadableException();
        }
        advance();
        return word.startsWith("Σ") ? sum(word.substring(1).strip()) : operand(word);
    }

    private Term sum(String word) {
        Term sum = sums.get(word);
        if (sum == null) {
            throw new UnreadableException();
        }
        return sum;
    }

    private Term operand(String word) {
        Term known = symbols.get(word);
        if (known != null) {
            unused.remove(word);
            return known;
        }
        if (NUMBER.matcher(word).matches()) {
            return new Term(new BigDecimal(word), word);
        }
        int solidus = word.indexOf('/');
        if (solidus > 0) {
            Term over = operand(word.substring(0, solidus));
            Term under = operand(word.substring(solidus + 1));
            return new Term(
                    over.value().divide(under.value(), PRECISION), "(" + over.text() + "/" + under.text() + ")");
        }
        if (unnamed.size() == 1) {
            String only = unnamed.iterator().next();
            unused.remove(only);
            return Objects.requireNonNull(symbols.get(only));
        }
        throw new UnreadableException();
    }

    private boolean is(String... candidates) {
        return List.of(candidates).contains(token);
    }

    private boolean take(String... candidates) {
        boolean isThere = is(candidates);
        if (isThere) {
            advance();
        }
        return isThere;
    }

    private void advance() {
        if (tokens.lookingAt()) {
            token = tokens.group(1);
            tokens.region(tokens.end(), tokens.regionEnd());
        } else {
            token = "";
            isAtEnd = tokens.regionStart() == tokens.regionEnd();
        }
    }
}
