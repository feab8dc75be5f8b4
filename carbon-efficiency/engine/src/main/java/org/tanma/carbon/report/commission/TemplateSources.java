// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.commission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.AnodeEffects;
import org.tanma.carbon.cbam.AnodeEffects.CellRecord;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.cbam.EmissionSource;
import org.tanma.carbon.cbam.MeasuredSource;
import org.tanma.carbon.cbam.SourceStream;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** The rows of sheet B_EmInst, from the figures that the trace of each source rests on. */
final class TemplateSources {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FIRST_STREAM = 17;
    private static final int FIRST_ANODE = 98;
    private static final int FIRST_MEASURED = 113;
    private static final Unit TJ = new Unit("TJ", Dimension.ENERGY, BigDecimal.valueOf(1000));
    private static final Unit THOUSAND = new Unit("1000Nm3", Dimension.NORMAL_VOLUME, BigDecimal.valueOf(1000));
    private static final Unit GRAM = new Unit("g", Dimension.MASS, new BigDecimal("0.000001"));
    private static final Unit HOUR = Unit.coherent(Dimension.of(BaseKind.TIME));

    private final WorkbookCells cells;
    private final String sheet;
    private final int maxStreams;
    private final int maxOthers;
    private final List<LocalText> leftOut;
    private final Map<String, TraceNode> traces;
    private int streams;
    private int anodes;
    private int measured;

    TemplateSources(
            WorkbookCells cells,
            String sheet,
            int maxStreams,
            int maxOthers,
            List<LocalText> leftOut,
            Map<String, TraceNode> traces) {
        this.cells = cells;
        this.sheet = sheet;
        this.maxStreams = maxStreams;
        this.maxOthers = maxOthers;
        this.leftOut = leftOut;
        this.traces = traces;
    }

    /** What each source's trace says, by name. */
    static Map<String, TraceNode> traces(CbamResult result) {
        Map<String, TraceNode> traces = new TreeMap<>();
        result.traces().stream()
                .filter(trace -> trace.id().equals("installation"))
                .flatMap(trace -> trace.children().stream())
                .forEach(trace -> traces.put(trace.id().substring("installation/".length()), trace));
        return traces;
    }

    void fill(List<EmissionSource> sources) {
        for (EmissionSource source : sources) {
            if (source instanceof SourceStream stream && streams < maxStreams) {
                stream(stream, FIRST_STREAM + streams++);
            } else if (source instanceof AnodeEffects effects && anodes < maxOthers) {
                anodes(effects, FIRST_ANODE + anodes++);
            } else if (source instanceof MeasuredSource stack
                    && stack.storedFraction() == null
                    && measured < maxOthers) {
                measured(stack, FIRST_MEASURED + measured++);
            } else {
                leftOut.add(new LocalText(
                        source.source() + "：模板没有位置", source.source() + ": the template has no room for it"));
            }
        }
    }

    private void stream(SourceStream stream, int row) {
        boolean isVolume = stream.amount().dimension().equals(Dimension.NORMAL_VOLUME);
        Unit unit = isVolume ? THOUSAND : Unit.coherent(Dimension.MASS);
        text(
                "D",
                row,
                switch (stream.kind()) {
                    case "combustion" -> "Combustion";
                    case "process" -> "Process emissions";
                    default -> "Mass Balance";
                });
        text("E", row, stream.source());
        number("F", row, stream.amount().in(unit).amount());
        text("G", row, isVolume ? "1000Nm3" : "t");
        number(
                "H",
                row,
                find(
                        stream,
                        Parameter.NET_CALORIFIC_VALUE,
                        Unit.coherent(Dimension.ENERGY).per(unit)));
        boolean isPerEnergy = stream.kind().equals("combustion");
        Unit co2 = Unit.coherent(Dimension.CO2);
        number("J", row, find(stream, Parameter.EMISSION_FACTOR, isPerEnergy ? co2.per(TJ) : co2.per(unit)));
        if (!stream.kind().equals("mass-balance")) {
            text("K", row, isPerEnergy ? "tCO2/TJ" : isVolume ? "tCO2/1000Nm3" : "tCO2/t");
        }
        number(
                "L",
                row,
                find(
                        stream,
                        Parameter.CARBON_MASS_CONTENT,
                        Unit.coherent(Dimension.CARBON).per(unit)));
        percent("N", row, find(stream, Parameter.OXIDATION_FACTOR, Unit.ONE));
        percent("P", row, find(stream, Parameter.CONVERSION_FACTOR, Unit.ONE));
        percent("R", row, find(stream, Parameter.BIOMASS_FRACTION, Unit.ONE));
    }

    private void anodes(AnodeEffects effects, int row) {
        boolean isSlope = effects.record() instanceof CellRecord.Slope;
        text("D", row, isSlope ? "Slope method" : "Overvoltage method");
        number("F", row, effects.production().coherentAmount());
        if (effects.record() instanceof CellRecord.Slope slope) {
            number("AG", row, slope.effectsPerCellDay());
            number("AH", row, slope.minutesPerEffect());
            number("AI", row, input(effects.source(), "SEF"));
        } else {
            CellRecord.Overvoltage over = (CellRecord.Overvoltage) effects.record();
            number("AJ", row, over.millivolts());
            number("AK", row, over.currentEfficiencyPercent());
            number("AL", row, input(effects.source(), "OVC"));
        }
        number("AM", row, input(effects.source(), "F"));
        number("AT", row, effects.collectionEfficiency().coherentAmount());
    }

    private void measured(MeasuredSource stack, int row) {
        text("D", row, stack.source());
        text("E", row, stack.gas().name());
        percent("R", row, stack.biomassFraction().coherentAmount());
        number(
                "V",
                row,
                stack.concentration()
                        .in(GRAM.per(Unit.coherent(Dimension.NORMAL_VOLUME)))
                        .amount());
        number("X", row, stack.hours().in(HOUR).amount());
        number("Z", row, stack.flow().in(THOUSAND.per(HOUR)).amount());
    }

    private @Nullable BigDecimal find(SourceStream stream, Parameter parameter, Unit unit) {
        TraceNode trace = traces.get(stream.source());
        return trace == null
                ? null
                : trace.inputs().stream()
                        .filter(input -> input.symbol().equals(parameter.symbol()))
                        .map(TraceInput::value)
                        .map(value -> value.in(unit).amount())
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable BigDecimal input(String source, String symbol) {
        TraceNode trace = traces.get(source);
        return trace == null
                ? null
                : trace.inputs().stream()
                        .filter(input -> input.symbol().equals(symbol))
                        .map(TraceInput::value)
                        .map(Quantity::coherentAmount)
                        .findFirst()
                        .orElse(null);
    }

    private void text(String column, int row, String text) {
        cells.put(sheet, column + row, text);
    }

    private void number(String column, int row, @Nullable BigDecimal number) {
        if (number != null) {
            cells.put(sheet, column + row, number);
        }
    }

    private void percent(String column, int row, @Nullable BigDecimal share) {
        if (share != null) {
            cells.put(sheet, column + row, share.multiply(HUNDRED));
        }
    }
}
