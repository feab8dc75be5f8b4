// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.CanonicalJson;
import org.tanma.carbon.service.regrade.RegradedResult;
import org.tanma.carbon.service.regrade.StoredResult;

/**
 * Results of a regrading, by handle.
 *
 * @param cursor give it as {@code after} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegradedPage(List<Line> results, @Nullable String cursor) {
    public RegradedPage {
        results = List.copyOf(results);
    }

    /**
     * A result with its digest.
     *
     * @param digest {@code sha256:} of the result's canonical JSON
     */
    public record Line(RegradedResult result, String digest) {}

    /** @param found one more than {@code most}, if there are as many */
    static RegradedPage of(List<StoredResult> found, int most) {
        List<StoredResult> page = found.subList(0, Math.min(most, found.size()));
        return new RegradedPage(
                page.stream()
                        .map(each ->
                                new Line(CanonicalJson.read(each.result(), RegradedResult.class), each.resultDigest()))
                        .toList(),
                found.size() > most ? page.get(page.size() - 1).enterprise() : null);
    }
}
