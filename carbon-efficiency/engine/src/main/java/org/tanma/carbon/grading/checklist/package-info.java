// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of several indicators, each against a bound of its own, such as those of a zero-carbon park.
 *
 * <p>Entry types: {@link org.tanma.carbon.grading.checklist.ChecklistEngine}, {@link
 * org.tanma.carbon.grading.checklist.ChecklistScheme}. The packages report and data may depend on it; it depends on grading,
 * quantity, factor and text only.
 */
@NullMarked
package org.tanma.carbon.grading.checklist;

import org.jspecify.annotations.NullMarked;
