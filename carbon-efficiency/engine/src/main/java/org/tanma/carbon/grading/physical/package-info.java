// SPDX-License-Identifier: Apache-2.0
/**
 * Grades of energy per unit of a product, against the levels of its energy limit.
 *
 * <p>Entry types: {@link org.tanma.carbon.grading.physical.PhysicalGradingEngine}, {@link
 * org.tanma.carbon.grading.physical.PhysicalScheme}. Stated beside a grade among peers, never averaged with it. The packages
 * report and data may depend on it; it depends on grading, quantity, factor, method, inventory and text only.
 */
@NullMarked
package org.tanma.carbon.grading.physical;

import org.jspecify.annotations.NullMarked;
