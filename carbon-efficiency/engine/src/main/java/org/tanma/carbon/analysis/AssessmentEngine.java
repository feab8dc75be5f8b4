// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.quality.Completeness;
import org.tanma.carbon.quality.QualityEngine;
import org.tanma.carbon.uncertainty.UncertaintyEngine;

/** Assesses inventories: completeness, quality of data, uncertainty. A pure function of request and editions; thread-safe. */
public final class AssessmentEngine {
    private final MethodCatalog methods;
    private final QualityEngine quality;
    private final UncertaintyEngine uncertainty;

    public AssessmentEngine(MethodCatalog methods, QualityEngine quality, UncertaintyEngine uncertainty) {
        this.methods = methods;
        this.quality = quality;
        this.uncertainty = uncertainty;
    }

    /**
     * How samples are drawn.
     *
     * @param seed the same seed gives the same result
     * @param draws how many
     */
    public record Sampling(long seed, int draws) {}

    /** How complete a request is, also where it makes no inventory; empty where its method is not known. */
    public Optional<Completeness> completeness(InventoryRequest request) {
        return methods.find(request.basis().method()).map(method -> Completeness.of(request, method));
    }

    /**
     * The assessment of a request's inventory; empty where it makes none.
     *
     * @param sampling null for propagation of error alone
     */
    public Optional<Assessment> assess(InventoryRequest request, @Nullable Sampling sampling) {
        Optional<AccountingMethod> method = methods.find(request.basis().method());
        return method.flatMap(known -> quality.score(request)
                .flatMap(score -> uncertainty
                        .propagate(request)
                        .map(propagation -> new Assessment(
                                Completeness.of(request, known),
                                score,
                                propagation,
                                sampling == null
                                        ? null
                                        : uncertainty
                                                .simulate(request, sampling.seed(), sampling.draws())
                                                .orElse(null)))));
    }
}
