// SPDX-License-Identifier: Apache-2.0
/**
 * Grades of carbon efficiency, by schemes that come in as values.
 *
 * <p>Entry types: {@link org.tanma.carbon.grading.GradingEngine}, {@link org.tanma.carbon.grading.GradingScheme}, {@link
 * org.tanma.carbon.grading.PeerSet}. The packages report and data may depend on it; it depends on quantity, factor,
 * method, inventory and text only.
 */
@NullMarked
package org.tanma.carbon.grading;

import org.jspecify.annotations.NullMarked;
