// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.portrait.CarrierCatalog;
import org.tanma.carbon.portrait.EnergyCarrier;
import org.tanma.carbon.portrait.EnergyUse;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.EvaluationResult.TraceInputLine;
import org.tanma.carbon.service.evaluate.EvaluationResult.TraceLine;

/**
 * Finds in a result how much energy of which carrier was used: readings in units of energy as they are, fuels by the net calorific
 * value that the inventory itself used, reading by reading. What a result does not tell is left out and named.
 */
final class EnergyUses {
    private static final String AMOUNT = "AD";
    private static final String SOLD = "-sold";

    private final CarrierCatalog carriers;
    private final UnitCatalog units;

    EnergyUses(CarrierCatalog carriers, UnitCatalog units) {
        this.carriers = carriers;
        this.units = units;
    }

    /**
     * What was found.
     *
     * @param notTold sources that use energy of which the result does not tell how much
     */
    record Found(List<EnergyUse> uses, List<String> notTold) {
        Found {
            uses = List.copyOf(uses);
            notTold = List.copyOf(notTold);
        }
    }

    Found of(EvaluationResult result) {
        Map<String, TraceLine> byId = new HashMap<>();
        collect(result.trace(), byId);
        List<EnergyUse> uses = new ArrayList<>();
        List<String> notTold = new ArrayList<>();
        for (EvaluationResult.SourceLine source : result.sources()) {
            Optional<EnergyCarrier> carrier = carrier(source.kind());
            if (carrier.isEmpty()) {
                continue;
            }
            TraceLine line = byId.get("total/scope-" + source.scope() + "/" + traceId(source));
            Optional<Quantity> energy = line == null ? Optional.empty() : energy(line);
            if (energy.isPresent()) {
                Quantity signed = isSold(source.kind()) ? energy.get().negated() : energy.get();
                uses.add(new EnergyUse(carrier.get(), signed));
            } else {
                notTold.add(source.source() + "/" + source.kind());
            }
        }
        return new Found(uses, notTold);
    }

    private static void collect(TraceLine line, Map<String, TraceLine> byId) {
        byId.put(line.id(), line);
        line.children().forEach(child -> collect(child, byId));
    }

    /** The carrier of a kind; what is sold is the carrier that was bought. */
    private Optional<EnergyCarrier> carrier(String kind) {
        return carriers.find(isSold(kind) ? kind.substring(0, kind.length() - SOLD.length()) : kind);
    }

    private static boolean isSold(String kind) {
        return kind.endsWith(SOLD);
    }

    /** {@code fuel/KILN-1/coke} of the kind {@code fuel/coke} at {@code KILN-1}. */
    private static String traceId(EvaluationResult.SourceLine source) {
        int slash = source.kind().indexOf('/');
        return slash < 0
                ? source.kind() + "/" + source.source()
                : source.kind().substring(0, slash) + "/" + source.source()
                        + source.kind().substring(slash);
    }

    /** Sum over the readings below a line; empty when one of them does not tell. */
    private Optional<Quantity> energy(TraceLine line) {
        if (!line.inputs().isEmpty() && line.inputs().get(0).symbol().equals(AMOUNT)) {
            return ofReading(line);
        }
        Quantity sum = Quantity.zero(Dimension.ENERGY);
        for (TraceLine child : line.children()) {
            Optional<Quantity> part = energy(child);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(part.get());
        }
        return line.children().isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private Optional<Quantity> ofReading(TraceLine reading) {
        @Nullable Quantity amount = null;
        @Nullable Quantity calorific = null;
        for (TraceInputLine input : reading.inputs()) {
            if (input.symbol().equals(AMOUNT)) {
                amount = quantity(input);
            } else if (input.symbol().equals(Parameter.NET_CALORIFIC_VALUE.symbol())) {
                calorific = quantity(input);
            }
        }
        if (amount == null) {
            return Optional.empty();
        }
        Quantity energy = calorific == null ? amount : amount.times(calorific);
        return Optional.of(energy).filter(e -> e.dimension().equals(Dimension.ENERGY));
    }

    private Quantity quantity(TraceInputLine input) {
        return Quantity.of(input.value().value(), units.get(input.value().unit()));
    }
}
