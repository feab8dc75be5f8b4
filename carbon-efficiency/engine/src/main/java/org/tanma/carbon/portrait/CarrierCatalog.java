// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tanma.carbon.factor.EditionSource;

/** The energy carriers of one edition, by activity. Immutable. */
public final class CarrierCatalog {
    private final EditionSource source;
    private final Map<String, EnergyCarrier> byActivity;

    public CarrierCatalog(EditionSource source, List<EnergyCarrier> carriers) {
        this.source = source;
        this.byActivity =
                carriers.stream().collect(Collectors.toUnmodifiableMap(EnergyCarrier::activity, Function.identity()));
    }

    public EditionSource source() {
        return source;
    }

    /** The carrier of an activity, or of its term; empty when the activity is no energy. */
    public Optional<EnergyCarrier> find(String activity) {
        int slash = activity.indexOf('/');
        return Optional.ofNullable(byActivity.get(activity))
                .or(() -> Optional.ofNullable(slash < 0 ? null : byActivity.get(activity.substring(0, slash))));
    }
}
