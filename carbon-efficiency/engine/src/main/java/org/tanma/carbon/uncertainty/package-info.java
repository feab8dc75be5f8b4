// SPDX-License-Identifier: Apache-2.0
/**
 * How uncertain an inventory is: by propagation of error, and by simulation with a seed.
 *
 * <p>Entry type: {@link org.tanma.carbon.uncertainty.UncertaintyEngine}. The one package of the engine where binary fractions
 * are allowed, for drawing samples; what leaves it is decimal. The packages data and report may depend on it; it depends on
 * inventory, method, factor, quantity and text.
 */
@NullMarked
package org.tanma.carbon.uncertainty;

import org.jspecify.annotations.NullMarked;
