// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tariffs shipped. Immutable. */
public record TariffCatalog(List<Tariff> all) {
    public TariffCatalog {
        all = List.copyOf(all);
    }

    /** The newest tariff in force in a year at the place of these codes, the nearest place first; empty when there is none. */
    public Optional<Tariff> find(List<String> places, int year) {
        return places.stream()
                .flatMap(place -> all.stream()
                        .filter(tariff -> tariff.geography().equals(place) && tariff.firstYear() <= year)
                        .max(Comparator.comparing(Tariff::firstYear).thenComparing(Tariff::edition))
                        .stream())
                .findFirst();
    }
}
