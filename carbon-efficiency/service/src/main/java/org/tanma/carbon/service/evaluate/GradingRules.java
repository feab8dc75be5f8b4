// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.service.declare.DeclarationStore;
import org.tanma.carbon.service.declare.DeclaredVersion;
import org.tanma.carbon.service.scheme.SchemeBook;

/** By which schemes evaluations are graded now, and what enterprises declared for it. Safe between threads. */
public final class GradingRules {
    private final String schemeName;
    private final SchemeBook book;
    private final BiFunction<String, Integer, Optional<DeclaredVersion>> declarations;

    /** @param schemeName the scheme among peers that is in force, without edition */
    public GradingRules(String schemeName, SchemeBook book, DeclarationStore declarations) {
        this(schemeName, book, declarations::findNewest);
    }

    private GradingRules(
            String schemeName, SchemeBook book, BiFunction<String, Integer, Optional<DeclaredVersion>> declarations) {
        this.schemeName = schemeName;
        this.book = book;
        this.declarations = declarations;
    }

    /** Shipped schemes alone, and nothing declared. */
    static GradingRules ofShipped(String schemeName, EngineCatalog catalog) {
        return new GradingRules(schemeName, SchemeBook.ofShipped(catalog), (enterprise, year) -> Optional.empty());
    }

    SchemeBook book() {
        return book;
    }

    /** The scheme among peers that is in force today. */
    GradingScheme scheme() {
        return book.inForce(schemeName, GradingScheme.class)
                .orElseThrow(() -> new IllegalStateException("no scheme is called " + schemeName));
    }

    /** What an enterprise declared for a year, with the scheme its products are graded by; null when nothing. */
    EvaluationInputs.@Nullable Declared declared(String enterprise, int year) {
        return declarations
                .apply(enterprise, year)
                .map(found -> new EvaluationInputs.Declared(
                        found.edition(),
                        found.content().products().isEmpty()
                                ? null
                                : PhysicalChoice.scheme(book).ref().toString(),
                        found.content()))
                .orElse(null);
    }
}
