// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tanma.carbon.factor.EditionRef;

/** All scheme editions. Immutable, thread-safe. */
public final class SchemeCatalog {
    private final Map<EditionRef, Scheme> schemes = new TreeMap<>();

    /** Errors: {@link IllegalArgumentException} if an edition is given twice. */
    public SchemeCatalog(List<? extends Scheme> schemes) {
        for (Scheme scheme : schemes) {
            if (this.schemes.put(scheme.ref(), scheme) != null) {
                throw new IllegalArgumentException("scheme " + scheme.ref() + " is given twice");
            }
        }
    }

    /** The scheme that compares with peers, of this name and edition. */
    public Optional<GradingScheme> find(EditionRef ref) {
        return find(ref, GradingScheme.class);
    }

    /** The scheme of this name and edition, if it is of that sort. */
    public <T extends Scheme> Optional<T> find(EditionRef ref, Class<T> sort) {
        return Optional.ofNullable(schemes.get(ref)).filter(sort::isInstance).map(sort::cast);
    }

    /** The latest edition, in the order of edition names, of the scheme with this name that compares with peers. */
    public Optional<GradingScheme> findNewest(String name) {
        return findNewest(name, GradingScheme.class);
    }

    /** The latest edition, in the order of edition names, of the scheme with this name and sort. */
    public <T extends Scheme> Optional<T> findNewest(String name, Class<T> sort) {
        return schemes.values().stream()
                .filter(scheme -> scheme.ref().name().equals(name))
                .filter(sort::isInstance)
                .map(sort::cast)
                .reduce((earlier, later) -> later);
    }

    /** All schemes of any sort, by name and edition. */
    public List<Scheme> all() {
        return List.copyOf(schemes.values());
    }

    /** These schemes and some more; one that is given twice throws {@link IllegalArgumentException}. */
    public SchemeCatalog with(List<? extends Scheme> more) {
        return new SchemeCatalog(
                Stream.concat(schemes.values().stream(), more.stream()).toList());
    }
}
