// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.ReadingModel;
import org.tanma.carbon.quantity.Quantity;

/**
 * Draws the total many times, every uncertain figure once a draw, whatever number of readings rests on it.
 *
 * <p>A figure of half width u is drawn with mean 1 and standard deviation u/1.96 times itself: from a normal distribution up
 * to {@link Simulation#LOGNORMAL_ABOVE_PERCENT}, from a lognormal one above.
 */
final class Simulator {
    private static final double HALF_WIDTH_IN_SIGMA = 1.96;
    private static final double LOWER = 0.025;
    private static final double MIDDLE = 0.5;
    private static final double UPPER = 0.975;

    private final UncertainInputs uncertainties;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Draw> figures = new ArrayList<>();
    private final List<ResponseSurface> surfaces = new ArrayList<>();
    private final List<Curved> curved = new ArrayList<>();

    Simulator(UncertainInputs uncertainties, List<ReadingModel> models) {
        this.uncertainties = uncertainties;
        models.forEach(this::add);
    }

    /** A reading that is no polynomial of the first degree in each figure, computed afresh at every draw. */
    private record Curved(Sensitivities reading, int[] figures, int[] variables) {
        double at(double[] draw) {
            BigDecimal[] changes = new BigDecimal[reading.size()];
            Arrays.fill(changes, BigDecimal.ZERO);
            for (int i = 0; i < figures.length; i++) {
                changes[figures[i]] = new BigDecimal(draw[variables[i]]);
            }
            return reading.emission(changes).doubleValue();
        }
    }

    /** How the relative change of one figure is drawn. */
    private record Draw(boolean isLognormal, double sigma) {
        static Draw of(UncertainInput input) {
            double sigma = input.percent().doubleValue() / 100 / HALF_WIDTH_IN_SIGMA;
            return new Draw(input.percent().compareTo(Simulation.LOGNORMAL_ABOVE_PERCENT) > 0, sigma);
        }

        double next(RandomStream random) {
            double normal = random.nextNormal();
            if (!isLognormal) {
                return Math.max(-1, sigma * normal);
            }
            double variance = StrictMath.log(1 + sigma * sigma);
            return StrictMath.exp(StrictMath.sqrt(variance) * normal - variance / 2) - 1;
        }
    }

    private void add(ReadingModel model) {
        Sensitivities reading = new Sensitivities(model);
        List<Integer> own = new ArrayList<>();
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            UncertainInput input = i == 0
                    ? uncertainties.ofAmount(model)
                    : uncertainties.of(model, model.inputs().get(i - 1));
            if (input.percent().signum() != 0) {
                own.add(i);
                drawn.add(number(input));
            }
        }
        int[] figuresOfReading = own.stream().mapToInt(Integer::intValue).toArray();
        int[] variables = drawn.stream().mapToInt(Integer::intValue).toArray();
        @Nullable ResponseSurface surface = ResponseSurface.of(reading, figuresOfReading, variables);
        if (surface == null) {
            curved.add(new Curved(reading, figuresOfReading, variables));
            return;
        }
        for (int i = 0; i < surfaces.size(); i++) {
            if (surfaces.get(i).hasVariables(variables)) {
                surfaces.set(i, surfaces.get(i).plus(surface));
                return;
            }
        }
        surfaces.add(surface);
    }

    private int number(UncertainInput input) {
        return numbers.computeIfAbsent(input.id(), id -> {
            figures.add(Draw.of(input));
            return figures.size() - 1;
        });
    }

    Simulation run(long seed, int draws) {
        if (draws < Simulation.MIN_DRAWS || draws > Simulation.MAX_DRAWS) {
            throw new IllegalArgumentException("a simulation draws " + Simulation.MIN_DRAWS + " to "
                    + Simulation.MAX_DRAWS + " times, not " + draws);
        }
        RandomStream random = new RandomStream(seed);
        double[] totals = new double[draws];
        double[] draw = new double[figures.size()];
        for (int i = 0; i < draws; i++) {
            for (int figure = 0; figure < draw.length; figure++) {
                draw[figure] = figures.get(figure).next(random);
            }
            totals[i] = total(draw);
        }
        double sum = 0;
        for (double total : totals) {
            sum += total;
        }
        double mean = sum / draws;
        double squares = 0;
        for (double total : totals) {
            squares += (total - mean) * (total - mean);
        }
        double deviation = StrictMath.sqrt(squares / (draws - 1));
        Arrays.sort(totals);
        return new Simulation(
                UncertaintyEngine.DEFAULTS,
                seed,
                draws,
                rounded(mean),
                rounded(percentile(totals, MIDDLE)),
                rounded(deviation),
                rounded(percentile(totals, LOWER)),
                rounded(percentile(totals, UPPER)),
                rounded(deviation / StrictMath.sqrt(draws)));
    }

    private double total(double[] draw) {
        double total = 0;
        for (ResponseSurface surface : surfaces) {
            total += surface.at(draw);
        }
        for (Curved reading : curved) {
            total += reading.at(draw);
        }
        return total;
    }

    /** Between the two samples around the place asked for, in proportion. */
    private static double percentile(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static Quantity rounded(double figure) {
        return UncertaintyEngine.co2e(new BigDecimal(figure).round(UncertaintyEngine.ROUNDED));
    }
}
