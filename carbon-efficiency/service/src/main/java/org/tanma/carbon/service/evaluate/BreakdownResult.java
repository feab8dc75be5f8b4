// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;

/**
 * A total by where its sources stand; a list is empty where nothing is known of any source.
 *
 * @param sites by site, the largest first
 * @param processes by process
 * @param devices by device
 */
public record BreakdownResult(List<Group> sites, List<Group> processes, List<Group> devices) {
    /**
     * What the sources of one site, process or device emitted.
     *
     * @param name null for the sources of which it is not known
     * @param sources how many lines of the inventory
     * @param share of the total, a part of 1
     */
    public record Group(@Nullable String name, int sources, Amount scope1, Amount scope2, Amount total, String share) {}
}
