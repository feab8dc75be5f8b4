// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationInputs;

/**
 * What a regrading is made by, each as {@code name/edition}.
 *
 * @param peers edition of the peer set; null when the industry has none for the year
 * @param dataEditions every data edition a factor could have been taken from, sorted
 */
public record RegradingRules(
        String method,
        String gwpSet,
        String scheme,
        @Nullable String peers,
        List<String> dataEditions) {
    public RegradingRules {
        dataEditions = List.copyOf(dataEditions);
    }

    static RegradingRules of(EvaluationInputs rules) {
        EvaluationInputs.Peers peers = rules.peers();
        return new RegradingRules(
                rules.method(),
                rules.gwpSet(),
                rules.scheme(),
                peers == null ? null : peers.edition(),
                rules.dataEditions());
    }
}
