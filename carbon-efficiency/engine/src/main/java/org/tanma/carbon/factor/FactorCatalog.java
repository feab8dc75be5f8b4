// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All factor editions, and the one rule by which a factor is chosen.
 *
 * <p>Rule: among the rows for the activity that have begun and are not too old, the latest year wins first and the
 * narrowest place second. So a national figure of 2023 is preferred to a provincial one of 2022. Immutable, thread-safe.
 */
public final class FactorCatalog {
    private final Map<EditionRef, FactorEdition> editions = new TreeMap<>();
    private final Map<String, List<Factor>> byActivity = new HashMap<>();

    /** Errors: {@link IllegalArgumentException} if an edition is given twice. */
    public FactorCatalog(List<FactorEdition> editions) {
        for (FactorEdition edition : editions) {
            if (this.editions.put(edition.ref(), edition) != null) {
                throw new IllegalArgumentException("edition " + edition.ref() + " is given twice");
            }
            edition.factors()
                    .forEach(factor -> byActivity.merge(
                            factor.edition().name() + " " + factor.activity(),
                            List.of(factor),
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        }
    }

    /** The factor for the question, if any edition has one. */
    public Optional<FactorMatch> find(FactorQuery query) {
        return byActivity.getOrDefault(query.dataset() + " " + query.activity(), List.of()).stream()
                .filter(factor -> query.edition() == null
                        || query.edition().equals(factor.edition().edition()))
                .filter(factor -> factor.hasBegunBy(query.day()))
                .filter(factor -> factor.yearsEarlierThan(query.day()) <= query.mayBeYearsEarlier())
                .filter(factor -> distance(factor, query) >= 0)
                .min(Comparator.<Factor>comparingInt(factor -> factor.yearsEarlierThan(query.day()))
                        .thenComparingInt(factor -> distance(factor, query))
                        .thenComparing(Factor::edition, Comparator.reverseOrder()))
                .map(factor -> new FactorMatch(factor, level(factor, query), factor.yearsEarlierThan(query.day())));
    }

    /** The factor with an id in an edition. */
    public Optional<Factor> findById(EditionRef edition, String id) {
        return findEdition(edition).stream()
                .flatMap(found -> found.factors().stream())
                .filter(factor -> factor.id().equals(id))
                .findFirst();
    }

    public Optional<FactorEdition> findEdition(EditionRef edition) {
        return Optional.ofNullable(editions.get(edition));
    }

    /** All editions, by dataset and edition. */
    public List<FactorEdition> editions() {
        return List.copyOf(editions.values());
    }

    /** The activities (before the dot) that an edition has factors for, sorted. */
    public List<String> activities(EditionRef edition) {
        TreeSet<String> names = new TreeSet<>();
        findEdition(edition).ifPresent(found -> found.factors().forEach(factor -> names.add(subject(factor))));
        return List.copyOf(names);
    }

    private static String subject(Factor factor) {
        int dot = factor.activity().lastIndexOf('.');
        return dot < 0 ? factor.activity() : factor.activity().substring(0, dot);
    }

    private static int distance(Factor factor, FactorQuery query) {
        List<Geography> places = query.places();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).id().equals(factor.geography())) {
                return i;
            }
        }
        return -1;
    }

    private static FallbackLevel level(Factor factor, FactorQuery query) {
        int distance = distance(factor, query);
        if (distance == 0) {
            return FallbackLevel.REQUESTED;
        }
        return switch (query.places().get(distance).kind()) {
            case WORLD -> FallbackLevel.WORLD;
            case COUNTRY -> FallbackLevel.COUNTRY;
            case GRID_REGION, PROVINCE -> FallbackLevel.GRID_REGION;
        };
    }
}
