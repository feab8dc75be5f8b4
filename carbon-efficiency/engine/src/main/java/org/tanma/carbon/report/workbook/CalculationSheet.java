// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.report.content.ReportWords;
import org.tanma.carbon.report.content.Step;
import org.tanma.carbon.report.workbook.StepFormula.Term;

/**
 * The sheet of all steps: each a formula over its inputs and the steps below it, in coherent units, beside the figure that
 * the result holds.
 */
final class CalculationSheet {
    private static final int LABEL = 0;
    private static final int FORMULA = 1;
    private static final int VALUE = 2;
    private static final int UNIT = 3;
    private static final int FACTOR = 4;
    private static final int COHERENT = 5;
    private static final int ORIGIN = 6;
    private static final int RESULT = 7;
    private static final int AGREES = 8;
    private static final int PERIOD = 9;
    private static final int PARENT = 10;
    private static final int FIRST_ROW = 2;
    private static final int DEEPEST_INDENT = 15;

    /** Stands before a period, lest a spreadsheet program take {@code 2025-01} for a day. */
    private static final String PERIOD_MARK = "P ";

    /** As many cells as a formula names one by one; more are summed by the number of the row they belong to. */
    private static final int MOST_NAMED = 100;

    private static final BigDecimal CLOSE = new BigDecimal("1E-20");
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final ReportWords words;
    private final Sheet sheet;
    private final ParameterSheet parameters;
    private final Map<String, Term> steps = new HashMap<>();
    private final List<String> constants = new ArrayList<>();
    private int lastRow;

    CalculationSheet(Book book, ParameterSheet parameters) {
        this.words = book.words();
        this.parameters = parameters;
        this.sheet = book.sheet(
                "sheet.calculation",
                new int[] {44, 30, 18, 14, 12, 20, 46, 20, 8, 12, 8},
                "column.step",
                "column.formula",
                "column.value",
                "column.unit",
                "column.unitFactor",
                "column.coherent",
                "column.origin",
                "column.result",
                "column.agrees",
                "column.period",
                "column.parent");
    }

    /** Writes the tree, the total first. */
    void write(Step root) {
        lastRow = reserve(root, sheet.row()) - 1;
        write(root, 0, 0, Map.of());
    }

    /** The step of this id: its figure in coherent units and its cell. */
    Optional<Term> find(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** The sum over the readings of a period. */
    String sumOfPeriod(String cell) {
        return "SUMIF(" + sheet.range(FIRST_ROW, lastRow, PERIOD) + ",\"" + PERIOD_MARK + "\"&" + cell + ","
                + sheet.range(FIRST_ROW, lastRow, COHERENT) + ")";
    }

    /** Ids of the steps that are written as figures, for their formula could not be turned into one of a spreadsheet. */
    List<String> constants() {
        return List.copyOf(constants);
    }

    /** Gives every step its row, so that a sum can name cells below it; the row after the last. */
    private int reserve(Step step, int row) {
        steps.put(step.id(), new Term(step.value().coherentAmount(), sheet.address(row, COHERENT)));
        int next = row + 1 + step.inputs().size();
        for (Step child : step.children()) {
            next = reserve(child, next);
        }
        return next;
    }

    /** @param masses of the gases, where the step above gives them */
    private void write(Step step, int depth, int parentRow, Map<String, Term> masses) {
        int row = sheet.row();
        Map<String, Term> symbols = symbols(step, row);
        boolean isOfGases = GasFormula.is(step);
        sheet.text(LABEL, words.word(step.label()));
        sheet.indent(LABEL, Math.min(depth, DEEPEST_INDENT));
        sheet.text(FORMULA, step.formula());
        BigDecimal figure = step.value().coherentAmount();
        Optional<Term> formula = (isOfGases ? Optional.of(sum(step.children())) : formula(step, symbols))
                .filter(term -> isClose(term.value(), figure));
        Unit unit = step.value().unit();
        String coherent = cell(COHERENT, row);
        sheet.formula(VALUE, coherent + "/" + cell(FACTOR, row));
        sheet.format(VALUE, "#,##0.00####");
        sheet.text(UNIT, unit.symbol());
        sheet.number(FACTOR, unit.coherentFactor());
        if (formula.isPresent()) {
            sheet.formula(COHERENT, formula.get().text());
        } else {
            sheet.number(COHERENT, figure);
            constant(step);
        }
        sheet.number(RESULT, figure);
        sheet.formula(AGREES, agrees(coherent, cell(RESULT, row)));
        if (step.inputs().stream().anyMatch(Step.Input::isReading)) {
            sheet.text(PERIOD, PERIOD_MARK + step.label().en());
        } else if (!step.children().isEmpty()) {
            sheet.bold(COHERENT);
        }
        if (parentRow > 0) {
            sheet.number(PARENT, BigDecimal.valueOf(parentRow));
        }
        sheet.next();
        step.inputs().forEach(input -> write(step, input, depth + 1, masses));
        Map<String, Term> own = isOfGases ? GasFormula.masses(step, symbols) : Map.of();
        step.children().forEach(child -> write(child, depth + 1, row + 1, own));
    }

    /** The inputs of a step by symbol, with the cells that they will stand in. */
    private static Map<String, Term> symbols(Step step, int row) {
        Map<String, Term> symbols = new HashMap<>();
        for (int i = 0; i < step.inputs().size(); i++) {
            Step.Input input = step.inputs().get(i);
            symbols.put(input.symbol(), new Term(input.value().coherentAmount(), cell(COHERENT, row + 1 + i)));
        }
        return symbols;
    }

    private Optional<Term> formula(Step step, Map<String, Term> symbols) {
        Map<String, Term> sums = new HashMap<>();
        sums.put("", sum(step.children()));
        sums.put("CO2", sum(measuring(Dimension.CO2, step.children())));
        sums.put("CO2e", sum(measuring(Dimension.CO2E, step.children())));
        return symbols.size() == step.inputs().size()
                ? StepFormula.read(step.formula(), symbols, sums)
                : Optional.empty();
    }

    private static List<Step> measuring(Dimension dimension, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.value().dimension().equals(dimension))
                .toList();
    }

