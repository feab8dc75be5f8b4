// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.factor.EditionRef;

/** All scheme editions. Immutable, thread-safe. */
public final class SchemeCatalog {
    private final Map<EditionRef, GradingScheme> schemes = new TreeMap<>();

    /** Errors: {@link IllegalArgumentException} if an edition is given twice. */
    public SchemeCatalog(List<GradingScheme> schemes) {
        for (GradingScheme scheme : schemes) {
            if (this.schemes.put(scheme.ref(), scheme) != null) {
                throw new IllegalArgumentException("scheme " + scheme.ref() + " is given twice");
            }
        }
    }

    public Optional<GradingScheme> find(EditionRef ref) {
        return Optional.ofNullable(schemes.get(ref));
    }

    /** The latest edition, in the order of edition names, of the scheme with this name. */
    public Optional<GradingScheme> findNewest(String name) {
        return schemes.values().stream()
                .filter(scheme -> scheme.ref().name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /** All schemes, by name and edition. */
    public List<GradingScheme> all() {
        return List.copyOf(schemes.values());
    }
}
