// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import java.util.stream.Stream;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * The values of the first two levels of the trace, without the tree: the same sums in the same order, readings to source, sources
 * to term, terms to scope.
 *
 * @param direct scope 1, tCO2e
 * @param purchased scope 2, tCO2e
 */
record ScopeSums(Quantity direct, Quantity purchased) {
    static ScopeSums of(ResolvedBasis basis, List<CalculatedSource> sources) {
        return new ScopeSums(scope(1, basis, sources), scope(2, basis, sources));
    }

    Quantity total() {
        return direct.plus(purchased);
    }

    private static Quantity scope(int scope, ResolvedBasis basis, List<CalculatedSource> sources) {
        Quantity gwp = basis.co2Gwp().factor().value();
        Quantity co2 = Quantity.zero(Dimension.CO2);
        Quantity otherGases = Quantity.zero(Dimension.CO2E);
        boolean hasOtherGases = false;
        for (MethodTerm term : basis.method().terms()) {
            List<CalculatedSource> ofTerm = term.scope() == scope ? of(term, sources) : List.of();
            if (!ofTerm.isEmpty()) {
                Quantity sum = add(ofTerm.stream().map(source -> source(source, gwp)));
                if (sum.dimension().equals(Dimension.CO2E)) {
                    otherGases = otherGases.plus(sum);
                    hasOtherGases = true;
                } else {
                    co2 = co2.plus(sum);
                }
            }
        }
        return hasOtherGases ? co2.times(gwp).plus(otherGases) : co2.times(gwp);
    }

    private static List<CalculatedSource> of(MethodTerm term, List<CalculatedSource> sources) {
        return sources.stream()
                .filter(source -> source.term().id().equals(term.id()))
                .toList();
    }

    private static Quantity source(CalculatedSource source, Quantity gwp) {
        return add(source.readings().stream()
                .map(reading -> reading.otherGases().isEmpty()
                        ? source.signedCo2(reading)
                        : source.signedEmission(reading, gwp)));
    }

    /** The sum of parts that are all in tCO2, or all in tCO2e. */
    private static Quantity add(Stream<Quantity> parts) {
        List<Quantity> all = parts.toList();
        Quantity sum = Quantity.zero(all.isEmpty() ? Dimension.CO2 : all.get(0).dimension());
        for (Quantity part : all) {
            sum = sum.plus(part);
        }
        return sum;
    }
}