    /** Says of a row that it holds a figure where a formula was wanted. */
    private void constant(Step step) {
        sheet.text(ORIGIN, words.text("constant"));
        constants.add(step.id());
    }

    private static String cell(int column, int row) {
        return Sheet.letter(column) + (row + 1);
    }

    /** Whether two cells agree as far as binary fractions can tell. */
    static String agrees(String cell, String other) {
        return "IF(ABS(" + cell + "-" + other + ")<=1E-9*MAX(1,ABS(" + other + ")),\"=\",\"≠\")";
    }

    static boolean isClose(BigDecimal value, BigDecimal figure) {
        BigDecimal allowed = figure.abs().max(BigDecimal.ONE).multiply(CLOSE, PRECISION);
        return value.subtract(figure, PRECISION).abs().compareTo(allowed) <= 0;
    }

    private Term sum(List<Step> children) {
        BigDecimal value = BigDecimal.ZERO;
        List<String> cells = new ArrayList<>();
        for (Step child : children) {
            value = value.add(child.value().coherentAmount(), PRECISION);
            String address = Objects.requireNonNull(steps.get(child.id())).text();
            cells.add(address.substring(address.indexOf('!') + 1));
        }
        if (cells.size() > MOST_NAMED) {
            return new Term(
                    value,
                    "SUMIF(" + sheet.range(FIRST_ROW, lastRow, PARENT) + ",ROW(),"
                            + sheet.range(FIRST_ROW, lastRow, COHERENT) + ")");
        }
        return new Term(value, cells.isEmpty() ? "0" : "(" + String.join("+", cells) + ")");
    }

    private void write(Step step, Step.Input input, int depth, Map<String, Term> masses) {
        Quantity value = input.value();
        int row = sheet.row();
        sheet.text(LABEL, input.symbol() + "  " + words.word(input.label()));
        sheet.indent(LABEL, Math.min(depth, DEEPEST_INDENT));
        sheet.text(ORIGIN, words.text("origin." + input.origin()) + "  " + input.reference());
        if (input.origin().equals(Step.COMPUTED)) {
            Optional<Term> mass = Optional.ofNullable(masses.get(step.label().en()))
                    .filter(term -> isClose(term.value(), value.coherentAmount()));
            if (mass.isPresent()) {
                sheet.formula(VALUE, mass.get().text() + "/" + cell(FACTOR, row));
            } else {
                sheet.number(VALUE, value.amount());
                constant(step);
            }
        } else if (input.isReading()) {
            sheet.number(VALUE, value.amount());
        } else {
            sheet.formula(VALUE, parameters.cell(input));
        }
        sheet.text(UNIT, value.unit().symbol());
        sheet.number(FACTOR, value.unit().coherentFactor());
        sheet.formula(COHERENT, cell(VALUE, row) + "*" + cell(FACTOR, row));
        sheet.next();
    }
}
