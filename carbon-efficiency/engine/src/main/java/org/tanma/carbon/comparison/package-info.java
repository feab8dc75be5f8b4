// SPDX-License-Identifier: Apache-2.0
/**
 * The same data by two methods, side by side, term by term.
 *
 * <p>Entry type: {@link org.tanma.carbon.comparison.ComparisonEngine}. The packages report and data may depend on it; it
 * depends on inventory, method, factor, quantity and text only.
 */
@NullMarked
package org.tanma.carbon.comparison;

import org.jspecify.annotations.NullMarked;
