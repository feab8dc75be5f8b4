// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.factor.EditionRef;

/** All method editions. Immutable, thread-safe. */
public final class MethodCatalog {
    private final Map<EditionRef, AccountingMethod> methods = new TreeMap<>();

    /** Errors: {@link IllegalArgumentException} if an edition is given twice. */
    public MethodCatalog(List<AccountingMethod> methods) {
        for (AccountingMethod method : methods) {
            if (this.methods.put(method.ref(), method) != null) {
                throw new IllegalArgumentException("method " + method.ref() + " is given twice");
            }
        }
    }

    public Optional<AccountingMethod> find(EditionRef ref) {
        return Optional.ofNullable(methods.get(ref));
    }

    /** The latest edition, in the order of edition names, of the method with this name. */
    public Optional<AccountingMethod> findNewest(String name) {
        return methods.values().stream()
                .filter(method -> method.ref().name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /** The edition of a method that a year is accounted by: the latest, in the order of edition names, that serves it. */
    public Optional<AccountingMethod> findInForce(String name, int year) {
        return methods.values().stream()
                .filter(method -> method.ref().name().equals(name) && method.serves(year))
                .reduce((earlier, later) -> later);
    }

    /** All methods, by name and edition. */
    public List<AccountingMethod> all() {
        return List.copyOf(methods.values());
    }
}
