// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.inventory.InventoryOutcome;

/**
 * The engine's own answers for an enterprise's year: the figures an evaluation would have, not yet in words.
 *
 * @param inventory the inventory, whose trace is built only when looked at, or what is missing
 * @param grade the grade, or why there is none; null when the inventory is incomplete
 */
public record AssessedYear(
        InventoryOutcome inventory, @Nullable GradeOutcome grade) {}
