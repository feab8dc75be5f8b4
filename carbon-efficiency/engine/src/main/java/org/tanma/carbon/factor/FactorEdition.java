// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.util.List;

/**
 * One immutable edition of factors.
 *
 * @param source where it comes from
 * @param factors its rows, in file order
 */
public record FactorEdition(EditionSource source, List<Factor> factors) {
    public FactorEdition {
        factors = List.copyOf(factors);
    }

    public EditionRef ref() {
        return source.ref();
    }
}
